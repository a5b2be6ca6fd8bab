// One article: what it comes to, the three outputs, the text with its notes, the sources, and the walk through all that can be judged.

/** @type {ArticleView | null} */
let current = null;

class ArticleView {
  /** @param {string} key @param {ArticleData} article */
  constructor(key, article) {
    this.key = key;
    this.article = article;
    this.findings = article.findings;
    this.at = -1;
    this.hidden = new Set();
    /** Findings that an output rests on. */
    this.bearing = new Set([article.load.findings, ...article.criteria.map((row) => row[3]), ...article.mismatches.map((row) => row[3])].flat());
    /** What can be judged, by number: the findings, and behind them the mismatches. @type {string[]} */
    this.prints = [...article.findings.map((finding) => finding[5]), ...article.mismatches.map((row) => row[4])];
    const seen = new Map();
    /** Names for links: the fingerprint, and where it comes again its count. */
    this.names = this.prints.map((print) => { const n = (seen.get(print) ?? 0) + 1; seen.set(print, n); return n > 1 ? `${print}.${n}` : print; });
    this.text = new TextView(article, (n) => this.link(n));
  }

  /** @param {number} n */
  link(n) {
    return `#/a/${this.key}/${this.names[n]}`;
  }
  /** @param {number} n */
  wordsOf(n) {
    return this.findings[n] ? this.text.slice(this.findings[n][0], this.findings[n][1]) : this.mismatch(n)[2];
  }
  /** @param {number} n */
  mismatch(n) {
    return this.article.mismatches[n - this.findings.length];
  }

  draw() {
    const { article } = this;
    replace(byId("article"), this.bar(), this.heading(), this.summary(), el("div.outputs", el("div", mismatchSection(this), loadSection(this)), checklistSection(this)),
      el("section", { class: "reading", "aria-labelledby": "reading" }, el("div.column", el("h2", { id: "reading" }, "The text, as it was read"), this.toggles(), el("div", { id: "text", click: (/** @type {any} */ event) => this.clicked(event) })),
        el("div", { id: "margin" }, el("h2", "Notes in the margin"), article.findings.length === 0 && el("p", "Nothing was found in this text."), el("ol", { id: "notes" }))),
      sourceSection(this), goneSection(this), orphanSection(this), readSection(this));
    this.redraw();
    this.notes = new NotesView(this);
    this.refresh();
  }

  /** Stays in sight: the way to other articles, and how far this one is reviewed. */
  bar() {
    const place = shown.indexOf(rowOf(this.key));
    const step = (/** @type {number | undefined} */ to, /** @type {string} */ text) => (to === undefined ? null : el("a", { href: `#/a/${keyOf(to)}`, title: titleOf(to) }, text));
    return el("nav", { class: "steps", "aria-label": "Articles" }, el("a", { href: `#/${indexState.toString() ? `?${indexState}` : ""}` }, "All articles"), " ", step(shown[place - 1], "Previous"), " ", step(shown[place + 1], "Next"), " ",
      el("span.here", brief(this.article.title, 90)), el("span", { id: "progress" }));
  }

  heading() {
    const { meta, title, words: scored, page, copy } = this.article;
    const facts = [...[meta.site, meta.published, shorten(meta.byline, 80)].filter(Boolean).map(words), `${scored} scored words`,
      copy && ["near copy of ", rowOf(copy[0]) >= 0 ? el("a", { href: `#/a/${copy[0]}` }, words(titleOf(rowOf(copy[0])))) : brief(copy[1], 100)],
      isWeb(meta.url) ? outward(meta.url, "the article on the web") : meta.url && brief(meta.url, 100),
      el("a", { href: page.replace(".html", `${this.key.slice(10)}.html`) }, "page to print")];
    return el("div.heading", el("h1", { tabindex: -1, id: "title" }, brief(title, 300)), el("p.byline", facts.filter(Boolean).flatMap((fact) => [el("span", fact), " "])));
  }

  /** The article in numbers; each leads to what it counts. */
  summary() {
    const { load: it, criteria, mismatches, sources } = this.article;
    const high = mismatches.filter((row) => row[1] === "high").length, asked = criteria.filter((row) => row[0] !== 3).length;
    const part = (/** @type {string} */ to, /** @type {any} */ number, /** @type {string} */ what) => el("li", el("a", { href: `#/a/${this.key}/${to}` }, el("b", number), ` ${what}`));
    return el("ul.tally", part("mismatches", mismatches.length, `${mismatches.length === 1 ? "mismatch" : "mismatches"}${high ? `, ${high} high` : ""}`), part("load", it.rate === null ? "–" : it.rate.toFixed(1), `promotional load, ${it.band}`),
      part("checklist", asked ? `${criteria.filter((row) => row[0] === 0).length} of ${asked}` : "–", asked ? "criteria found" : "checklist does not apply"), part("reading", this.findings.length, "notes on the text"), part("sources", sources.length, sources.length === 1 ? "source cited" : "sources cited"));
  }

  toggles() {
    const families = [...new Set(this.findings.map(familyOf))].sort((a, b) => a - b);
    const box = (/** @type {string} */ text, /** @type {boolean} */ on, /** @type {(on: boolean) => void} */ change, /** @type {string} */ kind = "") => el("label", { class: `toggle ${kind}` }, el("input", { type: "checkbox", checked: on, change: (/** @type {any} */ event) => change(event.target.checked) }), " ", text);
    return el("div", { class: "toggles", role: "group", "aria-label": "What is shown" },
      families.map((family) => box(inWords(run.families[family]), true, (on) => { if (on) this.hidden.delete(family); else this.hidden.add(family); this.redraw(); }, `f${family}`)),
      box("Only what the outputs rest on", false, (on) => { this.few = on; this.redraw(); }),
      this.article.raw.length > 0 && box("Raw, before repair", false, (on) => { this.raw = on; this.redraw(); }), box("Zones", false, (on) => byId("text").classList.toggle("zones", on)));
  }

  /** @param {number} n */
  isHidden(n) {
    return this.hidden.has(familyOf(this.findings[n])) || (this.few && !this.bearing.has(n));
  }
  visible() {
    return this.findings.flatMap((_, n) => (this.isHidden(n) ? [] : [n]));
  }
  /** The way through the article: mismatches, then the findings that are shown. */
  order() {
    return [...this.article.mismatches.map((_, i) => this.findings.length + i), ...this.visible()];
  }

  redraw() {
    this.text.draw(this.visible(), this.raw ?? false);
    this.findings.forEach((_, n) => { const item = byId(`n${n}`); if (item) item.hidden = this.isHidden(n); });
    if (this.at >= 0) this.point(this.at, true);
  }

  /** @param {any} event */
  clicked(event) {
    const mark = event.target.closest("mark");
    if (mark && !event.target.closest("a") && getSelection()?.isCollapsed) this.go(Number(mark.dataset.n), false);
  }

  /** @param {number} n @param {boolean} on */
  point(n, on) {
    const ref = byId(`r${n}`);
    if (ref) set(ref, { "aria-current": String(on) });
    for (const mark of this.text.marks.get(n) ?? []) mark.classList.toggle("now", on);
  }

  /** Makes a finding or a mismatch the current one. @param {number} n @param {boolean} [scroll] */
  go(n, scroll = true) {
    if (!this.prints[n]) return;
    this.point(this.at, false);
    this.notes?.open(this.at, false);
    this.at = n;
    this.point(n, true);
    this.notes?.open(n, true);
    history.replaceState(null, "", this.link(n));
    const ref = byId(`r${n}`) ?? byId(`n${n}`);
    if (scroll && ref) { const place = ref.getBoundingClientRect(); if (place.top < 80 || place.bottom > innerHeight * 0.6) ref.scrollIntoView({ block: "center" }); }
    this.align(n);
  }

  /** Brings a note to the height of its words. @param {number} n */
  align(n) {
    const pane = byId("margin"), item = byId(`n${n}`), ref = byId(`r${n}`)?.getBoundingClientRect().top;
    if (!item || ref === undefined || pane.scrollHeight <= pane.clientHeight) return;
    const top = pane.getBoundingClientRect().top, wanted = Math.min(Math.max(ref - top, 40), pane.clientHeight - item.offsetHeight - 24);
    pane.scrollTop += item.getBoundingClientRect().top - top - Math.max(wanted, 8);
  }

  /** The notes follow the text, unless the current one is in sight. */
  follow() {
    byId("article").classList.toggle("scrolled", scrollY > 160);
    const inSight = (/** @type {number} */ n) => { const top = byId(`r${n}`)?.getBoundingClientRect().top; return top !== undefined && top > 40 && top < innerHeight; };
    if (inSight(this.at)) return;
    const first = this.visible().find(inSight);
    if (first !== undefined) this.align(first);
  }

  /** @param {number} by */
  walk(by) {
    const all = this.order(), at = this.at < 0 ? this.article.mismatches.length - 1 : all.indexOf(this.at), next = all[at + by];
    if (next === undefined || (by < 0 && this.at < 0)) say(by > 0 ? "Last finding" : "First finding");
    else this.go(next);
  }

  nextMismatch() {
    const all = this.order().slice(0, this.article.mismatches.length);
    if (all.length) this.go(all[all.indexOf(this.at) + 1] ?? all[0]);
    else say("No mismatch in this article");
  }

  /** @returns {boolean} */
  nextOpen() {
    const all = this.order(), at = all.indexOf(this.at), open = (/** @type {number} */ n) => !this.mine(n);
    const next = all.slice(at + 1).find(open) ?? all.find(open);
    if (next === undefined) return false;
    this.go(next);
    return true;
  }

  /** @param {number} n @returns {FindingVerdict[]} */
  verdictsOf(n) {
    return /** @type {any} */ (entriesOf(this.key).filter((entry) => isVerdict(entry) && entry.fingerprint === this.prints[n]));
  }
  /** @param {number} n */
  mine(n) {
    return this.verdictsOf(n).find((entry) => entry.reviewer === reviewer());
  }

  /** The lines of the ignore list on a finding. @param {number} n @returns {Ignore[]} */
  ignoresOf(n) {
    return /** @type {any} */ (entriesOf(this.key).filter((entry) => isIgnore(entry) && (entry.fingerprint ? entry.fingerprint === this.prints[n] : entry.rule === this.ruleOf(n))));
  }

  /** The rule's id, where there is none the label, of a mismatch the kind. @param {number} n */
  ruleOf(n) {
    const finding = this.findings[n];
    return finding ? rules[finding[3]]?.[0] ?? labelOf(finding)[0] : this.mismatch(n)[0];
  }

  /** Puts a finding, or its rule on this site, on the ignore list. @param {number} n @param {string} reason @param {string} until @param {boolean} all */
  ignore(n, reason, until, all) {
    const what = all ? { rule: this.ruleOf(n), site: this.article.meta.site } : { fingerprint: this.prints[n], words: this.wordsOf(n).slice(0, 200) };
    const entry = { ...what, reason, by: reviewer(), until, at: new Date().toISOString(), article: this.key };
    record(this.key, entryKey(entry), entry);
    this.refresh();
    say(`Ignored until ${until}, once the export is given to the next run.`);
  }

  /** @param {number} n @param {Partial<FindingVerdict>} change */
  write(n, change) {
    const finding = this.findings[n], label = finding ? labelOf(finding)[0] : "mismatch";
    const entry = /** @type {FindingVerdict} */ ({ fingerprint: this.prints[n], rule: this.ruleOf(n), label, verdict: "unsure", ...this.mine(n), reviewer: reviewer(), at: new Date().toISOString(), text_sha256: this.article.sha, article: this.key, words: this.wordsOf(n).slice(0, 200), ...change });
    if (!entry.comment) delete entry.comment;
    record(this.key, entryKey(entry), entry);
    this.refresh();
  }

  /** Records a verdict and goes on. @param {number} n @param {string} verdict */
  judge(n, verdict) {
    this.write(n, { verdict });
    const all = this.order(), last = n === all[all.length - 1];
    if (last) this.go(n);
    else this.walk(1);
    say(`${inWords(verdict)}. ${byId("progress").textContent}${last ? " That was the last finding." : ""}${unkept()}`);
  }

  /** Keeps a comment; null leaves all as it was. @param {number} n @param {string | null} comment */
  note(n, comment) {
    if (comment !== null) this.write(n, { comment: comment.trim() });
    this.notes?.open(n, true);
    byId(`cb${n}`)?.focus();
  }

  /** @param {string} criterion @param {string} rating */
  rate(criterion, rating) {
    const entry = { criterion, rating, reviewer: reviewer(), at: new Date().toISOString(), text_sha256: this.article.sha, article: this.key };
    record(this.key, entryKey(entry), rating ? entry : undefined);
    say(rating ? `${inWords(criterion)}: ${inWords(rating)}` : "Rating taken back");
  }

  refresh() {
    const done = this.prints.filter((_, n) => this.verdictsOf(n).length).length;
    replace(byId("progress"), `${done} of ${this.prints.length} reviewed`);
    this.notes?.states();
    if (this.at >= 0) this.notes?.open(this.at, true);
  }
}

/** Findings as they are told in the file, to begins and ends. @param {ArticleData} article */
function unfold(article) {
  let begin = 0;
  for (const finding of article.findings) { begin += finding[0]; finding[0] = begin; finding[1] += begin; }
  return article;
}

/** @param {string} key @param {string} name */
async function openArticle(key, name) {
  if (current?.key !== key) {
    const [article] = await Promise.all([load(`a/${key}.js`).then((read) => (read.unfolded ? read : Object.assign(unfold(read), { unfolded: true }))), loadRules()]);
    current = new ArticleView(key, article);
    current.draw();
    byId("article").dataset.key = key;
    document.title = `${shorten(article.title, 80)} – hypeline`;
    showView("article");
    scrollTo(0, 0);
    byId("title").focus({ preventScroll: true });
  }
  const n = current.names.indexOf(name);
  if (n >= 0) current.go(n);
  else if (name) byId(name)?.scrollIntoView();
}
