// The text of a page is the canonical text, code point for code point, whatever is in it.
import assert from "node:assert/strict";
import test from "node:test";
import { articles, eachPage, pages } from "./report.mjs";

// In the browser: the text without references, the article's id, and the notes in order.
const read = () => {
  const text = document.querySelector("#text").cloneNode(true);
  for (const ref of text.querySelectorAll("a")) ref.remove();
  return { text: text.textContent, notes: document.querySelectorAll("#notes q").length, refs: document.querySelectorAll("#text a").length,
    marks: document.querySelectorAll("#text mark").length, nested: document.querySelectorAll("mark mark").length };
};

test("every article has a page whose text is the record's", async (t) => {
  const texts = new Map(articles.map((record) => [record.text.replaceAll("\0", "\uFFFD"), record]));
  const seen = new Set();
  await eachPage(t, pages.slice(1), {}, async ({ page }, name) => {
    const found = await page.evaluate(read);
    const record = texts.get(found.text);
    assert.ok(record, `${name}: its text is that of no record`);
    seen.add(record);
    assert.equal(found.notes, record.annotations.length, name);
    assert.equal(found.refs, record.annotations.length, name);
    assert.equal(found.nested, 0, name);
    if (record.annotations.some((a) => a.end > a.begin)) assert.ok(found.marks > 0, name);
  });
  assert.equal(pages.length - 1, articles.length);
  assert.equal(seen.size, texts.size);
});

test("each paragraph stands beside its notes, and every note is reached", async (t) => {
  await eachPage(t, pages.slice(1), { viewport: { width: 1440, height: 900 } }, async ({ page }, name) => {
    const apart = await page.evaluate(() => [...document.querySelectorAll("#text a")].filter((ref) => {
      const note = document.querySelector(ref.hash), block = ref.closest("p").getBoundingClientRect();
      const cell = note.closest("ol").getBoundingClientRect();
      return Math.abs(block.top - cell.top) > 24 || cell.left < block.right;
    }).length);
    assert.equal(apart, 0, name);
  });
});

test("a hidden control is named and has no effect on the words around it", async (t) => {
  await eachPage(t, pages.slice(1), {}, async ({ page }, name) => {
    const controls = await page.evaluate(() => [...document.querySelectorAll(".ctl")].map((chip) => ({
      name: chip.dataset.u, said: getComputedStyle(chip, "::before").content, shown: chip.firstElementChild.getClientRects().length, held: chip.textContent.codePointAt(0),
    })));
    for (const control of controls) {
      assert.equal(control.said, `"${control.name}"`, name);
      assert.equal(control.shown, 0, `${name}: ${control.name} is laid out`);
      if (control.name !== "U+0000") assert.equal(control.held, parseInt(control.name.slice(2), 16), name);
    }
  });
});

test("no page scrolls sideways at 320 pixels", async (t) => {
  await eachPage(t, pages, { viewport: { width: 320, height: 800 } }, async ({ page }, name) => {
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 320, name);
  });
});
