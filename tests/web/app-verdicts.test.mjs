// Verdicts by keyboard: given, undone, commented, kept over a reload, exported, imported, orphaned.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { articleData, exported, go, openApp, openArticle, recordOf, rows } from "./app.mjs";
import { launch } from "./report.mjs";

const busiest = rows.slice().sort((a, b) => b.findings - a.findings)[0].key;
const press = async (page, keys) => { for (const key of keys) await page.keyboard.press(key); };
const currentNote = (page) => page.locator('#notes [aria-current="true"] .n').textContent();
const states = (page) => page.locator("#notes .verdict").allTextContents();

test("one key records and advances; undo, comment, reload, export, import", async (t) => {
  const { page, requests, close } = await openApp(await launch(t), "#/", { acceptDownloads: true });
  await openArticle(page, busiest);
  await press(page, ["j", "1"]);
  assert.deepEqual([await currentNote(page), await states(page)], ["2", ["Agree"]]);
  await press(page, ["2", "3", "4"]);
  assert.deepEqual([await currentNote(page), await states(page)], ["5", ["Agree", "Not a finding", "Wrong label", "Unsure"]]);
  await press(page, ["u"]);
  assert.deepEqual([await currentNote(page), await states(page)], ["4", ["Agree", "Not a finding", "Wrong label"]]);
  await press(page, ["k", "c"]);
  await page.keyboard.type("Said of the trial, not of the drug. j1");
  await page.keyboard.press("Control+Enter");
  assert.equal(await page.locator("#notes .comment").textContent(), "Said of the trial, not of the drug. j1");
  await press(page, ["n"]);
  assert.equal(await currentNote(page), "4");
  await page.locator("#c-cost select").selectOption("satisfied");
  await page.reload();
  await page.waitForSelector("#notes .verdict");
  assert.deepEqual(await states(page), ["Agree", "Not a finding", "Wrong label"]);
  assert.equal(await page.inputValue("#c-cost select"), "satisfied");
  const { path, lines } = await exported(page);
  const record = recordOf(busiest), verdicts = lines.filter((line) => line.verdict);
  assert.deepEqual(verdicts.map((line) => line.verdict), ["agree", "not-a-finding", "wrong-label"]);
  for (const line of verdicts) {
    const finding = record.annotations.find((a) => a.fingerprint === line.fingerprint);
    assert.deepEqual([line.rule, line.text_sha256, line.reviewer], [finding.rule ?? finding.label, record.text_sha256, "anonymous"]);
    assert.match(line.at, /^\d{4}-\d\d-\d\dT/);
  }
  assert.equal(verdicts[2].comment, "Said of the trial, not of the drug. j1");
  assert.deepEqual(lines.filter((line) => line.rating).map((line) => [line.criterion, line.rating]), [["cost", "satisfied"]]);

  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await go(page, "#/verdicts");
  assert.match(await page.locator("#verdicts").textContent(), /0 entries/);
  await page.setInputFiles("#import", path);
  await page.waitForFunction(() => document.getElementById("status").textContent.includes("4 added"));
  await page.setInputFiles("#import", path);
  await page.waitForFunction(() => document.getElementById("status").textContent.includes("4 known"));
  await go(page, "#/");
  assert.match(await page.locator("#rows tr", { has: page.locator(`a[href="#/a/${busiest}"]`) }).locator(".c-verdicts").textContent(), /^3 of /);
  await page.selectOption("#f-verdict", "some");
  assert.equal(await page.locator("#rows tr").count(), 1);
  assert.deepEqual(requests.filter((url) => !/^(file|blob):/.test(url)), []);
  await close();
});

test("verdicts of another reviewer stand beside one's own; what no longer fits is orphaned, and nothing moves", async (t) => {
  const { page, close } = await openApp(await launch(t));
  const { sha, findings } = articleData(busiest);
  const line = (more) => JSON.stringify({ fingerprint: findings[0][5], rule: "r", label: "hype.hope", verdict: "agree", reviewer: "Ada", at: "2026-11-20T08:00:00.000Z", text_sha256: sha, article: busiest, words: "some words", ...more });
  const there = mkdtempSync(join(tmpdir(), "hypeline-verdicts-")), path = join(there, "ada.jsonl");
  writeFileSync(path, [line({}), line({ fingerprint: "0123456789abcdef" }), line({ article: "0000000000", text_sha256: "0".repeat(64) }), line({ verdict: "nonsense" }), "no json", ""].join("\n"));
  await go(page, "#/verdicts");
  await page.fill("#reviewer", "Ben");
  await page.press("#reviewer", "Tab");
  await page.setInputFiles("#import", path);
  await page.waitForFunction(() => /3 added.*2 not understood/.test(document.getElementById("status").textContent));
  await page.waitForFunction(() => document.querySelectorAll("#lost li").length === 2);
  await openArticle(page, busiest);
  await press(page, ["j", "2"]);
  assert.deepEqual(await page.locator("#s0 .verdict").allTextContents(), ["Agree (Ada)", "Not a finding"]);
  assert.equal(await page.locator("#orphaned ~ ul li").count(), 1);
  rmSync(there, { recursive: true });
  await close();
});

test("keys do nothing in fields, with modifiers, or when they are off", async (t) => {
  const { page, close } = await openApp(await launch(t));
  await openArticle(page, busiest);
  await press(page, ["j", "Control+j", "Alt+1"]);
  assert.deepEqual([await currentNote(page), await states(page)], ["1", []]);
  await page.keyboard.press("?");
  assert.ok(await page.locator("#help").evaluate((box) => box.open));
  await page.uncheck("#keys-on");
  await page.keyboard.press("Escape");
  await press(page, ["j", "1"]);
  assert.deepEqual([await currentNote(page), await states(page)], ["1", []]);
  await close();
});

test("articles by keyboard: next, before, search, filter", async (t) => {
  const { page, close } = await openApp(await launch(t));
  await page.keyboard.press("J");
  await page.waitForSelector(`#article[data-key="${rows[0].key}"]`);
  await page.keyboard.press("J");
  await page.waitForSelector(`#article[data-key="${rows[1].key}"]`);
  await page.keyboard.press("K");
  await page.waitForSelector(`#article[data-key="${rows[0].key}"]`);
  assert.equal(await page.evaluate(() => document.activeElement.id), "title");
  await page.keyboard.press("/");
  await page.waitForFunction(() => document.activeElement.id === "f-q");
  await page.keyboard.type("j1u");
  assert.equal(await page.inputValue("#f-q"), "j1u");
  await close();
});

test("the command line takes what the browser exports", { skip: !process.env.HYPELINE_BIN || !process.env.HYPELINE_ROOT }, async (t) => {
  if (!execFileSync(process.env.HYPELINE_BIN, ["--help"], { encoding: "utf8" }).includes("verdicts")) return t.skip("this program has no verdicts command");
  const { page, close } = await openApp(await launch(t), "#/", { acceptDownloads: true });
  await openArticle(page, busiest);
  await press(page, ["j", "1", "2", "3"]);
  const { path } = await exported(page);
  const stats = execFileSync(process.env.HYPELINE_BIN, ["verdicts", "stats", path], { encoding: "utf8" });
  assert.ok(stats.length > 0);
  await close();
});
