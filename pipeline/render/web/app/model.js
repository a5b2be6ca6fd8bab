// The index as columns: what the table shows, filters and sorts by.

/** @type {RunData} */
let run;
/** @type {number[]} */
let everyRow = [];
/** @type {Map<string, number> | undefined} */
let places;

const CHANGES = ["", "new", "text changed", "rules changed"];
const SEVERITIES = ["low", "medium", "high"];

/** @param {RunData} data */
function setRun(data) {
  run = data;
  everyRow = [...Array(run.count).keys()];
}

/** What a letter stands for, by its code. @type {number[]} */
const VALUES = [];
[..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].forEach((letter, value) => { VALUES[letter.charCodeAt(0)] = value; });

/** A number of an article, where it stands in its column: six bits a letter. @param {number} row @param {string} name */
function cell(row, name) {
  const packed = run.columns[name] ?? "", size = packed.length / run.count;
  let value = 0;
  for (let i = row * size; i < (row + 1) * size; ++i) value = value * 64 + VALUES[packed.charCodeAt(i)];
  return value;
}
/** Key and title, with a space between. @param {number} row */
const nameOf = (row) => run.names.slice(row && cell(row - 1, "end"), cell(row, "end"));
/** @param {number} row */
const keyOf = (row) => nameOf(row).replace(/ .*/s, "");
/** @param {string} key */
const rowOf = (key) => (places ??= new Map(everyRow.map((row) => [keyOf(row), row]))).get(key) ?? -1;
/** @param {number} row */
const titleOf = (row) => nameOf(row).replace(/\S+ /, "");
/** @param {number} row */
const siteOf = (row) => run.sites[cell(row, "site")];

/** Verdict state of an article: none, some, all. @param {number} row */
function progress(row) {
  const done = store.size && judged(keyOf(row)), all = cell(row, "findings");
  return { done: Math.min(done, all), all, state: done === 0 ? "none" : done >= all ? "all" : "some" };
}

/** Sort keys: a whole number a row. @type {Record<string, (row: number) => number>} */
const SORTS = {
  priority: (row) => -row,
  title: (row) => cell(row, "order"),
  load: (row) => cell(row, "load"),
  checklist: (row) => (cell(row, "applicable") ? Math.round((cell(row, "found") / cell(row, "applicable")) * 1e4) : -1),
  mismatch: (row) => (cell(row, "kind") ? cell(row, "severity") * 1000 + cell(row, "mismatches") : -1),
  changed: (row) => cell(row, "added") * 10 + cell(row, "change"),
  sources: (row) => cell(row, "sources"),
  words: (row) => cell(row, "words"),
  damage: (row) => cell(row, "lossy") * 1e6 + cell(row, "repairs"),
  verdicts: (row) => { const p = progress(row); return p.all ? Math.round((p.done / p.all) * 1e6) : 0; },
};

/** By a key and, where it is the same, by row, both in one number: numbers sort ten times as fast as what must be compared by a function.
 * @param {number[]} rows @param {string} by a sort's name, with "-" in front for descending */
function sorted(rows, by) {
  const sign = by.startsWith("-") ? -1 : 1, name = by.replace("-", ""), key = Object.hasOwn(SORTS, name) ? SORTS[name] : SORTS.priority, all = run.count;
  if (by === "-priority") return rows;
  const order = new Float64Array(rows.length);
  rows.forEach((row, i) => { order[i] = key(row) * sign * all + row; });
  return Array.from(order.sort(), (place) => ((place % all) + all) % all);
}

/** What the hash may ask of the index. */
const FILTERS = ["q", "site", "family", "rule", "verdict", "changed", "mismatch"];
/** @type {string[]} */
let haystack = [];

/** @param {string[]} asked @returns {(row: number) => boolean} */
function searchTest(asked) {
  if (haystack.length === 0) haystack = everyRow.map((row) => `${nameOf(row)} ${siteOf(row)}`.toLowerCase());
  return (row) => asked.every((word) => haystack[row].includes(word));
}

/** @type {Record<string, (value: string, rules: RuleRow[]) => (row: number) => boolean>} */
const TESTS = {
  q: (value) => searchTest(value.toLowerCase().split(/\s+/).filter(Boolean)),
  site: (value) => { const at = run.sites.indexOf(value); return (row) => cell(row, "site") === at; },
  family: (value) => { const bit = 1 << run.families.indexOf(value); return (row) => (cell(row, "families") & bit) !== 0; },
  rule: (value, rules) => { const rows = new Set(rules.filter((rule) => rule[0] === value).flatMap((rule) => rising(rule[4]))); return (row) => rows.has(row); },
  verdict: (value) => (row) => { const { state } = progress(row); return value === "open" ? state !== "all" : value === "conflict" ? conflictsOf(keyOf(row)).length > 0 : state === value; },
  changed: (value) => (row) => (value === "findings" ? cell(row, "added") > 0 : value === "any" ? cell(row, "change") > 0 : CHANGES[cell(row, "change")].replace(" ", "-") === value),
  mismatch: (value) => (row) => cell(row, "kind") > 0 && (value === "any" || run.kinds[cell(row, "kind") - 1] === value || SEVERITIES[cell(row, "severity")] === value),
};

/** Rising numbers, written as differences less one, five bits a letter, the lowest first; the sixth bit says that more follow. @param {string} text */
function rising(text) {
  const out = [];
  let next = 0, value = 0, shift = 0;
  for (const letter of text) {
    const digit = VALUES[letter.charCodeAt(0)];
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    out.push(next + value);
    next += value + 1;
    value = shift = 0;
  }
  return out;
}

/** The rows an index shows, in order. @param {URLSearchParams} state @param {RuleRow[]} rules */
function select(state, rules) {
  const rows = FILTERS.reduce((left, name) => { const asked = state.get(name); return asked ? left.filter(TESTS[name](asked, rules)) : left; }, everyRow);
  return sorted(rows, state.get("sort") ?? "-priority");
}
