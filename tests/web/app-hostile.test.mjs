// Whatever was scraped, as text, title, author, address and file name: no script of it runs, and nothing is asked for. An unescaped page shows that the test would see.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { unpacked } from "./app.mjs";
import { launch, open } from "./report.mjs";
import { ownPayloads, payloads } from "./payloads.mjs";

const program = process.env.HYPELINE_BIN;
const PLAIN = "The drug may help people with asthma, said Ann Lee, who led the study at the hospital. It was tested in 24 people for 12 weeks, and the results were published.";

function hostileReport() {
  const there = mkdtempSync(join(tmpdir(), "hypeline-hostile-"));
  mkdirSync(join(there, "in"));
  payloads.forEach((payload, i) => {
    const name = Buffer.from(payload.replaceAll("/", "∕").replaceAll("\0", "")).subarray(0, 200).toString("utf8").replaceAll("\ufffd", "");
    const record = { id: payload, text: `${payload}\n\n${PLAIN} ${payload} ${PLAIN}`, title: payload, author: payload, url: payload, site: payload };
    writeFileSync(join(there, "in", `${i} ${name}.jsonl`), `${JSON.stringify(record)}\n`);
  });
  try {
    execFileSync(program, ["annotate", join(there, "in"), "-o", join(there, "out"), "-q"]);
  } catch (problem) {
    if (problem.status !== 3) throw problem; // 3: some were rejected; the report is complete
  }
  return there;
}

const strange = (requests) => requests.filter((url) => !url.startsWith("file:"));

test("nothing hostile runs in the application, in the list or in a page", { skip: !program, timeout: 600_000 }, async (t) => {
  const there = hostileReport(), out = join(there, "out"), address = (name) => pathToFileURL(join(out, name)).href;
  const browser = await launch(t);
  const { page, fired, requests, close } = await open(browser, address("index.html"));
  await page.waitForSelector(".app");
  const keys = readdirSync(join(out, "a")).map((name) => name.slice(0, -3));
  assert.ok(keys.length > payloads.length / 2, `${keys.length} of ${payloads.length} became articles`);
  // What runs also runs where it is not drawn, and drawing is most of the time: the project's own payloads are drawn, and of the collected ones every tenth.
  const idOf = (key) => unpacked(readFileSync(join(out, "a", `${key}.js`), "utf8")).id;
  const isOwn = (key) => Number.parseInt(idOf(key), 10) < ownPayloads.length; // an id begins with the file's name, that with the payload's number
  const asked = keys.map((key, i) => [key, i % 10 === 0 || isOwn(key)]);
  assert.ok(asked.filter(([, drawn]) => drawn).length > ownPayloads.length / 2);
  const opened = await page.evaluate(async (all) => {
    let n = 0;
    for (const [key, drawn] of all) {
      document.body.hidden = !drawn;
      location.hash = `#/a/${key}`;
      for (let i = 0; i < 200 && document.getElementById("article").dataset.key !== key; ++i) await new Promise((done) => { setTimeout(done, 5); });
      n += document.getElementById("article").dataset.key === key;
      if (document.querySelector("#article :is(script,img,iframe,object,embed,form,base,link,style,meta,video)")) throw new Error(key);
    }
    document.body.hidden = false;
    return n;
  }, asked);
  assert.equal(opened, keys.length);
  for (const route of ["#/a/<img src=x onerror=fired(1)>", "#/?q=<script>fired(2)</script>&site=\"><img src=x onerror=fired(3)>&sort=__proto__", "#/verdicts", "#/?rule=javascript:fired(4)&page=-1"]) {
    await page.evaluate((hash) => { location.hash = hash; }, route);
    await page.waitForTimeout(100);
  }
  assert.deepEqual([fired, strange(requests)], [[], []]);
  await close();
  const pages = ["list.html", ...readdirSync(join(out, "articles")).filter((_, i) => i % 40 === 0).map((name) => `articles/${name}`)];
  const one = await open(browser, "about:blank");
  for (const name of pages) {
    await one.turn(address(name));
    assert.deepEqual([one.fired, one.requests], [[], [address(name), address("app.css")].map((url) => url.replace("articles/app", "app"))], name);
  }
  await one.close();
  rmSync(there, { recursive: true });
});

test("the application writes no markup from words, and says so to the browser", () => {
  const sources = new URL("../../pipeline/render/web/app/", import.meta.url);
  for (const name of readdirSync(sources)) assert.doesNotMatch(readFileSync(new URL(name, sources), "utf8"), /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|setAttribute\("on|srcdoc/, name);
});

test("control: the same payloads without escaping and policy do fire, and do ask", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "hypeline-control-"));
  const browser = await launch(t);
  let seen = 0, asked = 0;
  const { page, fired, requests, turn, close } = await open(browser, "about:blank");
  for (const payload of ownPayloads) {
    writeFileSync(join(folder, "control.html"), `<!DOCTYPE html><meta charset="utf-8"><title>control</title><body><p>${payload}</p>`);
    await turn(pathToFileURL(join(folder, "control.html")).href);
    await page.waitForTimeout(60);
    seen += fired.length > 0;
    asked += strange(requests).length > 0;
  }
  await close();
  assert.ok(seen >= 15 && asked >= 4, `${seen} of ${ownPayloads.length} fired, ${asked} asked`);
  rmSync(folder, { recursive: true });
});
