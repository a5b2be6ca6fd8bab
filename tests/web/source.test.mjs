// The scripts of the report are typed by their comments and linted; both tools look at what is embedded, before it is joined.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import test from "node:test";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const run = (script, args, cwd) => {
  try {
    return execFileSync(process.execPath, [here(`node_modules/${script}`), ...args], { cwd, encoding: "utf8" });
  } catch (problem) {
    return `${problem.stdout}${problem.stderr}`;
  }
};

test("tsc finds no type error", () => assert.equal(run("typescript/bin/tsc", ["-p", here("tsconfig.json")], here(".")), ""));
test("eslint finds nothing", () => assert.equal(run("eslint/bin/eslint.js", ["-c", here("eslint.config.mjs"), "--max-warnings=0", here("../../pipeline/render/web/app")], here("../..")), ""));
