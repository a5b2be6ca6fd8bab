// The index: filters, the table in pages, all state in the hash.

// Rows of a page; those that a screen shows, none being lower than 50 pixels: they are drawn first, as many again whenever the browser has nothing else to do.
const PAGE = 100, SCREEN = Math.ceil(innerHeight / 50);
let drawing = 0;
let indexState = new URLSearchParams();
/** @type {number[]} */
let shown = [];
/** @type {RuleRow[]} */
let rules = [];

/** Name, heading, kind. */
const COLUMNS = [
  ["priority", "Priority", "number"], ["title", "Article", ""], ["load", "Promotional load", ""], ["checklist", "Checklist", ""], ["mismatch", "Top mismatch", ""],
  ["changed", "Since last night", ""], ["sources", "Sources", "number"], ["words", "Words", "number"], ["damage", "Damage", ""], ["verdicts", "Reviewed", "number"],
];

/** @param {string} name @param {string} value @param {boolean} [quiet] keep the place in the history */
function setState(name, value, quiet) {
  const next = new URLSearchParams(indexState);
  if (value) next.set(name, value);
  else next.delete(name);
  if (name !== "page") next.delete("page");
  const hash = next.size ? `#/?${next}` : "#/";
  if (quiet) history.replaceState(null, "", hash);
  else location.hash = hash;
  if (quiet) drawIndex(next);
}

/** @param {string} name @param {string} label @param {[string, string][]} options */
function choice(name, label, options) {
  const list = el("select", { id: `f-${name}`, change: (/** @type {any} */ event) => setState(name, event.target.value, true) }, options.map(([value, text]) => el("option", { value }, text)));
  return el("div", el("label", { for: `f-${name}` }, label), list);
}

function buildFilters() {
  const site = /** @type {[string, string][]} */ (run.sites.map((name) => [name, name || "(no site)"]));
  const kinds = /** @type {[string, string][]} */ (run.kinds.map((kind) => [kind, inWords(kind)]));
  let typing = 0;
  const later = (/** @type {string} */ name) => (/** @type {any} */ event) => { clearTimeout(typing); typing = window.setTimeout(() => setState(name, event.target.value.trim(), true), 120); };
  replace(byId("filters"),
    el("div.wide", el("label", { for: "f-q" }, "Search titles and sites"), el("input", { id: "f-q", type: "search", autocomplete: "off", input: later("q") })),
    choice("mismatch", "Mismatch", [["", "any or none"], ["any", "has one"], ["high", "high"], ["medium", "medium"], ["low", "low"], ...kinds]),
    choice("family", "Findings of", [["", "any family"], ...run.families.map((name) => /** @type {[string, string]} */ ([name, inWords(name)]))]),
    choice("verdict", "Reviewed", [["", "any"], ["none", "not yet"], ["some", "in part"], ["all", "wholly"], ["open", "not wholly"], ["conflict", "disagreed on"]]),
    run.compared && choice("changed", "Since last night", [["", "any"], ["any", "new or changed"], ["findings", "has new findings"], ["new", "new article"], ["text-changed", "text changed"], ["rules-changed", "rules changed"]]),
    run.sites.length < 2 ? null : choice("site", "Site", [["", "any site"], ...site]),
    el("div", el("label", { for: "f-rule" }, "Rule"), el("input", { id: "f-rule", type: "text", list: "rule-names", autocomplete: "off", focus: loadRules, input: later("rule") }), el("datalist", { id: "rule-names" })),
    button("Clear", () => setAll(""), { id: "f-clear" }));
}

/** @param {string} query */
function setAll(query) {
  history.replaceState(null, "", `#/${query}`);
  drawIndex(new URLSearchParams(query));
}

async function loadRules() {
  if (rules.length) return;
  rules = await load("rules.js");
  fill(byId("rule-names"), rules.flatMap((rule) => (rule.length ? el("option", { value: rule[0] }, run.labels[rule[1]][1]) : [])));
}

function buildTable() {
  if (!run.compared) COLUMNS.splice(5, 1);
  const head = COLUMNS.map(([name, title, kind]) => el("th", { scope: "col", id: `h-${name}`, class: kind }, button(title, () => sortBy(name), { class: "sort" })));
  replace(byId("table"), el("table.articles", el("caption", { id: "caption" }), el("thead", el("tr", head)), el("tbody", { id: "rows" })));
}

/** @param {string} name */
function sortBy(name) {
  const now = indexState.get("sort") ?? "-priority", first = name === "title" ? name : `-${name}`;
  setState("sort", now === first ? (first.startsWith("-") ? name : `-${name}`) : first, true);
}

/** @param {number} row */
function loadCell(row) {
  if (!cell(row, "load")) return el("span.quiet", "too short");
  const [value, low, high] = ["load", "low", "high"].map((name) => (cell(row, name) - 1) / 10);
  return [interval(low, value, high), into(row, "load", el("b", value.toFixed(1)), el("span.quiet", ` ${low.toFixed(1)}–${high.toFixed(1)}`))];
}

// As in render/html/chart.cpp.
/** @param {number} low @param {number} value @param {number} high */
function interval(low, value, high) {
  const along = (/** @type {number} */ x) => Math.min(Math.max(x / 40, 0), 1) * 80 + 8;
  return svg("svg", { class: "interval", width: 96, height: 18, "aria-hidden": "true" }, svg("path", { class: "range", d: `M8 13.5h80M${along(low)} 9H${along(high)}${high > 40 ? "l-4 -4m4 4l-4 4" : ""}` }),
    svg("path", { class: "dot", d: `M${along(value)} 9h0` }));
}

/** @param {number} row */
function mismatchCell(row) {
  if (!cell(row, "kind")) return el("span.quiet", "none found");
  const severity = SEVERITIES[cell(row, "severity")], more = cell(row, "mismatches") - 1;
  return [el("span", { class: `sev sev-${severity}` }, inWords(severity)), " ", into(row, "mismatches", inWords(run.kinds[cell(row, "kind") - 1]), more > 0 && el("span.quiet", ` and ${more} more`))];
}

/** @param {number} row */
function changeCell(row) {
  const change = CHANGES[cell(row, "change")], added = cell(row, "added"), gone = cell(row, "gone");
  if (!change) return el("span.quiet", run.compared ? "unchanged" : "–");
  return [el("b", inWords(change)), change !== "new" && added + gone > 0 && ` +${added} −${gone}`];
}

/** @param {number} row */
function damageCell(row) {
  const all = cell(row, "repairs"), lossy = cell(row, "lossy");
  return all === 0 ? el("span.quiet", "none") : [`${all} repaired`, lossy > 0 && el("b", `, ${lossy} lossy`)];
}

/** A number that opens into what it counts; the article's own link stands for all of them in the order of Tab. @param {number} row @param {string} part @param {...any} inside */
const into = (row, part, ...inside) => el("a", { href: `#/a/${keyOf(row)}/${part}`, tabindex: -1 }, inside);

/** @param {number} row */
function titleCell(row) {
  const copy = cell(row, "copy") - 1, site = siteOf(row);
  return [el("a", { href: `#/a/${keyOf(row)}` }, words(titleOf(row))), (site || copy >= 0) && el("span.site", site && words(site), site && copy >= 0 && " · ", copy >= 0 && ["near copy of ", words(titleOf(copy))])];
}

/** What stands in a column. @type {Record<string, (row: number) => any>} */
const CELLS = {
  priority: (row) => (cell(row, "priority") / 10).toFixed(1),
  title: titleCell,
  load: loadCell,
  checklist: (row) => (cell(row, "applicable") ? into(row, "checklist", el("b", cell(row, "found")), ` of ${cell(row, "applicable")}`) : el("span.quiet", "n/a")),
  mismatch: mismatchCell,
  changed: changeCell,
  sources: (row) => (cell(row, "sources") ? into(row, "sources", cell(row, "sources")) : el("span.quiet", "0")),
  words: (row) => cell(row, "words"),
  damage: damageCell,
  verdicts: (row) => { const { done, all } = progress(row); return el(done ? "span" : "span.quiet", `${done} of ${all}`); },
};

/** @param {number} row */
const tableRow = (row) => el("tr", COLUMNS.map(([name, title, kind]) => (name === "title" ? el("th", { scope: "row" }, CELLS[name](row)) : el("td", { class: `${kind} c-${name}`, "data-name": title }, CELLS[name](row)))));

function drawPager(/** @type {number} */ page) {
  const pages = Math.max(1, Math.ceil(shown.length / PAGE));
  const go = (/** @type {number} */ to) => () => { setState("page", to > 1 ? String(to) : "", true); byId("articles").scrollIntoView(); };
  replace(byId("pager"), pages > 1 && [button("Previous", go(page - 1), { disabled: page <= 1 }), ` Page ${page} of ${pages} `, button("Next", go(page + 1), { disabled: page >= pages })]);
}

/** Shows the index as the hash asks. @param {URLSearchParams} state */
async function drawIndex(state) {
  indexState = state;
  if (state.get("rule")) await loadRules();
  shown = select(state, rules);
  const page = Math.min(Math.max(1, Number(state.get("page")) || 1), Math.max(1, Math.ceil(shown.length / PAGE)));
  for (const name of FILTERS) { const field = byId(`f-${name}`); if (field && field !== document.activeElement) field.value = state.get(name) ?? ""; }
  const by = state.get("sort") ?? "-priority";
  for (const [name] of COLUMNS) set(byId(`h-${name}`), { "aria-sort": by.replace("-", "") === name ? (by.startsWith("-") ? "descending" : "ascending") : "none" });
  const all = run.count;
  replace(byId("caption"), all === 0 ? "No article could be read." : shown.length === 0 ? `None of ${counted(all, "article")} fits these filters.` : `${shown.length === all ? "All" : `${shown.length} of`} ${counted(all, "article")}. Priority sorts this list and says nothing about truth.`);
  const rows = shown.slice((page - 1) * PAGE, page * PAGE), mine = ++drawing;
  byId("rows").replaceChildren(...rows.splice(0, SCREEN).map(tableRow));
  drawPager(page);
  while (rows.length) {
    await new Promise((done) => { (window.requestIdleCallback ?? setTimeout)(done); });
    if (mine !== drawing) return;
    byId("rows").append(...rows.splice(0, SCREEN).map(tableRow));
  }
}
