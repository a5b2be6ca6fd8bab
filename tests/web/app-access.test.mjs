// The application for everybody: nothing that axe can see, light and dark; keyboard alone; 320 pixels; forced colours; print.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import test from "node:test";
import { HtmlValidate } from "html-validate";
import { go, openApp, openArticle, rows } from "./app.mjs";
import { launch, report } from "./report.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"].filter((tag) => tag !== "wcag2aaa");
const busiest = rows.slice().sort((a, b) => b.findings - a.findings)[0].key;

async function violations(page) {
  await page.evaluate(() => { for (const details of document.querySelectorAll("details")) details.open = true; });
  const { violations: found } = await page.evaluate((tags) => globalThis.axe.run({ runOnly: tags, resultTypes: ["violations"] }), TAGS);
  return found.map((v) => `${v.id}: ${v.nodes[0].target} ${v.nodes[0].failureSummary}`);
}

// Both schemes and a phone; of the hand-built report what the others leave: a phone in the dark.
for (const [colorScheme, width] of report.endsWith("sample-report") ? [["dark", 390]] : [["light", 1440], ["dark", 1440], ["light", 390]])
  test(`axe finds no violation in the index, an article, the verdicts and the help: ${colorScheme}, ${width} pixels`, { timeout: 600_000 }, async (t) => {
    const { page, close } = await openApp(await launch(t), "#/", { viewport: { width, height: 900 }, colorScheme });
    await page.evaluate(axe);
    const at = `${colorScheme} ${width}`;
    assert.deepEqual(await violations(page), [], `index ${at}`);
    await openArticle(page, busiest);
    for (const key of ["m", "1", "j", "1", "j", "2", "3", "4", "c"]) await page.keyboard.press(key);
    assert.deepEqual(await violations(page), [], `article, with a comment begun, ${at}`);
    await page.keyboard.press("Escape");
    await go(page, "#/verdicts");
    assert.deepEqual(await violations(page), [], `verdicts ${at}`);
    await page.keyboard.press("?");
    assert.deepEqual(await violations(page), [], `help ${at}`);
    await close();
  });

test("html-validate finds nothing in what the script has built", async (t) => {
  const validator = new HtmlValidate({ root: true, extends: ["html-validate:recommended"], rules: { "long-title": "off", "no-trailing-whitespace": "off", "no-raw-characters": "off", "attribute-boolean-style": "off", "attr-quotes": "off", "void-style": "off", "doctype-style": "off", "attribute-empty-style": "off", "no-inline-style": "error" } });
  const { page, close } = await openApp(await launch(t));
  for (const route of ["#/", `#/a/${busiest}`, "#/verdicts"]) {
    await go(page, route);
    if (route.startsWith("#/a")) { await page.waitForSelector("#notes"); await page.keyboard.press("j"); }
    const result = await validator.validateString(`<!DOCTYPE html>${await page.evaluate(() => document.documentElement.outerHTML)}`);
    const messages = result.results.flatMap((r) => r.messages.map((m) => `${m.ruleId}: ${m.message} ${m.selector}`));
    assert.deepEqual([...new Set(messages)].slice(0, 10), [], route);
  }
  await close();
});

test("nothing scrolls sideways at 320 pixels", async (t) => {
  const { page, close } = await openApp(await launch(t), "#/", { viewport: { width: 320, height: 800 } });
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(await wide() <= 320, "index");
  for (const { key } of rows.slice(0, 4)) {
    await openArticle(page, key);
    await page.keyboard.press("j");
    assert.ok(await wide() <= 320, key);
  }
  await go(page, "#/verdicts");
  assert.ok(await wide() <= 320, "verdicts");
  await close();
});

test("everything is reached by keyboard alone, and the focus is seen", async (t) => {
  const { page, close } = await openApp(await launch(t));
  const reached = new Set();
  for (let i = 0; i < 60; ++i) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => { const e = document.activeElement; const s = getComputedStyle(e); return { what: e.id || e.textContent.slice(0, 20), seen: s.outlineStyle !== "none" || s.boxShadow !== "none" || e.tagName === "BODY" }; });
    assert.ok(at.seen, at.what);
    reached.add(at.what);
  }
  for (const id of ["open-help", "f-q", "f-mismatch", "f-rule", "f-clear"]) assert.ok(reached.has(id), id);
  await page.locator("#rows a").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "title");
  await page.goBack();
  await page.waitForFunction(() => document.activeElement.closest("#rows"));
  await close();
});

test("forced colours and print keep marks, notes and text", async (t) => {
  const { page, close } = await openApp(await launch(t), "#/", { forcedColors: "active" });
  await openArticle(page, busiest);
  assert.equal(await page.locator("#text mark").first().evaluate((mark) => getComputedStyle(mark).borderBottomStyle !== "none"), true);
  await page.emulateMedia({ forcedColors: "none", media: "print" });
  assert.equal(await page.locator(".toggles").isVisible(), false);
  assert.ok(await page.locator("#notes li").last().isVisible());
  assert.ok((await page.pdf()).length > 10_000);
  await close();
});
