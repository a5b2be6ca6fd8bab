// Notes in the margin, in text order. The current one opens: what it bears on, what would settle it, its rule, and the verdict.

/** How the finding is to be read: all that changes its weight. @param {FindingRow} finding */
function readingOf(finding) {
  const [, , , , flags, , more = {}] = finding;
  return [
    (flags & FLAG.quoted) !== 0 && (more.speaker ? ["Quoted from ", brief(more.speaker, 60), ". "] : "In a quotation; nobody is named. "),
    (flags & FLAG.negated) !== 0 && "Negated: the text denies it. ",
    (flags & FLAG.hypothetical) !== 0 && "Put as a condition or a question. ",
    (flags & FLAG.damaged) !== 0 && "Touches damaged text: check it against the source. ",
    (flags & FLAG.outside) !== 0 && "Outside the article, not scored. ",
    (flags & FLAG.ignored) !== 0 && "On the ignore list, not counted. ",
    (flags & FLAG.newText) !== 0 && "New since last night: the text changed. ",
    (flags & FLAG.newRules) !== 0 && "New since last night: the rules changed. ",
  ].flat().filter(Boolean);
}

/** @param {FindingRow} finding @returns {any} */
const labelOf = (finding) => run.labels[finding[2]];

class NotesView {
  /** @param {ArticleView} view */
  constructor(view) {
    this.view = view;
    this.list = byId("notes");
    replace(this.list, view.findings.map((_, n) => this.note(n)));
  }

  /** @param {number} n */
  note(n) {
    const finding = this.view.findings[n], label = labelOf(finding);
    const head = el("p", el("a", { class: "n", href: this.view.link(n) }, n + 1), " ", el("b", label[1]), " ", el("q", brief(this.view.wordsOf(n), 90)), " ", el("span", { class: "state", id: `s${n}` }));
    const reading = readingOf(finding);
    const item = el("li", { id: `n${n}`, class: `f${familyOf(finding)}${isSoft(finding) ? " soft" : ""}`, click: (/** @type {any} */ event) => { if (!event.target.closest("a,button,textarea")) this.view.go(n, false); } },
      head, el("p.reason", reading.length > 0 && el("b", reading), asSentence(label[2])), el("div", { class: "more", id: `m${n}` }));
    return item;
  }

  /** Verdicts beside each note. */
  states() {
    this.view.findings.forEach((finding, n) => {
      const all = this.view.verdictsOf(n);
      replace(byId(`s${n}`), all.map((entry) => el("span", { class: `verdict v-${entry.verdict}` }, inWords(entry.verdict), entry.reviewer === reviewer() ? "" : ` (${entry.reviewer})`)));
    });
  }

  /** @param {number} n @param {boolean} open */
  open(n, open) {
    const item = byId(`n${n}`);
    if (!item) return;
    set(item, { "aria-current": open ? "true" : "false" });
    replace(byId(`m${n}`), open && this.details(n));
  }

  /** @param {number} n */
  details(n) {
    const finding = this.view.findings[n], label = labelOf(finding), more = finding[6] ?? {};
    const bears = label[3].flatMap((/** @type {string} */ id, /** @type {number} */ i) => [i ? " and " : "", this.criterion(id)]);
    const hedges = (more.hedges ?? []).flatMap((at, i) => [i ? ", " : "", "“", brief(this.view.wordsOf(at), 40), "” (", el("a", { href: this.view.link(at) }, at + 1), ")"]);
    const attributes = (more.attributes ?? []).flatMap(([key, value]) => [inWords(key), ...(value === "yes" ? [". "] : [": ", brief(value, 80), ". "])]);
    return [
      (hedges.length > 0 || attributes.length > 0) && el("p", hedges.length > 0 && ["Hedged by ", hedges, ". "].flat(), attributes),
      bears.length > 0 && el("p", el("b", "Bears on "), bears, "."),
      label[5] && el("p", el("b", "What would settle it "), asSentence(label[5])),
      this.rule(finding),
      this.buttons(n),
    ];
  }

  /** @param {string} id */
  criterion(id) {
    const found = this.view.article.criteria.find((row) => row[0] === id);
    return found ? button(found[1], () => byId(`c-${id}`).scrollIntoView({ block: "center" }), { class: "link" }) : inWords(id);
  }

  /** @param {FindingRow} finding */
  rule(finding) {
    const rule = rules[finding[3]];
    if (!rule) return el("p.rule", "Found from the sentence as a whole, not by one phrase of the lexicon.");
    const record = rule[6] ? ` Reviewers agreed ${rule[5]} of ${rule[6]}; ${rule[7]}–${rule[8]} %.` : " No reviewer has judged it yet.";
    return el("p.rule", el("b", "Rule "), el("a", { href: `#/?rule=${encodeURIComponent(rule[0])}`, title: "Articles where it fires" }, rule[0]), " ", el("code", brief(rule[2], 160)), " from ", words(rule[3]), ".", record);
  }

  /** @param {number} n */
  buttons(n) {
    const mine = this.view.mine(n);
    const each = VERDICTS.map((verdict, i) => button(`${i + 1} ${inWords(verdict)}`, () => this.view.judge(n, verdict), { "aria-pressed": String(mine?.verdict === verdict) }));
    const others = this.view.verdictsOf(n).filter((entry) => entry.reviewer !== reviewer() && entry.comment);
    return [el("div", { class: "buttons", role: "group", "aria-label": "Your verdict" }, each, button("c Comment", () => this.comment(n), { id: `cb${n}` })),
      mine?.comment && el("p.comment", mine.comment), others.map((entry) => el("p.comment", `${entry.reviewer}: ${entry.comment}`))].flat();
  }

  /** @param {number} n */
  comment(n) {
    const field = el("textarea", { id: "comment", rows: 3, maxlength: 4000, keydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey))) { event.preventDefault(); this.view.note(n, event.key === "Escape" ? null : field.value); }
    } });
    field.value = this.view.mine(n)?.comment ?? "";
    replace(byId(`m${n}`), el("label", { for: "comment" }, "Your comment (Ctrl+Enter keeps it, Escape leaves)"), field, el("div.buttons", button("Keep", () => this.view.note(n, field.value)), button("Leave", () => this.view.note(n, null))));
    field.focus();
  }
}
