// What the tests share: where the report is, its records, and a browser that counts what a page tries to do.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

if (!process.env.HYPELINE_REPORT) throw new Error("set HYPELINE_REPORT to a report folder (build/…/tests/render/sample_report OUT writes one)");
export const report = process.env.HYPELINE_REPORT;

export const records = readFileSync(process.env.HYPELINE_JSONL ?? join(report, "annotations.jsonl"), "utf8")
  .split("\n").slice(0, -1).map((line) => JSON.parse(line));
export const articles = records.filter((record) => !record.rejected);
// The pages without script; the application is index.html.
export const pages = ["list.html", ...readdirSync(join(report, "articles")).filter((name) => name.endsWith(".html")).sort().map((name) => `articles/${name}`)];

export const url = (page) => pathToFileURL(join(report, page)).href;

// A browser that closes when the test `t` ends, however it ends.
export async function launch(t) {
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args });
  t?.after(() => browser.close());
  return browser;
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
  return { page, fired, requests, close: () => context.close() };
}
