// Shapes of the files the program writes (render/app/*.cpp). Read by tsc only; nothing of this is shipped.

/** [name, title, meaning, criteria ids, weight, what would settle it, family] */
type LabelRow = [string, string, string, string[], number, string, number];
interface RunData {
  version: string;
  lexicon: string;
  /** what the data of articles points back into (render/app/packed.cpp) */
  usual: string;
  labels: LabelRow[];
  /** [label, attribute, its value, sentence], in the order of search */
  reasons: [number, string, string, string][];
  /** [id, title] of the ten criteria */
  criteria: [string, string][];
  families: string[];
  /** [name, what is said over it where it is not scored] */
  zones: [string, string][];
  sites: string[];
  kinds: string[];
  count: number;
  /** of the articles in the order of priority: key, space, title */
  names: string;
  /** numbers by name, six bits a letter (render/app/columns.h); end: of the article's name; load, low and high: tenths and 1, 0: too short; copy: the row and 1 of what it is a near copy of */
  columns: Record<string, string>;
  compared: boolean;
}

/** [begin, end, label, rule, flags, fingerprint, percent right, attributes and values, hedges, speaker]; offsets in code points; rule -1: found by code. In the
 *  file the begin is told as a difference from that of the finding before, the end as a length, and what is empty at the end is left out. */
type FindingRow = [number, number, number, number, number, string, number?, (string[] | 0)?, number[]?, string?];

interface ArticleData {
  id: string;
  title: string;
  meta: { url: string; site: string; published: string; byline: string; language: string };
  sha: string;
  text: string;
  /** [begin, end, zone] of the words of each block; what lies between is white space */
  blocks: [number, number, number][];
  findings: FindingRow[];
  words: number;
  ignored: number;
  load: { count: number; quoted: number; rate: number | null; low: number | null; high: number | null; band: string; findings: number[] };
  /** [verdict, percent or -1, reason, findings], in the order of the run's criteria */
  criteria: [number, number, string, number[]][];
  /** [kind, severity, message, findings, fingerprint] */
  mismatches: [string, string, string, number[], string][];
  /** mismatches on the ignore list: [kind, message, why] */
  leftOut?: [string, string, string][];
  /** [finding, kind, address, why there is none, claims, what the user's files say of it] */
  sources: [number, string, string, string, number[], string?][];
  /** [begin, end, the bytes before repair] */
  raw: [number, number, string][];
  read: [string, string][];
  /** [label, rule, words, cause] */
  gone: [string, string, string, string][];
  page: string;
  /** key and id of the article that this one is a near copy of */
  copy?: [string, string];
}

/** [id, label, pattern, source, articles, agreed, judged, low %, high %] */
type RuleRow = [string, number, string, string, string, number?, number?, number?, number?];

interface FindingVerdict {
  fingerprint: string; rule: string; label: string; verdict: string; reviewer: string; at: string; text_sha256: string; article: string; comment?: string; words?: string;
}
interface Rating { criterion: string; rating: string; reviewer: string; at: string; text_sha256: string; article: string; }
/** A line of the ignore list. */
interface Ignore { fingerprint?: string; rule?: string; site?: string; reason: string; by: string; until: string; at: string; article: string; words?: string; }
type Entry = FindingVerdict | Rating | Ignore;

interface Window { trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): any } }; hypeline?: any; }
