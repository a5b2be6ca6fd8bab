// Two runs with a changed article, a removed one, a new one and a changed lexicon row show exactly those, split by cause.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { launch, open } from "./report.mjs";

const { HYPELINE_BIN: program, HYPELINE_ROOT: root } = process.env;
const BASE = "Sleep pill tested in mice\n\nThe pill may help people sleep, said Ann Lee, who led the study. It was tested in 24 mice for 12 weeks.\n\nThe company hopes to sell it soon.\n";

// Two nights over three articles: one stays, one changes, one goes, one comes; between them the rule that knows "may" goes.
function twoNights(changeRules) {
  const there = mkdtempSync(join(tmpdir(), "hypeline-diff-")), at = (name) => join(there, name);
  const put = (name, text) => writeFileSync(at(`in/${name}.txt`), text);
  const night = (lexicons) => execFileSync(program, ["annotate", at("in"), "-o", at("out"), "-q", "--lexicons", lexicons]);
  mkdirSync(at("in"));
  for (const name of ["stays", "changes", "goes"]) put(name, BASE);
  night(join(root, "lexicons"));
  cpSync(at("out"), at("first"), { recursive: true });
  cpSync(join(root, "lexicons"), at("lexicons"), { recursive: true });
  if (changeRules)
    for (const name of readdirSync(at("lexicons/en")).filter((entry) => entry.endsWith(".tsv"))) {
      const lines = readFileSync(at(`lexicons/en/${name}`), "utf8").split("\n");
      writeFileSync(at(`lexicons/en/${name}`), lines.filter((line) => !line.startsWith("hedge-may\t")).join("\n"));
    }
  put("changes", BASE.replace("to sell it soon", "for a groundbreaking cure"));
  put("comes", BASE);
  rmSync(at("in/goes.txt"));
  night(at("lexicons"));
  const diff = execFileSync(program, ["diff", at("first"), at("out")], { encoding: "utf8" });
  return { there, at, diff };
}

test("with the rules as they were, all that differs is the text's", { skip: !program }, () => {
  const { there, diff } = twoNights(false);
  assert.match(diff, /articles: 1 new, 1 removed, 1 with changed text, 0 that changed rules read otherwise, 1 unchanged/);
  assert.doesNotMatch(diff, /the rules changed$/m);
  rmSync(there, { recursive: true });
});

test("text and rules are told apart, on the command line and in the browser", { skip: !program }, async (t) => {
  const { there, at, diff } = twoNights(true);
  assert.match(diff, /articles: 1 new, 1 removed, 1 with changed text, 1 that changed rules read otherwise, 0 unchanged/);
  assert.match(diff, /^new: comes\.txt/m);
  assert.match(diff, /^removed: goes\.txt/m);
  const parts = diff.split(/^(?=\S)/m), changed = parts.find((part) => part.startsWith("text changed: changes.txt")), reread = parts.find((part) => part.startsWith("rules changed: stays.txt"));
  assert.match(changed, /- hedge\.cue “may” \[hedge-may\]: the rules changed/);
  assert.match(changed, /\+ hype\.superlative “groundbreaking” \[[a-z-]+\]: the text changed/);
  assert.match(reread, /- hedge\.cue “may” \[hedge-may\]: the rules changed/);
  assert.doesNotMatch(reread, /the text changed/);
  const browser = await launch(t);
  const { page, close } = await open(browser, pathToFileURL(at("out/index.html")).href);
  await page.waitForSelector(".app");
  const lead = await page.locator("#since + p").textContent();
  assert.match(lead, /1 new article, 1 with changed text, 1 that changed rules read otherwise, 1 removed; 0 unchanged/);
  assert.deepEqual(await page.locator("#since ~ details li code").allTextContents(), ["goes.txt"]);
  for (const [value, count] of [["new", 1], ["text-changed", 1], ["rules-changed", 1], ["any", 3]]) {
    await page.selectOption("#f-changed", value);
    assert.equal(await page.locator("#rows tr").count(), count, value);
  }
  await page.selectOption("#f-changed", "text-changed");
  await page.locator("#rows th a").click();
  await page.waitForSelector("#gone");
  assert.match(await page.locator("#gone + ul").textContent(), /Hedge may \(hedge-may\) – the rules changed/);
  assert.ok(await page.locator("#notes").getByText("New since last night: the text changed.").count() > 0);
  await close();
  rmSync(there, { recursive: true });
});
