// Scraped text stays text: nothing runs, nothing is asked for. A page without escaping shows that the test would notice.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { eachPage, launch, open, pages, records, report, url } from "./report.mjs";

test("no script runs and no page asks for anything but its stylesheet", async (t) => {
  await eachPage(t, pages, {}, async ({ page, fired, requests }, name) => {
    await page.mouse.move(200, 200);
    await page.waitForTimeout(50);
    assert.deepEqual(fired, [], name);
    assert.deepEqual(requests.filter((r) => r !== url(name) && r !== "about:blank"), [url("app.css")], name);
    const inside = await page.evaluate(() => ({
      scripts: document.scripts.length, images: document.images.length, frames: document.querySelectorAll("iframe,object,embed,form,input,style,base,link:not([rel=stylesheet])").length,
      handlers: [...document.querySelectorAll("*")].filter((e) => e.getAttributeNames().some((n) => n.startsWith("on") || n === "style" || n === "srcdoc")).length,
      links: [...document.links].map((a) => a.protocol).filter((p) => !["http:", "https:", "file:"].includes(p)),
    }));
    assert.deepEqual(inside, { scripts: 0, images: 0, frames: 0, handlers: 0, links: [] }, name);
  });
});

test("no link of a page leads out of the report but to http and https", () => {
  for (const name of pages)
    for (const [, href] of readFileSync(join(report, name), "utf8").matchAll(/href="([^"]*)"/g))
      assert.match(href, /^(?:https?:\/\/|#(?:-|[a-z][a-z0-9-]*)$|\.\.\/list\.html(?:#legend)?$|index\.html(?:#\/\?(?:mismatch|changed)=[a-z-]+)?$|(?:\.\.\/)?app\.css$|articles\/[a-z0-9-]+\.html$)/, `${name}: ${href}`);
});

test("file names are of the fixed alphabet", () => {
  for (const name of pages.slice(1)) assert.match(name, /^articles\/[a-z0-9-]{1,51}\.html$/);
});

test("control: the same words without escaping and policy do fire", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "hypeline-control-"));
  const hostile = records.map((record) => `${record.id} ${record.text ?? ""} ${record.meta?.title ?? ""}`).join("\n");
  const payload = hostile.includes("fired(") ? hostile : `<script>fired('control')</script>`;
  writeFileSync(join(folder, "control.html"), `<!DOCTYPE html><meta charset="utf-8"><title>control</title><body>${payload}`);
  const browser = await launch(t);
  const { page, fired } = await open(browser, pathToFileURL(join(folder, "control.html")).href);
  await page.waitForTimeout(300);
  assert.ok(fired.length > 0);
  rmSync(folder, { recursive: true });
});
