// The scripts of the report are classic scripts that share one scope, joined at build time; the tests are modules of Node.js.
import { readFileSync, readdirSync } from "node:fs";

const app = new URL("../../pipeline/render/web/app/", import.meta.url);
const names = readdirSync(app).filter((name) => name.endsWith(".js")).flatMap((name) => [...readFileSync(new URL(name, app), "utf8").matchAll(/^(?:async )?(?:function|class|const|let) ([\w$]+)/gm)].map((found) => [found[1], "writable"]));
const browser = ["document", "window", "location", "history", "localStorage", "Node", "Blob", "URL", "URLSearchParams", "HTMLElement", "setTimeout", "clearTimeout", "innerHeight", "scrollTo", "getSelection", "addEventListener", "requestAnimationFrame", "scrollY", "Float64Array", "Int32Array", "Uint8Array", "Response", "DecompressionStream", "atob"];
const rules = {
  eqeqeq: "error", "no-var": "error", "prefer-const": "error", "no-undef": "error", "no-unreachable": "error", "no-dupe-keys": "error", "no-self-assign": "error", "no-eval": "error", "no-implied-eval": "error",
  "no-new-func": "error", "no-unsafe-finally": "error", "no-fallthrough": "error", "use-isnan": "error", "valid-typeof": "error", "array-callback-return": "error", "no-constant-binary-expression": "error",
};

export default [
  { files: ["**/app/*.js"], languageOptions: { sourceType: "script", ecmaVersion: 2023, globals: Object.fromEntries([...names, ...browser.map((name) => [name, "readonly"])]) }, rules },
];
