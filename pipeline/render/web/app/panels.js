// The three outputs and what stands behind the text: each number leads to its findings.

/** @param {string} url */
const isWeb = (url) => /^https?:\/\/[a-z0-9][a-z0-9.:-]*(?:[/?#][^\s<>"\\]*)?$/i.test(url) && !HIDDEN.test(url);
/** A link out of the report; never followed by the report itself. @param {string} url @param {string} text */
const outward = (url, text) => el("a", { href: url, rel: "noopener noreferrer" }, text);

/** @param {ArticleView} view @param {number[]} findings */
function see(view, findings) {
  if (findings.length === 0) return null;
  const links = findings.flatMap((n, i) => [i === 0 ? "" : i + 1 === findings.length ? " and " : ", ", el("a", { href: view.link(n) }, n + 1)]);
  return [findings.length === 1 ? " See note " : " See notes ", links, "."];
}

/** @param {string} id @param {string} title @param {...any} inside */
const section = (id, title, ...inside) => el("section", { "aria-labelledby": id }, el("h2", { id }, title), ...inside);

/** @param {ArticleView} view */
function mismatchSection(view) {
  const first = view.findings.length;
  const items = view.article.mismatches.map(([kind, severity, message, findings], i) => el("li", { class: `sev-${severity}`, id: `n${first + i}` },
    el("p", el("span", { class: `sev sev-${severity}` }, inWords(severity)), " ", el("a", { href: view.link(first + i), class: "name" }, inWords(kind)), " ", el("span", { class: "state", id: `s${first + i}` })), el("p", words(message), see(view, findings)), el("div", { class: "more", id: `m${first + i}` })));
  const left = (view.article.leftOut ?? []).map(([kind, message, why]) => el("li", el("b", inWords(kind)), " ", words(message), " ", words(why)));
  return section("mismatches", "Mismatches", items.length ? el("ol.mismatches", items) : el("p", "We found no two things in the article that do not fit each other."), left.length > 0 && el("details", el("summary", `${left.length} on the ignore list`), el("ul.plain", left)));
}

/** @param {ArticleView} view */
function loadSection(view) {
  const { load: it, words: all } = view.article, low = Number(it.low), high = Number(it.high);
  const rate = it.rate === null ? el("p.figure", el("b", inWords(it.band))) : [el("p.figure", el("b", it.rate.toFixed(1)), " per 1,000 words ", el("span.band", it.band)), interval(low, it.rate, high), el("p", `95 % interval ${low.toFixed(1)} to ${high.toFixed(1)}.`)];
  return section("load", "Promotional load", rate, el("p", `${counted(it.count, "distinct promotional finding")} in the article's own voice, in ${counted(all, "scored word")}.`, it.quoted > 0 && ` ${it.quoted} more in quotations, tallied apart.`, view.article.ignored > 0 && ` ${view.article.ignored} on the ignore list, left out.`, it.rate === null && " A rate needs 250 words.", see(view, it.findings)));
}

// As in assess/assessment.h.
const CRITERION = ["found", "not-found", "cannot-tell", "not-applicable"];

/** @param {ArticleView} view */
function checklistSection(view) {
  const { criteria } = view.article;
  const mine = new Map(entriesOf(view.key).flatMap((entry) => ("rating" in entry && entry.reviewer === reviewer() ? [[entry.criterion, entry.rating]] : [])));
  const row = (/** @type {ArticleData["criteria"][0]} */ [which, chance, reason, findings], /** @type {number} */ i) => {
    const [id, title] = run.criteria[i], verdict = CRITERION[which];
    const rating = el("select", { "aria-label": `Your rating: ${title}`, change: (/** @type {any} */ event) => view.rate(id, event.target.value) }, [["", "–"], ...RATINGS.map((name) => [name, inWords(name)])].map(([value, text]) => el("option", { value }, text)));
    rating.value = mine.get(id) ?? "";
    return el("tr", { id: `c-${id}` }, el("th", { scope: "row" }, title, el("p", words(reason), see(view, findings))), el("td", { class: `v v-${verdict}` }, inWords(verdict)), el("td", chance < 0 ? "–" : `${chance} %`), el("td", rating));
  };
  const heads = [["Criterion", ""], ["Verdict", ""], ["Chance", ""], ["You", ""]];
  const table = el("table.checklist", el("thead", el("tr", heads.map(([text, kind]) => el("th", { scope: "col", class: kind }, text === "Chance" ? el("abbr", { title: "that an expert would call the criterion satisfied" }, text) : text)))), el("tbody", criteria.map(row)));
  const none = criteria.every((each) => each[0] === 3);
  return section("checklist", "Evidence checklist", none ? [el("p", "The list does not apply: we did not find a claim that something changes health."), el("details", el("summary", "The ten criteria"), table)] : table);
}

/** @param {ArticleView} view */
function sourceSection(view) {
  const rows = view.article.sources.map(([n, kind, url, why, claims, told]) => el("tr", el("td.number", el("a", { href: view.link(n) }, n + 1)), el("td", brief(view.wordsOf(n), 160)), el("td", kind ? words(kind) : "source"), el("td", isWeb(url) ? outward(url, shorten(url, 100)) : why),
    el("td", claims.length === 0 ? el("span.quiet", "no claim beside it") : claims.flatMap((at, i) => [i ? ", " : "", el("a", { href: view.link(at) }, at + 1), " ", brief(view.wordsOf(at), 60)]), told && el("p", words(told)))));
  return section("sources", "Sources the article cites", rows.length === 0 ? el("p", "We did not find a source that can be identified.")
    : el("table.sources", el("thead", el("tr", ["Note", "As cited", "Kind", "Where it leads", "Claims it stands beside"].map((text) => el("th", { scope: "col" }, text)))), el("tbody", rows)));
}

/** @param {ArticleView} view */
function goneSection(view) {
  if (view.article.gone.length === 0) return null;
  return section("gone", "Gone since last night", el("ul.plain", view.article.gone.map(([label, rule, text, cause]) => el("li", el("b", run.labels.find((row) => row[0] === label)?.[1] ?? label), " ", el("q", brief(text, 90)), ` ${rule ? `(${rule}) ` : ""}– the ${cause} changed`))));
}

/** Verdicts on findings the article does not have any more. @param {ArticleView} view */
function orphanSection(view) {
  const lost = orphansOf(view.key, view.article);
  return lost.length === 0 ? null : section("orphaned", "Orphaned verdicts", el("p", "Given on findings that this text no longer has; kept, not moved."), entryList(lost));
}

/** @param {ArticleView} view */
function readSection(view) {
  return section("source", "How it was read", el("dl.facts", view.article.read.map(([what, value]) => el("div", el("dt", what), el("dd", words(value))))));
}
