// The Nu checker finds no error in the pages as they are written and as the script builds them. It needs a Java runtime, and is skipped where there is none.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { go, openApp, openArticle, rows } from "./app.mjs";
import { launch, pages, report } from "./report.mjs";

const jar = createRequire(import.meta.url)("vnu-jar");
const java = spawnSync("java", ["-version"]).status === 0;

// A control of the article stands in the text as it is, so that the text is the article's code point for code point; all else is an error.
const isKept = ({ message }) => message.startsWith("Forbidden code point");

function errors(files) {
  const { stdout } = spawnSync("java", ["-Xss1m", "-jar", jar, "--stdout", "--format", "json", ...files], { encoding: "utf8", maxBuffer: 1e8 });
  return JSON.parse(stdout).messages.filter(({ type }) => type !== "info").filter((message) => !isKept(message)).map(({ url, lastLine, message }) => `${url}:${lastLine}: ${message}`);
}

test("index, article with help open, verdicts, list and pages", { skip: !java && "no Java runtime" }, async (t) => {
  const there = mkdtempSync(join(tmpdir(), "hypeline-vnu-")), built = [];
  const { page, close } = await openApp(await launch(t));
  const keep = async (name) => { built.push(join(there, name)); writeFileSync(built.at(-1), `<!DOCTYPE html>${await page.evaluate(() => document.documentElement.outerHTML)}`); };
  await keep("index.html");
  await openArticle(page, rows[0].key);
  for (const key of ["m", "1", "j", "j", "2", "c"]) await page.keyboard.press(key);
  await keep("article.html");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await keep("help.html");
  await page.keyboard.press("Escape");
  await go(page, "#/verdicts");
  await keep("verdicts.html");
  await close();
  writeFileSync(join(there, "wrong.html"), "<!DOCTYPE html><title>x</title><p><li id=a id=b></div>");
  assert.ok(errors([join(there, "wrong.html")]).length > 0, "the checker sees");
  assert.deepEqual(errors([...built, join(report, "index.html"), ...pages.map((name) => join(report, name))]), []);
  rmSync(there, { recursive: true });
});
