// The application at work: what the tests of index.html share.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { articles, open, report, url } from "./report.mjs";

const read = (name) => {
  const script = readFileSync(join(report, name), "utf8");
  return JSON.parse(script.slice(script.indexOf("(") + 1, script.lastIndexOf(")")));
};
export const data = read("data.js");
// The articles of the index with their numbers, as render/app/columns.h says they are packed.
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const numbersOf = (packed) => packed.match(new RegExp(`.{${packed.length / data.count}}`, "g")).map((number) => [...number].reduce((sum, letter) => sum * 64 + letters.indexOf(letter), 0));
const columns = Object.entries(data.columns).map(([name, packed]) => [name, numbersOf(packed)]);
export const rows = Array.from({ length: data.count }, (_, row) => Object.fromEntries(columns.map(([name, numbers]) => [name, numbers[row]])))
  .map((row, i, all) => ({ ...row, key: data.names.slice(i && all[i - 1].end).split(" ", 1)[0], title: data.names.slice(i && all[i - 1].end, row.end).replace(/^\S+ /, "") }));
export const rules = read("rules.js");
// The data of an article is deflated, with a dictionary that data.js holds, and in base64.
export const unpacked = (script) => JSON.parse(inflateRawSync(Buffer.from(script.slice(script.indexOf('"') + 1, script.lastIndexOf('"')), "base64"), { dictionary: Buffer.from(data.usual) }).toString());
export const articleData = (key) => unpacked(readFileSync(join(report, `a/${key}.js`), "utf8"));
// The record behind a row, by the article's id; ids that are no UTF-8 are compared as they are written.
export const recordOf = (key) => { const { id } = articleData(key); return articles.find((record) => record.id === id); };

// The application in a page, at a route.
export async function openApp(browser, route = "#/", options = {}) {
  const opened = await open(browser, `${url("index.html")}${route}`, options);
  await opened.page.waitForSelector(".app");
  return opened;
}
// Until the table has all rows of its page, of which those off the screen come later.
export const drawn = (page) => page.waitForFunction(() => document.querySelectorAll("#rows tr").length === Math.min(100, Number(/\d+/.exec(document.querySelector("#caption").textContent))));
export async function go(page, route) {
  await page.evaluate((hash) => { location.hash = hash; }, route);
  const part = route.startsWith("#/a/") ? "article" : route === "#/verdicts" ? "verdicts" : "index";
  await page.waitForFunction((name) => !document.getElementById(name).hidden, part);
}
export const openArticle = async (page, key) => { await go(page, `#/a/${key}`); await page.waitForSelector(`#article[data-key="${key}"]`); };

// What the key e exports, as a file and as its lines. Firefox tells no downloads over BiDi: there it is what the page packs into the file.
export async function exported(page) {
  const path = join(mkdtempSync(join(tmpdir(), "hypeline-export-")), "verdicts.jsonl");
  if (process.env.HYPELINE_BROWSER === "firefox") {
    await page.evaluate(() => { const make = URL.createObjectURL; URL.createObjectURL = (blob) => { blob.text().then((text) => { globalThis.packed = text; }); return make(blob); }; });
    await page.keyboard.press("e");
    await page.waitForFunction(() => globalThis.packed);
    writeFileSync(path, await page.evaluate(() => globalThis.packed));
  } else {
    const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("e")]);
    await file.saveAs(path);
  }
  return { path, lines: readFileSync(path, "utf8").split("\n").slice(0, -1).map((line) => JSON.parse(line)) };
}
