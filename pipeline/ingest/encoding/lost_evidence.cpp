#include "ingest/encoding/lost_evidence.h"

#include "core/unicode.h"
#include "ingest/encoding/evidence.h"
#include "ingest/encoding/likely.h"

#include <algorithm>
#include <array>
#include <string>

namespace hypeline {
namespace {

/// The neighbourhood of a broken sequence.
struct Place {
  std::string_view text;
  Span span;
  CodecId codec;
  char32_t before = '\n', after = '\n', lead = 0;

  Place(std::string_view t, Span s, CodecId c) : text(t), span(s), codec(c), lead(decode_at(t, s.begin).value) {
    if (s.begin > 0) before = decode_before(t, s.begin).value;
    if (s.end < t.size()) after = decode_at(t, s.end).value;
  }
  bool greek() const { return script_of(lead) == 2; }
};

bool is_ascii_lower(char32_t c) { return c >= 'a' && c <= 'z'; }
bool is_ascii_upper(char32_t c) { return c >= 'A' && c <= 'Z'; }
bool any_of(char32_t c, std::string_view set) { return c < 0x80 && set.find(static_cast<char>(c)) != std::string_view::npos; }

std::string_view word_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin < 16 && is_ascii_letter(static_cast<unsigned char>(text[begin - 1]))) --begin;
  return text.substr(begin, end - begin);
}
std::string_view word_after(std::string_view text, std::size_t begin) {
  begin = std::min(begin, text.size());
  std::size_t end = begin;
  while (end < text.size() && end - begin < 16 && is_ascii_letter(static_cast<unsigned char>(text[end]))) ++end;
  return text.substr(begin, end - begin);
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) { return std::find(words.begin(), words.end(), word) != words.end(); }

/// What follows an apostrophe in English.
bool is_ending(const Place& p) {
  const auto word = word_after(p.text, p.span.end);
  if (word == "t") return p.before == 'n';
  if (p.before == 'I') return is_one_of(word, {"m", "ve", "ll", "d"});
  return is_ascii_lower(p.before) && is_one_of(word, {"s", "re", "ve", "ll", "d", "m"});
}

/// Words that stand next to a dash, and are no part of a French, Romanian or Portuguese word cut at its circumflex.
bool is_little_word(std::string_view word) {
  return is_one_of(word,
                   {"a",    "all",  "also", "and",  "are",  "as",    "at",    "because", "but",  "by",   "can",   "do",   "each",  "even",    "every", "for",
                    "from", "good", "has",  "have", "help", "how",   "if",    "in",      "into", "is",   "it",    "its",  "just",  "like",    "make",  "more",
                    "most", "no",   "not",  "of",   "on",   "one",   "only",  "or",      "out",  "so",   "such",  "than", "that",  "the",     "their", "them",
                    "then", "they", "this", "time", "to",   "too",   "up",    "was",     "we",   "well", "what",  "when", "with",  "whether", "which", "while",
                    "who",  "why",  "will", "you",  "your", "yours", "where", "without", "were", "work", "world", "way",  "thing", "things",  "people"});
}

/// Five letters and more with an ending English has and the first halves of words with a circumflex have not.
bool ends_as_english(std::string_view word) {
  constexpr std::array<std::string_view, 28> kEndings = {"ing", "ion",  "ions", "ment", "ness", "ers", "ly",   "ed",  "ty",  "ies",
                                                         "ers", "able", "ible", "ful",  "less", "ist", "ory",  "ays", "ess", "ide",
                                                         "ite", "ner",  "ter",  "ies",  "ents", "ves", "ture", "ways"};
  return word.size() >= 5 && std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view end) { return word.ends_with(end); });
}

/// No word begins with two consonants but for these pairs.
bool begins_as_english(std::string_view word) {
  constexpr std::string_view kVowels = "aeiouyAEIOUY";
  const auto vowel = [&](char c) { return kVowels.find(c) != std::string_view::npos; };
  if (vowel(word[0]) || vowel(word[1])) return true;
  return is_one_of(word.substr(0, 2), {"th", "wh", "sh", "ch", "pr", "st", "tr", "br", "cr", "dr", "fr", "gr", "pl",
                                       "bl", "cl", "fl", "gl", "sl", "sp", "sm", "sn", "sc", "sk", "sw", "tw"});
}

int inside_a_word(const Place& p) {
  if (is_ascii_digit(p.before) && (is_ascii_digit(p.after) || p.after == '$')) return 3;
  if (is_ending(p)) return p.greek() ? 5 : 4;
  const auto left = word_before(p.text, p.span.begin), right = word_after(p.text, p.span.end);
  if (is_ascii_upper(p.before) && right == "s" && left.size() > 1) return 3;
  if (!p.greek() && is_ascii_lower(p.before) && is_ascii_upper(p.after)) return 3;
  if (!is_ascii_letter(p.before) || !is_ascii_letter(p.after)) return p.greek() ? -1 : 1;
  if (left.size() > 1 && right.size() > 1 && (is_little_word(left) || is_little_word(right))) return 3;
  const bool words = left.size() >= 3 && right.size() >= 3 && is_ascii_lower(p.before);
  if (!words) return -1;
  return p.greek() || (ends_as_english(left) && begins_as_english(right)) ? 3 : 1;
}

/// Words that follow a dash, and no name of a quantity.
bool opens_a_clause(std::string_view word) {
  std::string low(word);
  for (char& c : low) c = static_cast<char>(c | 0x20);
  return is_one_of(low, {"so",  "that", "this", "these",      "those",     "which",   "but",   "not",  "it",   "the", "a",
                         "an",  "you",  "we",   "they",       "if",        "when",    "just",  "no",   "all",  "how", "what",
                         "why", "from", "even", "especially", "including", "because", "there", "here", "your", "our", "my"});
}

/// Between spaces: no word of one letter, but Greek letters do stand alone.
int between_spaces(const Place& p) {
  const auto left = word_before(p.text, p.span.begin == 0 ? 0 : p.span.begin - 1);
  if (!p.greek()) return is_one_of(left, {"letter", "letters", "character", "vowel", "symbol", "the", "a", "an", "of", "or", "like", "as"}) ? 0 : 3;
  const bool named =
      is_one_of(left, {"the", "of", "and", "or", "a", "an", "for", "by", "with", "The", "is", "to", "in", "are", "where", "that", "factor", "and"});
  const char32_t next = p.span.end + 1 < p.text.size() ? decode_at(p.text, p.span.end + 1).value : U'\n';
  if (named || left.empty() || any_of(next, "=<>(+-/*,)") || is_ascii_digit(next)) return -2;
  if (next == '$' || next == '"' || opens_a_clause(word_after(p.text, p.span.end + 1))) return 3;
  return is_ascii_upper(next) ? 2 : 1;
}

int at_word_start(const Place& p) {
  if (p.greek()) return any_of(p.after, "-=,)") || p.before == '(' ? -4 : is_ascii_upper(p.after) ? 1 : 0;
  if (is_ascii_upper(p.after)) return 3;
  return is_ascii_lower(p.after) && !is_little_word(word_after(p.text, p.span.end)) ? 0 : 2;
}

int at_word_end(const Place& p) {
  if (any_of(p.before, ".,?!)\"%")) return p.greek() ? 2 : 3;
  if (p.greek()) return is_ascii_lower(p.before) && word_before(p.text, p.span.begin).size() > 2 ? (p.before == 's' ? 3 : 2) : -2;
  return p.before == 's' ? 2 : 1;
}

/// Three and more of the same, as stars come.
bool in_a_row(const Place& p) {
  std::string lead;
  append_utf8(lead, p.lead);
  const std::size_t n = lead.size();
  const auto same = [&](std::size_t at) { return at + n <= p.text.size() && p.text.substr(at, n) == lead; };
  const int before = p.span.begin >= n && same(p.span.begin - n) ? (p.span.begin >= 2 * n && same(p.span.begin - 2 * n) ? 2 : 1) : 0;
  const int after = same(p.span.end) ? (same(p.span.end + n) ? 2 : 1) : 0;
  return before + after >= 2;
}

int of_punctuation(const Place& p, Shape shape) {
  if (in_a_row(p)) return 3;
  if (is_letter(p.before) && p.before >= 0x80) return -2;
  if (is_letter(p.after) && p.after >= 0x80 && Codecs::all().byte(p.codec, p.after) != 0xE2 && Codecs::all().byte(p.codec, p.after) != 0xC2) return -2;
  switch (shape) {
    case Shape::inside:
      return inside_a_word(p);
    case Shape::spaced:
      return between_spaces(p);
    case Shape::line_start:
      return p.greek() ? 2 : 3;
    case Shape::opening:
      return at_word_start(p);
    case Shape::closing:
      return at_word_end(p);
    case Shape::alone:
      if (is_ascii_digit(p.before) && p.after == '$') return 3;
      return p.greek() && any_of(p.after, "-=") ? -4 : 1;
  }
  return 0;
}

int of_picture(const Place& p) {
  if (!is_letter(p.lead)) return -2;
  if (is_letter(p.before) || (is_letter(p.after) && p.after != p.lead)) return -2;
  if (!p.greek()) return 3;
  const bool at_edge = p.before == '\n' || p.after == '\n';
  return at_edge && (p.before == ' ' || p.after == ' ') ? 2 : -1;
}

int of_latin(const Place& p) {
  if (is_ascii_digit(p.before) && is_ascii_digit(p.after)) return 3;
  if (is_ascii_digit(p.before) && p.after == ' ') return 2;
  if (is_ascii_upper(p.before) || is_ascii_upper(p.after)) return -3;
  return is_ascii_lower(p.before) ? 1 : 0;
}

/// Lead and continuation stand together: no text has them so, but for powers of pi.
int of_more(const Place& p, const Sequence& s) {
  const std::uint8_t before = Codecs::all().byte(p.codec, p.before);
  if (is_letter(p.before) && p.before >= 0x80 && before >= 0xC0) return -2;
  if (p.greek() && (s.bytes[1] == 0xB2 || s.bytes[1] == 0xB3)) return -2;
  return s.bytes[0] == 0xE2 || s.bytes[0] == 0xF0 ? 4 : s.bytes[0] == 0xEF ? 2 : 0;
}

/// The codecs (ISO 8859) that make C1 controls of the bytes of general punctuation.
bool loses_controls(CodecId codec) { return Codecs::all().can_vanish(codec, 0x80) && Codecs::all().can_vanish(codec, 0x99); }

}  // namespace

int lost_evidence(std::string_view text, const Broken& b, CodecId codec) {
  const Known known = known_rest(b.sequence, codec);
  if (known == Known::no) return -kUnexplained;
  const Place p(text, b.sequence.span, codec);
  const std::uint8_t lead = b.sequence.bytes[0];
  if (b.sequence.have > 1) return of_more(p, b.sequence) + (known == Known::usually ? 1 : 0);
  if (!loses_controls(codec) || script_of(p.lead) == 3) return lead >= 0xE2 ? -2 : 0;
  if (lead == 0xE2) return of_punctuation(p, b.shape);
  if (lead == 0xF0) return of_picture(p);
  if (lead == 0xC3) return of_latin(p);
  if (lead == 0xC2) return p.after == '\n' ? 1 : -2;
  return lead >= 0xE0 ? -4 : -2;
}

}  // namespace hypeline
