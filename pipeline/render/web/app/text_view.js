// The canonical text with its findings marked. Without the elements of class "ref", the text of the element is the article's, code point for code point.

// Flags of a finding, as in render/app/article.cpp.
const FLAG = { negated: 1, quoted: 2, hypothetical: 4, damaged: 8, outside: 16, newText: 32, newRules: 64, ignored: 128 };
const SOFT = FLAG.negated | FLAG.quoted | FLAG.hypothetical | FLAG.outside;

/** @param {FindingRow} finding */
const familyOf = (finding) => run.labels[finding[2]][6];
/** @param {FindingRow} finding */
const isSoft = (finding) => (finding[4] & SOFT) !== 0;

/** Offsets of code points in UTF-16. @param {string} text @returns {(point: number) => number} */
function unitsOf(text) {
  if (!/[\ud800-\udfff]/.test(text)) return (point) => point;
  /** @type {number[]} */
  const at = [];
  let unit = 0;
  for (const point of text) { at.push(unit); unit += point.length; }
  at.push(unit);
  return (point) => at[point];
}

/** Lower is heavier: asserted before quoted or denied, then the label's weight, its place in the table, the shorter span.
 * @param {FindingRow} a @param {FindingRow} b */
const heavier = (a, b) => Number(isSoft(a)) - Number(isSoft(b)) || run.labels[b[2]][4] - run.labels[a[2]][4] || a[2] - b[2] || (a[1] - a[0]) - (b[1] - b[0]);

/** Cuts overlapping findings into stretches whose findings are the same throughout, the heaviest first.
 * @param {FindingRow[]} findings @param {number[]} visible @returns {[number, number, number[]][]} */
function flatten(findings, visible) {
  const order = visible.filter((n) => findings[n][1] > findings[n][0]);
  const at = [...new Set(order.flatMap((n) => [findings[n][0], findings[n][1]]))].sort((a, b) => a - b);
  /** @type {Set<number>} */
  const open = new Set();
  /** @type {[number, number, number[]][]} */
  const out = [];
  let next = 0;
  for (let i = 0; i + 1 < at.length; ++i) {
    for (const n of open) if (findings[n][1] <= at[i]) open.delete(n);
    while (next < order.length && findings[order[next]][0] <= at[i]) open.add(order[next++]);
    if (open.size) out.push([at[i], at[i + 1], [...open].sort((a, b) => heavier(findings[a], findings[b]) || a - b)]);
  }
  return out;
}

/** Classes of a stretch: the heaviest family's fill, and an underline lane for each family. @param {FindingRow[]} over */
function markClass(over) {
  const lanes = [...new Set(over.map(familyOf))].slice(1, 3).map((family, i) => "bd"[i] + family);
  const kind = isSoft(over[0]) ? "soft" : run.labels[over[0][2]][4] > 0 ? "heavy" : "";
  return ["f" + familyOf(over[0]), kind, ...lanes].filter(Boolean).join(" ");
}

/** Where a reference stands: behind the words it marks, never in the white space behind a block or in a later block.
 * @param {ArticleData} article @param {number} n */
function referencePlace(article, n) {
  const [begin, end] = article.findings[n];
  let block = 0;
  while (block + 1 < article.blocks.length && article.blocks[block + 1][0] <= begin) ++block;
  const [first, last] = article.blocks[block] ?? [0, 0];
  return Math.min(Math.max(end, first), last);
}

class TextView {
  /** @param {ArticleData} article @param {(n: number) => string} link */
  constructor(article, link) {
    this.article = article;
    this.findings = article.findings;
    this.link = link;
    this.unit = unitsOf(article.text);
    this.places = article.findings.map((_, n) => referencePlace(article, n));
    /** @type {[number, number, number[]][]} */
    this.stretches = [];
    /** @type {{ at: number, n: number }[]} */
    this.refs = [];
    /** @type {ArticleData["raw"]} */
    this.raw = [];
    this.next = { stretch: 0, ref: 0, raw: 0 };
    /** The marks of each finding. @type {Map<number, Element[]>} */
    this.marks = new Map();
  }

  /** @param {number} begin @param {number} end */
  slice(begin, end) {
    return this.article.text.slice(this.unit(begin), this.unit(end));
  }

  /** Draws the text into `#text`. @param {number[]} visible findings shown @param {boolean} raw with what stood there before repair */
  draw(visible, raw) {
    this.stretches = flatten(this.findings, visible);
    this.refs = visible.map((n) => ({ at: this.places[n], n })).sort((a, b) => a.at - b.at || a.n - b.n);
    this.raw = raw ? this.article.raw : [];
    this.next = { stretch: 0, ref: 0, raw: 0 };
    this.marks.clear();
    let from = 0, last = "body";
    const blocks = this.article.blocks.map(([begin, end, zone], i) => {
      const [name, about] = run.zones[zone], note = name !== last && about ? about : null;
      const block = el("p", { class: `z z-${name}`, dir: "auto", "data-zone": note, "data-name": inWords(name) }, this.gap(from, begin), this.inside(begin, end));
      from = end;
      last = name;
      const after = i + 1 === this.article.blocks.length ? this.gap(end, Array.from(this.article.text).length) : null;
      return fill(block, after);
    });
    const language = /^[A-Za-z]{2,3}(-[A-Za-z]{2,8})?$/.test(this.article.meta.language) ? this.article.meta.language : null;
    replace(set(byId("text"), { lang: language }), blocks);
  }

  /** White space between blocks: in the text, not in the layout. @param {number} begin @param {number} end */
  gap(begin, end) {
    return end > begin && el("i", this.slice(begin, end));
  }

  /** @param {number} begin @param {number} end */
  inside(begin, end) {
    /** @type {any[]} */
    const out = [];
    let at = begin;
    this.references(at - 1, out);
    while (at < end) {
      const stop = this.nextCut(at, end);
      out.push(this.stretch(at, stop));
      at = stop;
      this.references(at, out);
    }
    this.references(end, out);
    return out;
  }

  /** Where what is shown changes next. @param {number} at @param {number} end */
  nextCut(at, end) {
    const { stretches, raw, refs, next } = this;
    while (next.stretch < stretches.length && stretches[next.stretch][1] <= at) ++next.stretch;
    while (next.raw < raw.length && raw[next.raw][1] <= at) ++next.raw;
    const edges = [stretches[next.stretch], raw[next.raw]].flatMap((span) => (span ? [Number(span[0]), Number(span[1])] : []));
    return Math.min(end, ...edges.concat(refs[next.ref]?.at ?? end).filter((edge) => edge > at));
  }

  /** @param {number} begin @param {number} end */
  stretch(begin, end) {
    const { stretches, raw, next } = this;
    const over = stretches[next.stretch], was = raw[next.raw];
    const text = this.slice(begin, end);
    const inner = was && was[0] <= begin && begin < was[1] ? [el("span", { class: "was", "data-was": begin === was[0] ? was[2] : "" }, el("span", { hidden: true }, text))] : pieces(text);
    if (!over || over[0] > begin) return inner;
    const mark = el("mark", { class: markClass(over[2].map((n) => this.findings[n])), "data-n": over[2][0] }, inner);
    for (const n of over[2]) this.marks.set(n, [...(this.marks.get(n) ?? []), mark]);
    return [mark];
  }

  /** @param {number} upTo @param {any[]} out */
  references(upTo, out) {
    const { refs, next } = this;
    while (next.ref < refs.length && refs[next.ref].at <= upTo) {
      const { n } = refs[next.ref++];
      out.push(el("a", { class: "ref", id: `r${n}`, href: this.link(n), title: run.labels[this.findings[n][2]][1] }, n + 1));
    }
  }
}
