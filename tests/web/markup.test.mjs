// Valid markup, and no accessibility violation axe can see: light and dark, wide and narrow.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import test from "node:test";
import { HtmlValidate } from "html-validate";
import { eachPage, pages, report } from "./report.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// The pages write void elements and references as HTML does; long lines and inline SVG are no matter of taste here.
const rules = { "no-inline-style": "error", "no-raw-characters": "error", "long-title": "off", "no-trailing-whitespace": "off", "prefer-tbody": "error", "wcag/h30": "error" };

test("html-validate finds nothing", async () => {
  const validator = new HtmlValidate({ root: true, extends: ["html-validate:recommended"], rules });
  for (const name of pages) {
    const result = await validator.validateString(readFileSync(join(report, name), "utf8"), name);
    const messages = result.results.flatMap((r) => r.messages.map((m) => `${name}:${m.line}:${m.column} ${m.ruleId}: ${m.message}`));
    assert.deepEqual([...new Set(messages)].slice(0, 10), []);
  }
});

test("html-validate would find something", async () => {
  const validator = new HtmlValidate({ root: true, extends: ["html-validate:recommended"], rules });
  const result = await validator.validateString(`<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><p style="color:red">a & b<div></p></body></html>`);
  assert.ok(result.errorCount > 2);
});

// Every page once; in the dark and on a phone the list and the longest page, since all pages are made of the same parts.
const longest = pages.slice(1).sort((a, b) => readFileSync(join(report, b)).length - readFileSync(join(report, a)).length)[0];
for (const [colorScheme, width, names] of [["light", 1440, pages], ["dark", 1440, ["list.html", longest]], ["light", 390, ["list.html", longest]]])
  test(`axe finds no violation: ${colorScheme}, ${width} pixels`, { timeout: 600_000 }, async (t) => {
    await eachPage(t, names, { viewport: { width, height: 900 }, colorScheme }, async ({ page }, name) => {
      await page.evaluate(() => { for (const details of document.querySelectorAll("details")) details.open = true; });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"] }));
      assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes[0].target} ${v.nodes[0].failureSummary}`), [], name);
    });
  });

test("a page has one h1, landmarks, a way past the top, and its policy", async (t) => {
  await eachPage(t, pages, {}, async ({ page }, name) => {
    const facts = await page.evaluate(() => ({
      h1: document.querySelectorAll("h1").length, main: document.querySelectorAll("main").length,
      skip: document.querySelector(document.querySelector(".skip").getAttribute("href"))?.tagName,
      policy: document.querySelector("meta[http-equiv]").content, styled: getComputedStyle(document.querySelector(".skip")).position,
      broken: [...document.querySelectorAll('a[href^="#"]')].filter((a) => a.hash !== "#-" && !document.getElementById(a.hash.slice(1))).map((a) => a.hash),
      loose: [...document.querySelectorAll('a[href^="http"]')].filter((a) => a.rel !== "noopener noreferrer").length,
    }));
    assert.deepEqual([facts.h1, facts.main, facts.skip, facts.styled, facts.broken, facts.loose], [1, 1, "MAIN", "absolute", [], 0], name);
    assert.match(facts.policy, /^default-src 'none'; .*base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types hypeline$/);
  });
});
