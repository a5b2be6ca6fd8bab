// One article: the three outputs, the text with its notes, the sources, and the walk through its findings.

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
    const seen = new Map();
    /** A finding's name in links: its fingerprint, and where it comes again its count. */
    this.names = this.findings.map((finding) => { const n = (seen.get(finding[5]) ?? 0) + 1; seen.set(finding[5], n); return n > 1 ? `${finding[5]}.${n}` : finding[5]; });
    this.text = new TextView(article, (n) => this.link(n));
  }

  /** @param {number} n */
  link(n) {
    return `#/a/${this.key}/${this.names[n]}`;
  }
  /** @param {number} n */
  wordsOf(n) {
    return this.text.slice(this.findings[n][0], this.findings[n][1]);
  }

  draw() {
    const { article } = this, row = rowOf.get(this.key);
    replace(byId("article"), this.heading(row), el("div.outputs", el("div", mismatchSection(this), loadSection(this)), checklistSection(this)),
      el("section", { class: "reading", "aria-labelledby": "reading" }, el("div.column", el("h2", { id: "reading" }, "The text, as it was read"), this.toggles(), el("div", { id: "text", click: (/** @type {any} */ event) => this.clicked(event) })),
        el("div", { id: "margin" }, el("h2", "Notes in the margin"), article.findings.length === 0 && el("p", "Nothing was found in this text."), el("ol", { id: "notes" }))),
      sourceSection(this), goneSection(this), orphanSection(this), readSection(this));
    this.redraw();
    this.notes = new NotesView(this);
    this.refresh();
  }

  /** @param {number | undefined} row */
  heading(row) {
    const { meta, title, words: scored, page } = this.article;
    const facts = [meta.site, meta.published, shorten(meta.byline, 80)].filter(Boolean).map((fact) => el("span", words(fact)));
    const place = shown.indexOf(row ?? -1), before = shown[place - 1], after = shown[place + 1];
    const step = (/** @type {number | undefined} */ to, /** @type {string} */ text) => (to === undefined ? null : el("a", { href: `#/a/${keyOf(to)}` }, text));
    return el("div.heading", el("nav", { class: "steps", "aria-label": "Articles" }, el("a", { href: `#/${indexState.toString() ? `?${indexState}` : ""}` }, "All articles"), " ", step(before, "Previous"), " ", step(after, "Next")),
      el("h1", { tabindex: -1, id: "title" }, brief(title, 300)),
      el("p.byline", facts.flatMap((fact) => [fact, " "]), el("span", `${scored} scored words`), " ", isWeb(meta.url) ? outward(meta.url, "the article on the web") : meta.url ? brief(meta.url, 100) : null, " ",
        page && !this.key.includes("-") ? el("a", { href: page }, "page to print") : null),
      el("p", { id: "progress", class: "quiet" }));
  }

  toggles() {
    const families = [...new Set(this.findings.map(familyOf))].sort((a, b) => a - b);
    const box = (/** @type {string} */ text, /** @type {boolean} */ on, /** @type {(on: boolean) => void} */ change, /** @type {string} */ kind = "") => el("label", { class: `toggle ${kind}` }, el("input", { type: "checkbox", checked: on, change: (/** @type {any} */ event) => change(event.target.checked) }), " ", text);
    return el("div", { class: "toggles", role: "group", "aria-label": "What is shown" },
      families.map((family) => box(inWords(run.families[family]), true, (on) => { if (on) this.hidden.delete(family); else this.hidden.add(family); this.redraw(); }, `f${family}`)),
      this.article.raw.length > 0 && box("Raw, before repair", false, (on) => { this.raw = on; this.redraw(); }), box("Zones", false, (on) => byId("text").classList.toggle("zones", on)));
  }

  visible() {
    return this.findings.flatMap((finding, n) => (this.hidden.has(familyOf(finding)) ? [] : [n]));
  }

  redraw() {
    this.text.draw(this.visible(), this.raw ?? false);
    this.findings.forEach((finding, n) => { const item = byId(`n${n}`); if (item) item.hidden = this.hidden.has(familyOf(finding)); });
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
    if (ref) set(ref, { "aria-current": on ? "true" : "false" });
  }

  /** Makes a finding the current one. @param {number} n @param {boolean} [scroll] */
  go(n, scroll = true) {
    if (!this.findings[n]) return;
    this.point(this.at, false);
    this.notes?.open(this.at, false);
    this.at = n;
    this.point(n, true);
    this.notes?.open(n, true);
    history.replaceState(null, "", this.link(n));
    const ref = byId(`r${n}`);
    if (scroll && ref) { const place = ref.getBoundingClientRect(); if (place.top < 80 || place.bottom > innerHeight * 0.6) ref.scrollIntoView({ block: "center" }); }
    this.align();
  }

  /** Brings the current note to the same height as its words. */
  align() {
    const pane = byId("margin"), item = byId(`n${this.at}`);
    if (!item || pane.scrollHeight <= pane.clientHeight) return;
    const ref = byId(`r${this.at}`)?.getBoundingClientRect().top ?? 0, top = pane.getBoundingClientRect().top;
    const wanted = Math.min(Math.max(ref - top, 40), pane.clientHeight - item.offsetHeight - 24);
    pane.scrollTop += item.getBoundingClientRect().top - top - Math.max(wanted, 8);
  }

  /** @param {number} by */
  walk(by) {
    const all = this.visible();
    const next = by > 0 ? all.find((n) => n > this.at) : all.findLast((n) => n < this.at);
    if (next === undefined) say(by > 0 ? "Last finding" : "First finding");
    else this.go(next);
  }

  /** @returns {boolean} */
  nextOpen() {
    const open = this.visible().filter((n) => !this.mine(n)?.verdict);
    const next = open.find((n) => n > this.at) ?? open[0];
    if (next === undefined) return false;
    this.go(next);
    return true;
  }

  /** @param {number} n @returns {FindingVerdict[]} */
  verdictsOf(n) {
    return /** @type {any} */ (entriesOf(this.key).filter((entry) => isVerdict(entry) && entry.fingerprint === this.findings[n][5]));
  }
  /** @param {number} n */
  mine(n) {
    return this.verdictsOf(n).find((entry) => entry.reviewer === reviewer());
  }

  /** @param {number} n @param {Partial<FindingVerdict>} change */
  write(n, change) {
    const finding = this.findings[n], rule = rules[finding[3]];
    const entry = /** @type {FindingVerdict} */ ({ fingerprint: finding[5], rule: rule ? rule[0] : labelOf(finding)[0], label: labelOf(finding)[0], verdict: "unsure", ...this.mine(n), reviewer: reviewer(), at: new Date().toISOString(), text_sha256: this.article.sha, article: this.key, words: this.wordsOf(n).slice(0, 200), ...change });
    if (!entry.comment) delete entry.comment;
    record(this.key, entryKey(entry), entry);
    this.refresh();
  }

  /** Records a verdict and goes on. @param {number} n @param {string} verdict */
  judge(n, verdict) {
    this.write(n, { verdict });
    const all = this.visible(), last = n === all[all.length - 1];
    if (last) this.go(n);
    else this.walk(1);
    say(`${inWords(verdict)}. ${byId("progress").textContent}${last ? " That was the last finding." : ""}${keeps ? "" : " The browser keeps nothing: export before you close it."}`);
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
    const done = new Set(this.findings.flatMap((finding, n) => (this.verdictsOf(n).length ? [n] : [])));
    replace(byId("progress"), `${done.size} of ${counted(this.findings.length, "finding")} reviewed.`);
    this.notes?.states();
    if (this.at >= 0) this.notes?.open(this.at, true);
  }
}

/** @param {string} key @param {string} name */
async function openArticle(key, name) {
  if (current?.key !== key) {
    const [article] = await Promise.all([load(`a/${key}.js`), loadRules()]);
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
}
