// The application at work: what the tests of index.html share.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { articles, open, report, url } from "./report.mjs";

const read = (name) => {
  const script = readFileSync(join(report, name), "utf8");
  return JSON.parse(script.slice(script.indexOf("(") + 1, script.lastIndexOf(")")));
};
export const data = read("data.js");
export const rules = read("rules.js");
export const articleData = (key) => read(`a/${key}.js`);
// The record behind a row, by the article's id; ids that are no UTF-8 are compared as they are written.
export const recordOf = (key) => { const { id } = articleData(key); return articles.find((record) => record.id === id); };

// The application in a page, at a route.
export async function openApp(browser, route = "#/", options = {}) {
  const opened = await open(browser, `${url("index.html")}${route}`, options);
  await opened.page.waitForSelector(".app");
  return opened;
}
export async function go(page, route) {
  await page.evaluate((hash) => { location.hash = hash; }, route);
  const part = route.startsWith("#/a/") ? "article" : route === "#/verdicts" ? "verdicts" : "index";
  await page.waitForFunction((name) => !document.getElementById(name).hidden, part);
}
export const openArticle = async (page, key) => { await go(page, `#/a/${key}`); await page.waitForSelector(`#article[data-key="${key}"]`); };
