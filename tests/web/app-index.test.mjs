// The index: filters, search, sort and pages, with all of its state in the hash.
import assert from "node:assert/strict";
import test from "node:test";
import { articleData, data, drawn, go, openApp, rows, rules } from "./app.mjs";
import { launch } from "./report.mjs";

const titles = async (page) => { await drawn(page); return page.locator("#rows th a").allTextContents(); };
const rowsNow = async (page) => { await drawn(page); return page.locator("#rows tr").count(); };

test("every article has its row, in the order of priority, with every column", async (t) => {
  const { page, close } = await openApp(await launch(t));
  assert.deepEqual(await titles(page), rows.map((row) => row.title).slice(0, 100));
  assert.equal(await page.locator(".articles thead th").count(), await page.locator("#rows tr").first().locator("th,td").count());
  for (const { key, title } of rows) assert.ok(articleData(key).title.replaceAll("\n", " ").startsWith(title.replace(/…$/, "")), key);
  await close();
});

test("every column sorts, up and down, and equal ones stay in the order of priority", async (t) => {
  const { page, close } = await openApp(await launch(t));
  const share = (row) => (row.applicable ? row.found / row.applicable : -1), worst = (row) => (row.kind ? row.severity * 1000 + row.mismatches : -1), damage = (row) => row.lossy * 1e6 + row.repairs;
  for (const [name, key] of Object.entries({ load: (row) => row.load, checklist: share, mismatch: worst, sources: (row) => row.sources, words: (row) => row.words, damage })) {
    const value = (row) => key({ severity: 0, mismatches: 0, sources: 0, lossy: 0, repairs: 0, ...row });
    for (const [by, sign] of [[`-${name}`, -1], [name, 1]]) {
      await go(page, `#/?sort=${by}`);
      await page.waitForFunction(([id, sort]) => document.getElementById(id).getAttribute("aria-sort") === sort, [`h-${name}`, sign < 0 ? "descending" : "ascending"]);
      await drawn(page);
      const wanted = rows.map((row, i) => ({ row, i })).sort((a, b) => sign * (value(a.row) - value(b.row)) || a.i - b.i);
      assert.deepEqual(await page.locator("#rows th > a").evaluateAll((links) => links.map((link) => link.hash.slice(4))), wanted.map(({ row }) => row.key).slice(0, 100), by);
    }
  }
  await go(page, "#/?sort=title");
  await page.waitForFunction(() => document.querySelector("#h-title").getAttribute("aria-sort") === "ascending");
  const sorted = (await titles(page)).map((title) => title.toLowerCase());
  assert.deepEqual(sorted, sorted.slice().sort());
  await close();
});

test("search, filters and sort narrow and order the list, and a reload brings the same", async (t) => {
  const { page, close } = await openApp(await launch(t));
  const word = rows[0].title.split(" ").find((part) => /^[A-Za-z]{4,}$/.test(part));
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
  assert.equal(await rowsNow(page), rows.filter((row) => row.kind).length);
  await page.click("#f-clear");
  await page.click("#h-words button");
  await drawn(page);
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
  assert.ok(await rowsNow(page) > 0 && await rowsNow(page) < data.count);
  await go(page, `#/?family=${data.families[0]}`);
  await page.waitForFunction((n) => document.querySelectorAll("#rows tr").length === n, rows.filter((row) => row.families & 1).length);
  await go(page, "#/?q=no-title-has-these-words");
  await page.waitForFunction(() => document.querySelectorAll("#rows tr").length === 0);
  await close();
});
