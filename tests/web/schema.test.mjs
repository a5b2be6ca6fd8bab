// Every line of annotations.jsonl fits the schema that ships with the program, and keeps promises a schema cannot state.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import test from "node:test";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { articles, records } from "./report.mjs";

const schema = JSON.parse(readFileSync(new URL("../../pipeline/render/annotations.schema.json", import.meta.url)));
const ajv = new Ajv({ strict: true, allErrors: true });
addFormats(ajv);
const valid = ajv.compile(schema);

test("every line is valid", () => {
  assert.ok(records.length > 0);
  for (const record of records) assert.ok(valid(record), `${record.id}: ${ajv.errorsText(valid.errors)}`);
});

test("the schema is strict: a new, a missing or a mistyped key is an error", () => {
  const change = (edit) => { const copy = structuredClone(articles.find((record) => record.annotations.length)); edit(copy); return copy; };
  for (const edit of [
    (r) => { r.extra = 1; }, (r) => { delete r.text; }, (r) => { r.annotations[0].extra = 1; }, (r) => { r.annotations[0].begin = -1; },
    (r) => { r.annotations[0].fingerprint = "x"; }, (r) => { r.zones.push(["nowhere", 0, 1]); }, (r) => { r.offset_unit = "bytes"; },
    (r) => { r.rejected = { reason: "binary", message: "" }; }, (r) => { r.assessment.criteria[0].probability = 2; }, (r) => { r.source.bytes = [1]; },
  ]) assert.ok(!valid(change(edit)), String(edit));
});

test("offsets are code points of the text in the same line", () => {
  for (const record of articles) {
    const points = Array.from(record.text);
    for (const a of record.annotations) assert.equal(points.slice(a.begin, a.end).join(""), a.text, `${record.id} ${a.id}`);
    for (const [, begin, end] of record.zones) assert.ok(begin < end && end <= points.length);
    for (const [begin, end] of record.sentences) assert.ok(begin < end && end <= points.length);
  }
});

test("zones and sentences are in order and do not overlap", () => {
  for (const record of articles) {
    let last = 0;
    for (const [, begin, end] of record.zones) { assert.ok(begin >= last, record.id); last = end; }
    last = 0;
    for (const [begin, end] of record.sentences) { assert.ok(begin >= last, record.id); last = end; }
  }
});

test("text_sha256 is that of the text", () => {
  for (const record of articles) assert.equal(createHash("sha256").update(record.text, "utf8").digest("hex"), record.text_sha256);
});

test("every reference is to an annotation of the same line, and ids are unique", () => {
  for (const record of articles) {
    const ids = new Set(record.annotations.map((a) => a.id));
    assert.equal(ids.size, record.annotations.length);
    const { promotional_load, criteria, mismatches } = record.assessment;
    const used = [promotional_load, ...criteria, ...mismatches].flatMap((part) => part.annotations).concat(record.annotations.flatMap((a) => a.hedged_by));
    for (const id of used) assert.ok(ids.has(id), `${record.id} ${id}`);
  }
  assert.equal(new Set(records.map((record) => record.id_hex ?? record.id)).size, records.length);
});
