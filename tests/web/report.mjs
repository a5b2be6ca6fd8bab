// What the tests share: where the report is, its records, and a browser that counts what a page tries to do.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import playwright from "playwright-core";

if (!process.env.HYPELINE_REPORT) throw new Error("set HYPELINE_REPORT to a report folder (build/…/tests/render/sample_report OUT writes one)");
export const report = process.env.HYPELINE_REPORT;

export const records = readFileSync(process.env.HYPELINE_JSONL ?? join(report, "annotations.jsonl"), "utf8")
  .split("\n").slice(0, -1).map((line) => JSON.parse(line));
export const articles = records.filter((record) => !record.rejected);
// The pages without script; the application is index.html.
export const pages = ["list.html", ...readdirSync(join(report, "articles")).filter((name) => name.endsWith(".html")).sort().map((name) => `articles/${name}`)];

export const url = (page) => pathToFileURL(join(report, page)).href;

// Debian's Chromium, or where HYPELINE_BROWSER says so its Firefox, over WebDriver BiDi.
const start = () => (process.env.HYPELINE_BROWSER === "firefox"
  ? playwright._bidiFirefox.launch({ executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr" })
  : playwright.chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] }));
let shared = null, users = 0, closing = 0;

// The browser of all tests of a process: it closes a moment after the last of them that asked for it has ended, however it ended. Without a test: one of its own.
export function launch(t) {
  if (!t) return start();
  clearTimeout(closing);
  ++users;
  shared ??= start();
  t.after(() => {
    if (--users > 0) return;
    closing = setTimeout(() => { const last = shared; shared = null; last.then((browser) => browser.close()); }, 500);
  });
  return shared;
}

// A page of `browser` with lists of what it asked for beyond its own files and of what ran in it.
export async function open(browser, address, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const fired = [], requests = [];
  await page.exposeFunction("fired", (what) => fired.push(what));
  page.on("dialog", (dialog) => { fired.push(dialog.message()); dialog.dismiss(); });
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(address);
  // Another address in the same page, with empty lists.
  const turn = async (to) => { await page.goto("about:blank").catch(() => page.waitForTimeout(200).then(() => page.goto("about:blank"))); fired.length = requests.length = 0; await page.goto(to); };
  return { page, fired, requests, turn, close: () => context.close() };
}

// Each page of the report in turn, in one context.
export async function eachPage(t, names, options, look) {
  const opened = await open(await launch(t), "about:blank", options);
  for (const name of names) {
    await opened.turn(url(name));
    await look(opened, name);
  }
  await opened.close();
}
