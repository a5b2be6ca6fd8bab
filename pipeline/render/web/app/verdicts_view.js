// All verdicts of this browser: the reviewer's name, export, import, and what no longer fits.

/** Verdicts whose finding the article does not have. @param {string} key @param {ArticleData | null} article @returns {Entry[]} */
function orphansOf(key, article) {
  const here = new Set(article && [...article.findings.map((finding) => finding[5]), ...article.mismatches.map((row) => row[4])]);
  return /** @type {any} */ (entriesOf(key).filter((entry) => ("fingerprint" in entry ? !here.has(entry.fingerprint ?? "") : !article)));
}

/** @param {Entry[]} entries */
const entryList = (entries) => el("ul.plain", entries.map((entry) => el("li", isIgnore(entry) ? [el("b", "Ignored"), ` ${entry.reason}, until ${entry.until}`] : isVerdict(entry)
  ? [el("b", inWords(entry.verdict)), " ", el("q", words(entry.words ?? "")), ` ${entry.rule || entry.label}`, entry.comment ? ` – ${entry.comment}` : ""]
  : [el("b", inWords(entry.rating)), ` ${inWords(entry.criterion)}`], el("span.quiet", ` ${isIgnore(entry) ? entry.by : entry.reviewer}, ${entry.at.slice(0, 10)}`))));

function exportFile() {
  const file = new Blob([exportText()], { type: "application/x-ndjson" });
  const link = el("a", { href: URL.createObjectURL(file), download: `verdicts-${reviewer().replace(/[^A-Za-z0-9]+/g, "-")}.jsonl` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  say(`Exported ${counted(allEntries().length, "entry", "entries")}.`);
}

/** @param {any} event */
async function importFile(event) {
  for (const file of event.target.files) {
    const { added, changed, same, bad } = importText(await file.text());
    say(`${file.name}: ${added} added, ${changed} newer than what was here, ${same} known, ${bad} not understood.`);
  }
  event.target.value = "";
  drawVerdicts();
}

/** @param {string} key */
const articleLink = (key) => { const row = rowOf(key); return row < 0 ? el("span", `Article ${key}, no longer in the report`) : el("a", { href: `#/a/${key}` }, words(titleOf(row))); };

/** @param {string[]} keys */
function conflictList(keys) {
  const items = keys.flatMap((key) => conflictsOf(key).map((print) => {
    const all = /** @type {FindingVerdict[]} */ (entriesOf(key).filter((entry) => isVerdict(entry) && entry.fingerprint === print));
    return el("li", el("a", { href: `#/a/${key}/${print}` }, el("q", words(all[0].words ?? all[0].rule))), ` ${all.map((entry) => `${entry.reviewer}: ${inWords(entry.verdict).toLowerCase()}`).join("; ")}. `, articleLink(key));
  }));
  return items.length ? el("ul.plain", items) : el("p", "Nowhere, in what is kept here.");
}

async function drawVerdicts() {
  const name = el("input", { id: "reviewer", type: "text", maxlength: 100, autocomplete: "name", change: (/** @type {any} */ event) => { remember("reviewer", event.target.value.trim()); say(`Verdicts are ${reviewer()}'s from now on.`); } });
  name.value = recall("reviewer");
  const file = el("input", { id: "import", type: "file", accept: ".jsonl,.ndjson", multiple: true, change: importFile });
  const keys = [...store.keys()].sort();
  const lost = el("div", { id: "lost" }, el("p.quiet", "Looking through the articles…"));
  replace(byId("verdicts"), el("div.heading", el("h1", { tabindex: -1, id: "verdicts-title" }, "Verdicts"), el("p", `${counted(allEntries().length, "entry", "entries")} on ${counted(keys.length, "article")}, kept in this browser only until you export them.`, unkept())),
    el("div.filters", el("div", el("label", { for: "reviewer" }, "Your name"), name), el("div", el("label", { for: "import" }, "Import verdicts (.jsonl)"), file), button("Export all", exportFile, { id: "export" })),
    section("by-article", "By article", keys.length === 0 ? el("p", "None yet.") : el("ul.plain", keys.map((key) => el("li", articleLink(key), ` ${counted(entriesOf(key).length, "entry", "entries")}`)))),
    section("conflicts", "Where reviewers disagree", conflictList(keys)),
    section("orphans", "Orphaned verdicts", lost));
  showView("verdicts");
  document.title = "Verdicts – hypeline";
  const found = [];
  for (const key of keys) {
    const article = rowOf(key) >= 0 ? await load(`a/${key}.js`).catch(() => null) : null;
    const orphans = orphansOf(key, article);
    if (orphans.length) found.push(articleLink(key), entryList(orphans));
  }
  replace(lost, found.length ? found : el("p", "None: every verdict stands on a finding of tonight's report."));
}
