// Verdicts live in this browser's localStorage, one key an article, until they are exported. Entries are the lines of the export.

const PREFIX = "hypeline.v1.";
const VERDICTS = ["agree", "not-a-finding", "wrong-label", "unsure"];
const RATINGS = ["satisfied", "not-satisfied", "not-applicable"];

/** By article, then by what is judged and by whom. @type {Map<string, Map<string, Entry>>} */
const store = new Map();
/** @type {{ article: string, key: string, before: Entry | undefined }[]} */
const undoList = [];
let keeps = true;

/** @param {string} name */
function recall(name) {
  try {
    return localStorage.getItem(`hypeline.${name}`) ?? "";
  } catch {
    return "";
  }
}
/** @param {string} name @param {string} value */
function remember(name, value) {
  try {
    if (value) localStorage.setItem(`hypeline.${name}`, value);
    else localStorage.removeItem(`hypeline.${name}`);
    keeps = true;
  } catch {
    keeps = false;
  }
}
const unkept = () => (keeps ? "" : " This browser keeps nothing: export before you close it.");
const reviewer = () => recall("reviewer") || "anonymous";

/** @param {any} entry @returns {entry is FindingVerdict} */
const isVerdict = (entry) => "verdict" in entry;
/** A line of the ignore list: for one finding, or for a rule on a site. @param {any} entry @returns {entry is Ignore} */
const isIgnore = (entry) => "until" in entry;
/** What an entry is about, and whose it is. @param {Entry} entry */
const entryKey = (entry) => (isIgnore(entry) ? `${entry.fingerprint ?? `${entry.rule}|${entry.site}`}||${entry.by}` : `${isVerdict(entry) ? entry.fingerprint : entry.criterion}|${entry.reviewer}`);

/** The form of every field. @type {Record<string, RegExp>} */
const FORMS = {
  fingerprint: /^[0-9a-f]{16}$/, rule: /^[^\n]{0,200}$/, label: /^[a-z.-]{0,80}$/, verdict: new RegExp(`^(${VERDICTS.join("|")})$`), criterion: /^[a-z-]{2,40}$/, rating: new RegExp(`^(${RATINGS.join("|")})$`),
  reviewer: /^[^\n]{1,100}$/, at: /^\d{4}-\d\d-\d\dT[\d:.]+Z$/, text_sha256: /^[0-9a-f]{64}$/, article: /^[0-9a-f]{10}(-\d{1,4})?$/, comment: /^[^]{1,4000}$/, words: /^[^]{1,400}$/,
  reason: /^[^\n]{1,400}$/, by: /^[^\n]{1,100}$/, until: /^\d{4}-\d\d-\d\d$/, site: /^[^\n]{1,200}$/,
};

/** An entry of the right shape, with nothing else in it; null where it is none. @param {any} from @returns {Entry | null} */
function readEntry(from) {
  const fits = (/** @type {string} */ name) => typeof from?.[name] === "string" && FORMS[name].test(from[name]);
  const needed = fits("until") ? ["reason", "by", "until", ...(fits("fingerprint") ? ["fingerprint"] : ["rule", "site"])] : ["reviewer", "text_sha256", ...(fits("criterion") ? ["criterion", "rating"] : ["fingerprint", "rule", "verdict"])];
  const kept = [...needed, "at", "article", ...["label", "comment", "words"].filter(fits)];
  return kept.every(fits) ? /** @type {any} */ (Object.fromEntries(kept.map((name) => [name, from[name]]))) : null;
}

function openStore() {
  try {
    for (let i = 0; i < localStorage.length; ++i) {
      const name = localStorage.key(i) ?? "";
      if (!name.startsWith(PREFIX)) continue;
      for (const line of (localStorage.getItem(name) ?? "").split("\n")) take(parseLine(line));
    }
  } catch {
    keeps = false;
  }
}

/** @param {string} line */
function parseLine(line) {
  try {
    return readEntry(JSON.parse(line));
  } catch {
    return null;
  }
}

/** @param {Entry | null} entry */
function take(entry) {
  if (!entry) return;
  if (!store.has(entry.article)) store.set(entry.article, new Map());
  store.get(entry.article)?.set(entryKey(entry), entry);
}

/** @param {string} article */
function keep(article) {
  const lines = entriesOf(article).map((entry) => JSON.stringify(entry));
  remember(PREFIX.slice(9) + article, lines.join("\n"));
}

/** Records an entry (or, without one, takes it away); what was there before can be undone.
 * @param {string} article @param {string} key @param {Entry | undefined} entry */
function record(article, key, entry) {
  undoList.push({ article, key, before: store.get(article)?.get(key) });
  put(article, key, entry);
}
/** @param {string} article @param {string} key @param {Entry | undefined} entry */
function put(article, key, entry) {
  if (entry) take(entry);
  else store.get(article)?.delete(key);
  if (store.get(article)?.size === 0) store.delete(article);
  keep(article);
}
/** Takes the last change back; says where it was. */
function undo() {
  const last = undoList.pop();
  if (last) put(last.article, last.key, last.before);
  return last;
}

/** @param {string} article @returns {Entry[]} */
const entriesOf = (article) => [...(store.get(article)?.values() ?? [])];
const allEntries = () => [...store.keys()].sort().flatMap(entriesOf);
/** Findings of an article that somebody has judged. @param {string} article */
const judged = (article) => new Set(entriesOf(article).flatMap((entry) => (isVerdict(entry) ? [entry.fingerprint] : []))).size;

/** Fingerprints on which the reviewers of an article disagree. @param {string} article */
function conflictsOf(article) {
  const all = /** @type {FindingVerdict[]} */ (entriesOf(article).filter(isVerdict));
  return [...new Set(all.map((entry) => entry.fingerprint))].filter((print) => disagree(all.filter((entry) => entry.fingerprint === print)));
}

const exportText = () => allEntries().map((entry) => `${JSON.stringify(entry)}\n`).join("");

/** Merges lines into the store: of two entries on one thing by one reviewer the later stands.
 * @param {string} text */
function importText(text) {
  const sum = { added: 0, changed: 0, same: 0, bad: 0 };
  for (const line of text.split("\n").filter((part) => part.trim())) {
    const entry = parseLine(line);
    if (!entry) { ++sum.bad; continue; }
    const before = store.get(entry.article)?.get(entryKey(entry));
    if (before && before.at >= entry.at) { ++sum.same; continue; }
    ++sum[before ? "changed" : "added"];
    put(entry.article, entryKey(entry), entry);
  }
  return sum;
}
