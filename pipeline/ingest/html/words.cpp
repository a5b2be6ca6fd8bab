#include "ingest/html/words.h"

#include "core/unicode.h"
#include "ingest/html/name_table.h"

#include <algorithm>
#include <array>

namespace hypeline::html {
namespace {

constexpr std::array<std::string_view, 48> kStopWords = {"a",     "about", "also", "an",   "and", "are",  "as",  "at",   "be",    "because", "but",  "by",
                                                         "can",   "for",   "from", "had",  "has", "have", "he",  "if",   "in",    "is",      "it",   "its",
                                                         "more",  "not",   "of",   "on",   "or",  "our",  "she", "so",   "some",  "than",    "that", "the",
                                                         "their", "these", "they", "this", "to",  "was",  "we",  "were", "which", "will",    "with", "you"};
constexpr NameTable<kStopWords.size()> kStopWordTable(kStopWords, std::identity());

enum WordByte : std::uint8_t { kGap = 1, kEndsInner = 2, kComma = 4, kDigit = 8, kStop = 16 };

constexpr auto kWordBytes = [] {
  std::array<std::uint8_t, 256> out{};
  for (const char c : {' ', '\n'}) out[c] = kGap;
  for (const char c : {',', '.', ';', ':', '!', '?', ')', '"', '\''}) out[c] = kEndsInner;
  for (const char c : {'.', '!', '?'}) out[c] |= kStop;
  for (int c = '0'; c <= '9'; ++c) out[c] = kDigit;
  out[','] |= kComma;
  return out;
}();

bool is_closing(char32_t c) { return c == '"' || c == '\'' || c == ')' || c == ']' || c == U'\u201D' || c == U'\u2019'; }

/// The last mark before closing quotes and brackets.
char32_t last_mark(std::string_view text) {
  while (!text.empty()) {
    const CodePoint c = decode_before(text, text.size());
    if (!is_closing(c.value)) return c.value;
    text.remove_suffix(c.size);
  }
  return 0;
}

/// Counts words as their bytes come.
class WordCounter {
 public:
  void take(char c, std::uint8_t kind) {
    if ((kind & kGap) != 0) return end_word();
    if (size_++ == 0) first_ = c;
    inside_ = inside_ && (kind & kEndsInner) == 0;
    if (!inside_) return;
    ++inner_;
    hash_ = name_hash_with(hash_, c);
  }
  void end_word() {
    if (size_ == 0) return;
    words_ += 1;
    stop_words_ += kStopWordTable.find(hash_) < kStopWords.size() ? 1 : 0;
    short_words_ += inner_ <= 3 && first_ >= 'a' && first_ <= 'z' ? 1 : 0;
    capitals_ += first_ >= 'A' && first_ <= 'Z' ? 1 : 0;
    size_ = inner_ = 0;
    inside_ = true;
    hash_ = kNameHash;
  }
  void put(WordStats& out) const {
    out.words = static_cast<float>(words_);
    out.stop_words = static_cast<float>(stop_words_);
    out.short_words = static_cast<float>(short_words_);
    out.capitals = static_cast<float>(capitals_);
  }

 private:
  std::size_t words_ = 0, stop_words_ = 0, short_words_ = 0, capitals_ = 0;
  std::size_t size_ = 0, inner_ = 0;  // of the word: all of it, and what stands before its first mark
  bool inside_ = true;
  char first_ = 0;
  std::uint64_t hash_ = kNameHash;
};

bool ends_sentences(char32_t mark) { return mark == '.' || mark == '!' || mark == '?' || mark == U'\u2026'; }

}  // namespace

WordStats count_words(std::string_view block) {
  WordStats out;
  out.bytes = static_cast<float>(block.size());
  WordCounter counter;
  std::size_t commas = 0, digits = 0, stops = 0;
  for (std::size_t i = 0; i < block.size(); ++i) {
    const std::uint8_t kind = kWordBytes[static_cast<unsigned char>(block[i])];
    counter.take(block[i], kind);
    commas += (kind & kComma) != 0 ? 1 : 0;
    digits += (kind & kDigit) != 0 ? 1 : 0;
    stops += (kind & kStop) != 0 && (i + 1 == block.size() || block[i + 1] == ' ') ? 1 : 0;
  }
  counter.end_word();
  counter.put(out);
  out.commas = static_cast<float>(commas);
  out.digits = static_cast<float>(digits);
  out.stops = static_cast<float>(stops);
  const char32_t last = last_mark(block);
  out.ends_sentence = ends_sentences(last);
  out.ends_ellipsis = last == U'\u2026' || block.ends_with("...") || block.ends_with("[...]") || block.ends_with("[\u2026]");
  out.ends_colon = last == ':';
  out.starts_upper = !block.empty() && is_upper(decode_at(block, 0).value);
  return out;
}

EndMarks end_marks(std::string_view block) {
  const char32_t last = last_mark(block);
  return {ends_sentences(last), last == ':'};
}

}  // namespace hypeline::html
