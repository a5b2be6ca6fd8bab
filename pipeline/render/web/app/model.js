// The index as columns: what the table shows, filters and sorts by.

/** @type {RunData} */
let run;
/** @type {Map<string, number>} */
const rowOf = new Map();

// Where a number stands in a row of data.js.
const AT = { site: 2, words: 3, load: 4, low: 5, high: 6, found: 7, applicable: 8, kind: 9, severity: 10, mismatches: 11, sources: 12, repairs: 13, lossy: 14,
  priority: 15, families: 16, findings: 17, change: 18, newText: 19, newRules: 20, goneText: 21, goneRules: 22, ignored: 23, copy: 24 };
const CHANGES = ["", "new", "text changed", "rules changed"];
const SEVERITIES = ["low", "medium", "high"];

/** @param {number} row @param {number} column */
const cell = (row, column) => Number(run.rows[row][column] ?? 0);
/** @param {number} row */
const keyOf = (row) => run.rows[row][0];
/** @param {number} row */
const titleOf = (row) => String(run.rows[row][1]);
/** @param {number} row */
const siteOf = (row) => run.sites[cell(row, AT.site)];
/** @param {number} row */
const newFindings = (row) => cell(row, AT.newText) + cell(row, AT.newRules);

/** @param {RunData} data */
function setRun(data) {
  run = data;
  run.rows.forEach((row, i) => rowOf.set(row[0], i));
}

/** Verdict state of an article: none, some, all. @param {number} row */
function progress(row) {
  const done = judged(keyOf(row)), all = cell(row, AT.findings);
  return { done: Math.min(done, all), all, state: done === 0 ? "none" : done >= all ? "all" : "some" };
}

/** The place of each row in the order of a word, compared by code units after folding; told once. @param {(row: number) => string} word */
function ranks(word) {
  /** @type {Int32Array | undefined} */
  let rank;
  return (/** @type {number} */ row) => {
    if (!rank) {
      const words = run.rows.map((_, i) => word(i).toLowerCase()), place = new Map([...new Set(words)].sort().map((each, i) => [each, i]));
      rank = Int32Array.from(words, (each) => place.get(each) ?? 0);
    }
    return rank[row];
  };
}

/** Sort keys: a number a row. @type {Record<string, (row: number) => number>} */
const SORTS = {
  priority: (row) => -row,
  title: ranks(titleOf),
  load: (row) => cell(row, AT.load),
  checklist: (row) => (cell(row, AT.applicable) ? cell(row, AT.found) / cell(row, AT.applicable) : -1),
  mismatch: (row) => (cell(row, AT.kind) ? cell(row, AT.severity) * 1000 + cell(row, AT.mismatches) : -1),
  changed: (row) => newFindings(row) * 10 + cell(row, AT.change),
  sources: (row) => cell(row, AT.sources),
  words: (row) => cell(row, AT.words),
  damage: (row) => cell(row, AT.lossy) * 1e6 + cell(row, AT.repairs),
  verdicts: (row) => { const p = progress(row); return p.all ? p.done / p.all : 0; },
};

/** @param {number[]} rows @param {string} by a sort's name, with "-" in front for descending */
function sorted(rows, by) {
  const sign = by.startsWith("-") ? -1 : 1, name = by.replace("-", ""), key = Object.hasOwn(SORTS, name) ? SORTS[name] : SORTS.priority;
  const keys = new Float64Array(run.rows.length);
  for (const row of rows) keys[row] = key(row) * sign;
  return rows.sort((a, b) => keys[a] - keys[b] || a - b);
}

/** What the hash may ask of the index. */
const FILTERS = ["q", "site", "family", "rule", "verdict", "changed", "mismatch"];
/** @type {string[]} */
let haystack = [];

/** @param {string[]} asked @returns {(row: number) => boolean} */
function searchTest(asked) {
  if (haystack.length === 0) haystack = run.rows.map((row, i) => `${row[1]} ${siteOf(i)} ${row[0]}`.toLowerCase());
  return (row) => asked.every((word) => haystack[row].includes(word));
}

/** @type {Record<string, (value: string, rules: RuleRow[]) => (row: number) => boolean>} */
const TESTS = {
  q: (value) => searchTest(value.toLowerCase().split(/\s+/).filter(Boolean)),
  site: (value) => { const at = run.sites.indexOf(value); return (row) => cell(row, AT.site) === at; },
  family: (value) => { const bit = 1 << run.families.indexOf(value); return (row) => (cell(row, AT.families) & bit) !== 0; },
  rule: (value, rules) => { const rows = new Set(rules.filter((rule) => rule[0] === value).flatMap((rule) => unpack(rule[4]))); return (row) => rows.has(row); },
  verdict: (value) => (row) => { const { state } = progress(row); return value === "open" ? state !== "all" : value === "conflict" ? conflictsOf(keyOf(row)).length > 0 : state === value; },
  changed: (value) => (row) => (value === "findings" ? newFindings(row) > 0 : value === "any" ? cell(row, AT.change) > 0 : CHANGES[cell(row, AT.change)].replace(" ", "-") === value),
  mismatch: (value) => (row) => cell(row, AT.kind) > 0 && (value === "any" || run.kinds[cell(row, AT.kind) - 1] === value || SEVERITIES[cell(row, AT.severity)] === value),
};

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** Rising numbers, written as differences of five bits a letter, the lowest first; the sixth bit says that more follow. @param {string} text */
function unpack(text) {
  const out = [];
  let last = -1, value = 0, shift = 0;
  for (const letter of text) {
    const digit = DIGITS.indexOf(letter);
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    last += value + 1;
    out.push(last);
    value = shift = 0;
  }
  return out;
}

/** The rows an index shows, in order. @param {URLSearchParams} state @param {RuleRow[]} rules */
function select(state, rules) {
  const tests = FILTERS.flatMap((name) => (state.get(name) ? [TESTS[name](state.get(name) ?? "", rules)] : []));
  const rows = [];
  for (let row = 0; row < run.rows.length; ++row) if (tests.every((test) => test(row))) rows.push(row);
  return sorted(rows, state.get("sort") ?? "-priority");
}
