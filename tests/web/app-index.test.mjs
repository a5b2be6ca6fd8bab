// The index: filters, search, sort and pages, with all of its state in the hash.
import assert from "node:assert/strict";
import test from "node:test";
import { data, go, openApp, rules } from "./app.mjs";
import { launch } from "./report.mjs";

const titles = (page) => page.locator("#rows th a").allTextContents();
const rowsNow = (page) => page.locator("#rows tr").count();

test("every article has its row, in the order of priority, with every column", async (t) => {
  const { page, close } = await openApp(await launch(t));
  assert.deepEqual(await titles(page), data.rows.map((row) => row[1]).slice(0, 100));
  assert.equal(await page.locator(".articles thead th").count(), await page.locator("#rows tr").first().locator("th,td").count());
  await close();
});

test("search, filters and sort narrow and order the list, and a reload brings the same", async (t) => {
  const { page, close } = await openApp(await launch(t));
  const word = data.rows[0][1].split(" ").find((part) => /^[A-Za-z]{4,}$/.test(part));
  await page.fill("#f-q", word);
  await page.waitForFunction((asked) => location.hash.includes(`q=${asked}`), word);
  const found = await titles(page);
  assert.ok(found.length > 0 && found.every((title) => title.toLowerCase().includes(word.toLowerCase())));
  await page.reload();
  await page.waitForSelector(".app");
  assert.deepEqual(await titles(page), found);
  assert.equal(await page.inputValue("#f-q"), word);
  await page.click("#f-clear");
  await page.selectOption("#f-mismatch", "any");
  assert.equal(await rowsNow(page), data.rows.filter((row) => row[9]).length);
  await page.click("#f-clear");
  await page.click("#h-words button");
  const numbers = (await page.locator("#rows .c-words").allTextContents()).map(Number);
  assert.deepEqual(numbers, numbers.slice().sort((a, b) => b - a));
  assert.equal(await page.getAttribute("#h-words", "aria-sort"), "descending");
  await page.click("#h-words button");
  assert.equal(await page.getAttribute("#h-words", "aria-sort"), "ascending");
  await close();
});

test("a rule and a family name the articles where they occur", async (t) => {
  const { page, close } = await openApp(await launch(t));
  const rule = rules.find((each) => each.length)[0];
  await go(page, `#/?rule=${encodeURIComponent(rule)}`);
  await page.waitForFunction(() => document.querySelector("#caption").textContent.includes("of"));
  assert.ok(await rowsNow(page) > 0 && await rowsNow(page) < data.rows.length);
  await go(page, `#/?family=${data.families[0]}`);
  await page.waitForFunction((n) => document.querySelectorAll("#rows tr").length === n, data.rows.filter((row) => row[16] & 1).length);
  await go(page, "#/?q=no-title-has-these-words");
  await page.waitForFunction(() => document.querySelectorAll("#rows tr").length === 0);
  await close();
});
