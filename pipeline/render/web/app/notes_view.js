// Notes in the margin, in text order, and the mismatches, which are judged alike. The current one opens: what it bears on, what would settle it, its rule, the verdict.

/** How the finding is to be read: all that changes its weight. @param {FindingRow} finding */
function readingOf(finding) {
  const [, , , , flags, , , , , speaker] = finding;
  return [
    (flags & FLAG.quoted) !== 0 && (speaker ? ["Quoted from ", brief(speaker, 60), ". "] : "In a quotation; nobody is named. "),
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

/** Attribute and value, in pairs. @param {FindingRow} finding */
const attributesOf = (finding) => (finding[7] || []).flatMap((key, i, all) => (i % 2 ? [] : [[key, all[i + 1]]]));

/** Why it is pointed out, and the attribute that this speaks of. As in render/reasons.cpp. @param {FindingRow} finding */
function reasonOf(finding) {
  const all = attributesOf(finding);
  const found = run.reasons.find(([label, key, value]) => label === finding[2] && (!key || all.some((pair) => pair[0] === key && pair[1] === value)));
  return found ? [found[3], found[1]] : [asSentence(labelOf(finding)[2]), ""];
}

/** @param {FindingVerdict[]} all one is for it and one against it */
const disagree = (all) => all.some((entry) => entry.verdict === "agree") && all.some((entry) => /^(not|wrong)/.test(entry.verdict));

class NotesView {
  /** @param {ArticleView} view */
  constructor(view) {
    this.view = view;
    replace(byId("notes"), view.findings.map((_, n) => this.note(n)));
  }

  /** @param {number} n */
  note(n) {
    const finding = this.view.findings[n], label = labelOf(finding);
    const head = el("p", el("a", { class: "n", href: this.view.link(n) }, n + 1), " ", el("b", label[1]), " ", el("q", brief(this.view.wordsOf(n), 90)), " ", el("span", { class: "state", id: `s${n}` }));
    const reading = readingOf(finding);
    const kind = `f${familyOf(finding)}${isSoft(finding) ? " soft" : label[4] > 0 ? " heavy" : ""}`;
    return el("li", { id: `n${n}`, class: kind, click: (/** @type {any} */ event) => { if (!event.target.closest("a,button,textarea,form")) this.view.go(n, false); } },
      head, el("p.quiet", reading.length > 0 && el("b", reading), reasonOf(finding)[0]), el("div", { class: "more", id: `m${n}` }));
  }

  /** Verdicts beside each note and mismatch. */
  states() {
    this.view.prints.forEach((_, n) => {
      const all = this.view.verdictsOf(n);
      replace(byId(`s${n}`), all.map((entry) => [el("span", { class: `verdict v-${entry.verdict}` }, inWords(entry.verdict), entry.reviewer === reviewer() ? "" : ` (${entry.reviewer})`), " "]), disagree(all) && el("b.conflict", "Reviewers disagree"), this.view.ignoresOf(n).map((entry) => el("span.verdict", `Ignored until ${entry.until}`)));
    });
  }

  /** @param {number} n @param {boolean} open */
  open(n, open) {
    const item = byId(`n${n}`);
    if (!item) return;
    set(item, { "aria-current": String(open) });
    replace(byId(`m${n}`), open && [this.view.findings[n] && this.details(n), this.buttons(n)]);
  }

  /** @param {number} n */
  details(n) {
    const finding = this.view.findings[n], label = labelOf(finding), [, said] = reasonOf(finding);
    const bears = label[3].flatMap((/** @type {string} */ id, /** @type {number} */ i) => [i ? " and " : "", this.criterion(id)]);
    const hedges = (finding[8] ?? []).flatMap((at, i) => [i ? ", " : "", "“", brief(this.view.wordsOf(at), 40), "” (", el("a", { href: this.view.link(at) }, at + 1), ")"]);
    const attributes = attributesOf(finding).flatMap(([key, value]) => (key === said ? [] : [inWords(key), ...(value === "yes" ? [". "] : [": ", brief(value, 120), ". "])]));
    const right = finding[6] ? `Right in ${finding[6]} of 100 places that read like this. ` : "";
    return [
      (hedges.length > 0 || attributes.length > 0 || right) && el("p", hedges.length > 0 && ["Hedged by ", hedges, ". "].flat(), attributes, right),
      bears.length > 0 && el("p", el("b", "Bears on "), bears, "."),
      label[5] && el("p", el("b", "What would settle it "), asSentence(label[5])),
      this.rule(finding),
    ];
  }

  /** @param {string} id */
  criterion(id) {
    const found = run.criteria.find((row) => row[0] === id);
    return found ? button(found[1], () => byId(`c-${id}`).scrollIntoView({ block: "center" }), { class: "link" }) : inWords(id);
  }

  /** @param {FindingRow} finding */
  rule(finding) {
    const rule = rules[finding[3]];
    if (!rule) return el("p.rule", "Found from the sentence as a whole, not by one phrase of the lexicon.");
    const record = rule[6] ? `Reviewers agreed ${rule[5]} of ${rule[6]}; ${rule[7]}–${rule[8]} %.` : "No reviewer has judged it yet.";
    return [el("p.rule", el("b", "Rule "), el("a", { href: `#/?rule=${encodeURIComponent(rule[0])}`, title: "Articles where it fires" }, rule[0]), ". ", record),
      el("details.rule", el("summary", "Its pattern and source"), el("code", brief(rule[2], 160)), " from ", words(rule[3]), ".")];
  }

  /** @param {number} n */
  buttons(n) {
    const mine = this.view.mine(n);
    const each = VERDICTS.map((verdict, i) => button(`${i + 1} ${inWords(verdict)}`, () => this.view.judge(n, verdict), { "aria-pressed": String(mine?.verdict === verdict) }));
    const others = this.view.verdictsOf(n).filter((entry) => entry.reviewer !== reviewer() && entry.comment);
    return [el("div", { class: "buttons", role: "group", "aria-label": "Your verdict" }, each, button("c Comment", () => this.comment(n), { id: `cb${n}` }), button("i Ignore", () => this.ignore(n))),
      mine?.comment && el("p.comment", mine.comment), others.map((entry) => el("p.comment", `${entry.reviewer}: ${entry.comment}`)), this.view.ignoresOf(n).map((entry) => el("p.comment", `${entry.by} ignores ${entry.site ? `${entry.rule} on ${entry.site}` : "this"}: ${entry.reason}`))];
  }

  /** Asks why a finding is to be ignored, how much and for how long. @param {number} n */
  ignore(n) {
    const { site } = this.view.article.meta, later = new Date(Date.now() + 180 * 864e5).toISOString().slice(0, 10);
    const field = (/** @type {string} */ id, /** @type {string} */ text, /** @type {any} */ input) => [el("label", { for: id }, text), set(input, { id })];
    const why = el("input", { maxlength: 400, required: true }), until = el("input", { type: "date", required: true, value: later }), all = el("input", { type: "checkbox" });
    const keep = (/** @type {Event} */ event) => { event.preventDefault(); if (why.value.trim()) this.view.ignore(n, why.value.trim(), until.value, all.checked); };
    replace(byId(`m${n}`), el("form", { submit: keep, keydown: (/** @type {KeyboardEvent} */ event) => { if (event.key === "Escape") this.view.note(n, null); } },
      field("why", "Why is it to be ignored from now on?", why), field("until", "Until", until), site && el("p", el("label", all, ` all of ${this.view.ruleOf(n)} on ${site}`)),
      el("div.buttons", el("button", "Ignore"), button("Leave", () => this.view.note(n, null)))));
    why.focus();
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
