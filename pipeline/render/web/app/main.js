// Routes, keys, and the start: #/ the index, #/a/<key>[/<finding>] an article, #/verdicts.

const VIEWS = ["index", "article", "verdicts"];

/** @param {string} name */
function showView(name) {
  for (const view of VIEWS) byId(view).hidden = view !== name;
}

function route() {
  const hash = location.hash || "#/";
  const article = /^#\/a\/([0-9a-f]{10}(?:-\d{1,4})?)(?:\/([0-9a-f]{16}(?:\.\d{1,4})?|[a-z]{4,10}))?$/.exec(hash);
  if (article) openArticle(article[1], article[2] ?? "").catch((problem) => { say(`This article cannot be opened: ${problem.message}.`); current = null; openIndex(""); });
  else if (hash === "#/verdicts") { current = null; drawVerdicts().then(() => {}); byId("verdicts-title").focus(); }
  else if (hash.startsWith("#/")) openIndex(hash.slice(2).replace(/^\?/, ""));
}

/** @param {string} query */
function openIndex(query) {
  const from = current?.key;
  current = null;
  document.title = "Hype against evidence: articles to check";
  showView("index");
  drawIndex(new URLSearchParams(query)).then(() => {
    const link = from && document.querySelector(`#rows a[href="#/a/${from}"]`);
    if (link instanceof HTMLElement) { link.focus(); link.scrollIntoView({ block: "center" }); }
  });
}

/** @param {number} by */
function stepArticle(by) {
  const place = current ? shown.indexOf(rowOf(current.key)) : by > 0 ? -1 : shown.length;
  const to = shown[place + by];
  if (to === undefined) say(by > 0 ? "Last article of the list" : "First article of the list");
  else location.hash = `#/a/${keyOf(to)}`;
}

function nextUnreviewed() {
  if (current?.nextOpen()) return;
  const from = current ? shown.indexOf(rowOf(current.key)) : -1;
  const to = shown.slice(from + 1).find((row) => progress(row).state !== "all");
  if (to === undefined) say("Nothing left to review in this list.");
  else location.hash = `#/a/${keyOf(to)}`;
}

function undoLast() {
  const last = undoList.length ? undo() : null;
  if (!last) return say("Nothing to undo.");
  say("Taken back.");
  if (current?.key === last.article) {
    const view = current, n = view.prints.findIndex((print) => last.key.startsWith(`${print}|`));
    view.refresh();
    if (n >= 0) view.go(n);
    else byId("checklist").parentElement.replaceWith(checklistSection(view));
  } else if (!byId("index").hidden) drawIndex(indexState);
}

/** @param {string} id */
const focusField = (id) => () => { if (current) location.hash = `#/?${indexState}`; setTimeout(() => byId(id)?.focus(), current ? 100 : 0); };

/** Key, what it does, in words. @type {[string, () => void, string][]} */
const KEYS = [
  ["j", () => current?.walk(1), "next finding"], ["k", () => current?.walk(-1), "finding before"],
  ["J", () => stepArticle(1), "next article"], ["K", () => stepArticle(-1), "article before"], ["m", () => current?.nextMismatch(), "next mismatch"], ["n", nextUnreviewed, "next without a verdict"],
  ...VERDICTS.map((verdict, i) => /** @type {[string, () => void, string]} */ ([String(i + 1), () => judgeCurrent(verdict), `verdict: ${inWords(verdict).toLowerCase()}, and on to the next`])),
  ["c", () => { if (current && current.at >= 0) current.notes?.comment(current.at); }, "comment"], ["i", () => { if (current && current.at >= 0) current.notes?.ignore(current.at); }, "ignore from now on"], ["u", undoLast, "undo"], ["f", focusField("f-mismatch"), "filter"], ["/", focusField("f-q"), "search"],
  ["?", () => toggleHelp(), "this help"], ["e", exportFile, "export verdicts"],
];

/** @param {string} verdict */
function judgeCurrent(verdict) {
  if (!current) return;
  if (current.at < 0) current.walk(1);
  else current.judge(current.at, verdict);
}

function toggleHelp() {
  const box = byId("help");
  if (box.open) box.close();
  else box.showModal();
}

function buildHelp() {
  const off = el("input", { id: "keys-on", type: "checkbox", checked: recall("keys") !== "off", change: (/** @type {any} */ event) => remember("keys", event.target.checked ? "" : "off") });
  replace(byId("help"), el("h2", { id: "help-title" }, "Keys"), el("dl.keys", KEYS.map(([key, , what]) => el("div", el("dt", el("kbd", key)), el("dd", what)))),
    el("p", el("label", off, " Single keys are on (never inside fields)")), el("p", button("Close", () => byId("help").close())));
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  const target = /** @type {any} */ (event.target);
  if (event.ctrlKey || event.metaKey || event.altKey || recall("keys") === "off" || target.closest?.("input,textarea,select,[contenteditable],dialog[open]")) return;
  const known = KEYS.find(([key]) => key === event.key);
  if (!known) return;
  event.preventDefault();
  known[1]();
}

/** @param {RunData} data */
function start(data) {
  setRun(data);
  openStore();
  buildFilters();
  buildTable();
  buildHelp();
  shown = everyRow;
  byId("open-help").addEventListener("click", toggleHelp);
  addEventListener("hashchange", route);
  addEventListener("keydown", pressed);
  addEventListener("scroll", () => current?.follow(), { passive: true });
  document.documentElement.classList.add("app");
  route();
}

window.hypeline = { data: start, article: (/** @type {string} */ packed) => receive(unpacked(packed)), rules: receive };
