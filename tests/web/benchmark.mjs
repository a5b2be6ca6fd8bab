// The report of many articles in a browser: scripts/benchmark_report, or node benchmark.mjs [ARTICLES] (HYPELINE_BIN names the program).
// The articles are paragraphs of the sample corpus put together anew by a fixed seed. Times are medians of five, in a fresh page each.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../..", import.meta.url)), count = Number(process.argv[2] ?? 20_000);
const program = process.env.HYPELINE_BIN ?? join(root, "build/release/hypeline");
const there = mkdtempSync(join(tmpdir(), "hypeline-benchmark-")), out = join(there, "out");

function* numbers(seed) {
  for (let x = seed; ; ) { x = (Math.imul(x, 1664525) + 1013904223) >>> 0; yield x / 2 ** 32; }
}
const chance = numbers(20261122), pick = (list) => list[Math.floor(chance.next().value * list.length)];

function articles() {
  const files = readdirSync(join(root, "corpus/gold"), { recursive: true }).map(String).filter((name) => name.endsWith(".clean.txt")).sort();
  const texts = files.map((name) => readFileSync(join(root, "corpus/gold", name), "utf8"));
  const lines = texts.flatMap((text) => text.split("\n")).filter((line) => line.length > 40), titles = texts.map((text) => text.split("\n")[0]);
  return Array.from({ length: count }, (_, i) => JSON.stringify({ id: `${i}`, title: `${pick(titles).slice(0, 70)} ${i}`, url: `https://site${i % 40}.example/${i}`, text: Array.from({ length: 8 + (i % 12) }, () => pick(lines)).join("\n\n") }));
}

const bytesIn = (folder) => readdirSync(folder, { recursive: true }).reduce((sum, name) => { const s = statSync(join(folder, String(name))); return sum + (s.isFile() ? s.size : 0); }, 0);
const median = (all) => all.slice().sort((a, b) => a - b)[Math.floor(all.length / 2)];
const say = (what, value, most, unit) => console.log(`${what.padEnd(44)} ${value.toFixed(value < 10 ? 2 : 0).padStart(8)} ${unit}${most ? `  (at most ${most}${value > most ? ", MISSED" : ""})` : ""}`);

const made = articles(), articleBytes = made.reduce((sum, line) => sum + Buffer.byteLength(JSON.parse(line).text), 0);
writeFileSync(join(there, "in.jsonl"), `${made.join("\n")}\n`);
execFileSync(program, ["annotate", join(there, "in.jsonl"), "-o", out, "-q"], { maxBuffer: 1e9 });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });

// Time in the page, from the change to the frame after it.
const timed = (page, act) => page.evaluate(async (code) => {
  const started = performance.now();
  (0, eval)(code);
  await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });
  return (performance.now() - started) / 1000;
}, act);

const times = { usable: [], sort: [], filter: [], search: [], article: [] };
for (let round = 0; round < 5; ++round) {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true })).newPage();
  await page.goto(pathToFileURL(join(out, "index.html")).href);
  await page.waitForSelector(".app #rows tr");
  times.usable.push(await page.evaluate(async () => { await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }); return performance.now() / 1000; }));
  times.sort.push(await timed(page, `document.querySelector("#h-words button").click()`));
  times.sort.push(await timed(page, `document.querySelector("#h-title button").click()`));
  times.filter.push(await timed(page, `{ const f = document.querySelector("#f-mismatch"); f.value = "high"; f.dispatchEvent(new Event("change")); }`));
  times.search.push(await timed(page, `location.hash = "#/?q=pill+1"`));
  const started = Date.now();
  await page.evaluate(() => { location.hash = document.querySelector("#rows a").getAttribute("href"); });
  await page.waitForSelector("#notes li");
  times.article.push((Date.now() - started) / 1000);
  await page.close();
}
await browser.close();
console.log(`${count} articles, Chromium; load average ${loadavg()[0].toFixed(1)} on ${availableParallelism()} cores: times hold on an idle machine`);
say("index usable", median(times.usable), 1.0, "s");
say("sort, worst of words and title", Math.max(median(times.sort.filter((_, i) => i % 2 === 0)), median(times.sort.filter((_, i) => i % 2 === 1))), 0.2, "s");
say("filter", median(times.filter), 0.2, "s");
say("search", median(times.search), 0.2, "s");
say("first article, with the rules", median(times.article), 0, "s");
const data = statSync(join(out, "data.js")).size;
say("data.js an article", data / count, 160, "bytes");
say("app.js", statSync(join(out, "app.js")).size / 1024, 40, "KB");
say("app.css", statSync(join(out, "app.css")).size / 1024, 12, "KB");
say("rules.js", statSync(join(out, "rules.js")).size / 1e6, 0, "MB");
const text = articleBytes / count / 1024;
say("text of an article", text, 0, "KB");
say("its page", bytesIn(join(out, "articles")) / count / 1024, Math.round(text * 2.5 + 25), "KB");
say("its data", bytesIn(join(out, "a")) / count / 1024, Math.round(text * 2.5 + 25), "KB");
say("pages and data of all articles, for 5,000", ((bytesIn(join(out, "a")) + bytesIn(join(out, "articles"))) / 1e6 / count) * 5000, 0, "MB");
say("the whole report but annotations.jsonl, for 5,000", ((bytesIn(out) - statSync(join(out, "annotations.jsonl")).size) / 1e6 / count) * 5000, 120, "MB");
rmSync(there, { recursive: true });
