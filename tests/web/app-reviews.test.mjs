// The sample verdicts of two reviewers (tests/verdicts), on the command line and in the browser: merged, in conflict, orphaned; what is ignored, and until when;
// mismatches judged; the record of a rule in the next run; near copies, and two articles of one id.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { exported } from "./app.mjs";
import { launch, open } from "./report.mjs";

const program = process.env.HYPELINE_BIN, samples = fileURLToPath(new URL("../verdicts", import.meta.url)), sample = (name) => join(samples, name);
const there = program ? mkdtempSync(join(tmpdir(), "hypeline-reviews-")) : "", at = (name) => join(there, name);
const hypeline = (...args) => execFileSync(program, args, { encoding: "utf8" });
const night = (today, verdicts) => hypeline("annotate", at("in"), "-o", at("out"), "-q", "--verdicts", verdicts, "--ignore", sample("ignore.jsonl"), "--today", today);
const KEY = "2e680a80b3", CONFLICT = "fed0f0df05016ead";

if (program) {
  const text = readFileSync(sample("article.txt"), "utf8");
  mkdirSync(at("in"));
  cpSync(sample("article.txt"), at("in/article.txt"));
  writeFileSync(at("in/z-copy.txt"), `${text}\nRead more tomorrow.\n`);
  writeFileSync(at("in/twice.jsonl"), [1, 2].map((n) => `${JSON.stringify({ id: "twice", site: "clinic.example", title: `Number ${n}`, text: `Number ${n}\n\nThe drug may help people with asthma, said doctor ${n}, who led study ${n} of them for ${n} weeks.` })}\n`).join(""));
  after(() => rmSync(there, { recursive: true }));
}
const openReport = async (t, route) => { const opened = await open(await launch(t), pathToFileURL(at("out/index.html")).href + route); await opened.page.waitForSelector(".app"); return opened; };

test("two reviewers' verdicts are merged; the conflict and the orphan are reported", { skip: !program }, () => {
  const conflicts = hypeline("verdicts", "import", sample("ann.jsonl"), sample("ben.jsonl"), "--store", at("store.jsonl"));
  assert.equal(conflicts, `conflict ${CONFLICT} sup-groundbreaking: Ann says agree; Ben says not-a-finding\n`);
  night("2026-12-15", at("store.jsonl"));
  const stats = hypeline("verdicts", "stats", at("store.jsonl"), "--run", at("out"));
  assert.match(stats, /^hedge-may\t1\t0\t0\t0\t1\.00/m);
  assert.match(stats, /^sup-groundbreaking\t0\t0\t0\t1\t/m);
  assert.match(stats, /^vague-source-only\t1\t0/m);
  assert.deepEqual([...stats.matchAll(/^orphaned (\w+) (\S+): (.*)$/gm)].map((found) => found.slice(1)), [["0123456789abcdef", "sup-miracle", "the text is as it was, the rules changed"]]);
});

test("the browser tells the same conflict and orphan, and the record stands in the note", { skip: !program }, async (t) => {
  const { page, close } = await openReport(t, "#/verdicts");
  await page.setInputFiles("#import", [sample("ann.jsonl"), sample("ben.jsonl")]);
  await page.waitForFunction(() => document.querySelectorAll("#lost li").length === 1);
  assert.equal(await page.locator("#conflicts ~ ul li").count(), 1);
  assert.match(await page.locator("#conflicts ~ ul li").textContent(), /groundbreaking.*Ann: agree; Ben: not a finding/);
  await page.locator("#conflicts ~ ul li q bdi").click();
  const note = page.locator('#notes [aria-current="true"]');
  await note.waitFor();
  assert.match(await note.textContent(), /Agree \(Ann\).*Not a finding \(Ben\).*Reviewers disagree/);
  await page.locator("#notes li", { has: page.locator("q", { hasText: /^may$/ }) }).locator(".n").click();
  assert.match(await note.textContent(), /may.*Reviewers agreed 1 of 1; 21–100 %/s);
  await page.evaluate(() => { location.hash = "#/?verdict=conflict"; });
  await page.waitForFunction(() => document.querySelectorAll("#rows tr").length === 1);
  await close();
});

test("a mismatch is judged like a finding, and the command line takes it", { skip: !program }, async (t) => {
  const { page, close } = await openReport(t, `#/a/${KEY}`);
  await page.waitForSelector("#notes li");
  for (const key of ["m", "1", "3", "u"]) await page.keyboard.press(key);
  assert.deepEqual(await page.locator(".mismatches .verdict").allTextContents(), ["Agree"]);
  assert.equal(await page.locator('.mismatches [aria-current="true"] .name').textContent(), "Unhedged title");
  const { lines, path } = await exported(page);
  assert.deepEqual(lines.map((line) => [line.rule, line.verdict]), [["certainty-over-weak-design", "agree"]]);
  assert.match(hypeline("verdicts", "stats", path), /^certainty-over-weak-design\t1\t0/m);
  await close();
});

test("what is ignored is told with its reason, by whom and until when; what has run out counts again", { skip: !program }, async (t) => {
  const look = async (today) => {
    night(today, sample("ann.jsonl"));
    const { page, close } = await openReport(t, `#/a/${KEY}`);
    await page.waitForSelector("#notes li");
    const told = [await page.locator("#mismatches ~ details").allTextContents(), await page.locator("#notes li", { hasText: "On the ignore list" }).allTextContents(), await page.locator(".mismatches .name").allTextContents()];
    await page.evaluate(() => localStorage.clear());
    await close();
    return told;
  };
  const [left, notes, kinds] = await look("2026-11-25");
  assert.match(left[0], /1 on the ignore list.*Advertorial.*the page says that it is an advertisement \(Ann, until 2026-12-31\)/s);
  assert.match(notes[0], /Vague authority/);
  assert.ok(!kinds.includes("Advertorial"));
  const later = await look("2026-12-15");
  assert.deepEqual([later[0].length, later[1]], [1, []]);
  const last = await look("2027-01-01");
  assert.ok(last[0].length === 0 && last[2].includes("Advertorial"));
});

test("a finding is ignored from now on, or its rule on its site; the next run takes the export", { skip: !program }, async (t) => {
  night("2026-12-15", sample("ann.jsonl"));
  const { page, close } = await openReport(t, `#/a/${KEY}`);
  const ignore = async (reason, all) => {
    await page.keyboard.press("i");
    await page.keyboard.type(reason);
    if (all) await page.getByLabel("all of hedge-may on clinic.example").check();
    await page.fill("#until", "2027-03-01");
    await page.locator("#until").press("Enter");
  };
  await page.waitForSelector("#notes li");
  await page.locator("#notes li", { has: page.locator("q", { hasText: /^may$/ }) }).locator(".n").click();
  await ignore("the guideline says no more j1", false);
  await page.waitForFunction(() => document.querySelector('#notes [aria-current="true"]').textContent.includes("Ignored until 2027-03-01"));
  await page.keyboard.press("u");
  assert.ok(!(await page.locator("#notes").textContent()).includes("Ignored until"));
  await ignore("the guideline says no more", false);
  await page.evaluate(() => { location.hash = "#/"; });
  await page.locator("#rows th a", { hasText: "Number 1" }).click();
  await page.waitForFunction(() => document.getElementById("title")?.textContent === "Number 1");
  await page.locator("#notes li", { has: page.locator("q", { hasText: /^may$/ }) }).locator(".n").click();
  await ignore("a house style", true);
  const { lines, path } = await exported(page);
  assert.deepEqual(lines.map((line) => [typeof line.fingerprint, line.rule, line.site, line.reason, line.by, line.until]).sort(), [
    ["string", undefined, undefined, "the guideline says no more", "anonymous", "2027-03-01"], ["undefined", "hedge-may", "clinic.example", "a house style", "anonymous", "2027-03-01"]].sort());
  await page.evaluate(() => localStorage.clear());
  await close();
  hypeline("annotate", at("in"), "-o", at("out"), "-q", "--verdicts", path, "--ignore", path, "--today", "2027-03-01");
  const after = await openReport(t, "#/");
  for (const [title, reason] of [["Groundbreaking pill", "the guideline says no more (anonymous, until 2027-03-01)"], ["Number 1", "a house style"], ["Number 2", "a house style"]]) {
    await after.page.evaluate(() => { location.hash = "#/"; });
    await after.page.locator("#rows th > a", { hasText: title }).first().click();
    await after.page.waitForFunction((asked) => document.getElementById("title")?.textContent.startsWith(asked), title);
    await after.page.locator("#notes li", { hasText: "On the ignore list" }).first().locator(".n").click();
    assert.ok((await after.page.locator('#notes [aria-current="true"]').textContent()).includes(reason), title);
  }
  await after.close();
});

test("a near copy leads to its original, and each of two articles of one id to its own page", { skip: !program }, async (t) => {
  const { page, close } = await openReport(t, "#/");
  const copy = page.locator("#rows tr", { hasText: "near copy of Groundbreaking pill" });
  assert.equal(await copy.count(), 1);
  await copy.locator("th a").click();
  await page.locator(".byline", { hasText: "near copy of" }).locator("a").first().click();
  await page.waitForSelector(`#article[data-key="${KEY}"]`);
  const titles = new Set();
  for (const [title] of [["Number 1"], ["Number 2"]]) {
    await page.evaluate(() => { location.hash = "#/"; });
    await page.locator("#rows th a", { hasText: title }).click();
    await page.waitForFunction((asked) => document.getElementById("title").textContent === asked, title);
    const link = await page.locator(".byline a", { hasText: "page to print" }).getAttribute("href");
    assert.ok(existsSync(at(`out/${link}`)), link);
    assert.match(readFileSync(at(`out/${link}`), "utf8"), new RegExp(`<h1>${title}</h1>`));
    titles.add(link);
  }
  assert.equal(titles.size, 2);
  await close();
});
