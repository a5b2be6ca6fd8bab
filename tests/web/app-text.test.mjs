// The text of the article view is the canonical text, code point for code point; every finding is marked, numbered and told.
import assert from "node:assert/strict";
import test from "node:test";
import { openApp, openArticle, recordOf, rows } from "./app.mjs";
import { launch } from "./report.mjs";

const read = () => {
  const text = document.querySelector("#text").cloneNode(true);
  for (const ref of text.querySelectorAll(".ref")) ref.remove();
  return { text: text.textContent, notes: document.querySelectorAll("#notes li").length, refs: document.querySelectorAll("#text .ref").length, nested: document.querySelectorAll("mark mark").length,
    quotes: [...document.querySelectorAll("#notes li")].map((note) => note.querySelector("q").textContent) };
};

test("every article's view holds the record's text, with all families shown, some hidden, raw and zones", async (t) => {
  const { page, close } = await openApp(await launch(t));
  for (const { key } of rows) {
    await openArticle(page, key);
    const record = recordOf(key), found = await page.evaluate(read);
    assert.equal(found.text, record.text, record.id);
    assert.deepEqual([found.notes, found.refs, found.nested], [record.annotations.length, record.annotations.length, 0], record.id);
    const boxes = page.locator(".toggles input");
    for (let i = 0; i < await boxes.count(); ++i) {
      await boxes.nth(i).click();
      assert.equal((await page.evaluate(read)).text, record.text, `${record.id} toggle ${i}`);
    }
  }
  await close();
});

test("a note quotes the words its finding covers", async (t) => {
  const { page, close } = await openApp(await launch(t));
  for (const { key } of rows.slice(0, 3)) {
    await openArticle(page, key);
    const record = recordOf(key), { quotes } = await page.evaluate(read);
    const expected = record.annotations.map((a) => a.text.replaceAll("\n", " "));
    for (const quote of quotes) assert.ok(expected.some((words) => words === quote || (quote.endsWith("…") && words.startsWith(quote.slice(0, -1)))), quote);
  }
  await close();
});

test("a link to a finding opens its article at it, and a wrong one says so", async (t) => {
  const { key } = rows[0], fingerprint = recordOf(key).annotations[1].fingerprint;
  const browser = await launch(t);
  const { page, close } = await openApp(browser, `#/a/${key}/${fingerprint}`);
  await page.waitForSelector('#notes [aria-current="true"] .buttons');
  assert.equal(await page.locator('#text .ref[aria-current="true"]').count(), 1);
  await page.evaluate(() => { location.hash = "#/a/0123456789"; });
  await page.waitForFunction(() => document.getElementById("status").textContent.includes("cannot be opened"));
  await close();
});
