// The sizes of what is written: pages that stay quick to open and nights that fit on a disk.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { articleData, data } from "./app.mjs";
import { report } from "./report.mjs";

const size = (name) => statSync(join(report, name)).size;

test("script and style are within their budgets", () => {
  assert.ok(size("app.js") <= 40 * 1024, `app.js: ${size("app.js")}`);
  assert.ok(size("app.css") <= 12 * 1024, `app.css: ${size("app.css")}`);
});

test("what the index tells of an article is at most 160 bytes in the mean", () => {
  const bytes = Buffer.byteLength(JSON.stringify([data.names, data.columns, data.sites, data.kinds]));
  assert.ok(bytes / data.count <= 160, `${bytes / data.count}`);
});

test("an article's page and its data are at most 25 KB and two and a half times its text", () => {
  for (const name of readdirSync(join(report, "a"))) {
    const { text, page } = articleData(name.slice(0, -3)), most = Buffer.byteLength(text) * 2.5 + 25 * 1024;
    assert.ok(size(`a/${name}`) <= most, `${name}: ${size(`a/${name}`)} of ${most}`);
    assert.ok(readFileSync(join(report, page)).length <= most, `${page}: ${size(page)} of ${most}`);
  }
});
