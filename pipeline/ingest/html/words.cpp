#include "ingest/html/words.h"

#include "core/unicode.h"

#include <algorithm>
#include <array>

namespace hypeline::html {
namespace {

constexpr std::array<std::string_view, 48> kStopWords = {"a",     "about", "also", "an",   "and", "are",  "as",  "at",   "be",    "because", "but",  "by",
                                                         "can",   "for",   "from", "had",  "has", "have", "he",  "if",   "in",    "is",      "it",   "its",
                                                         "more",  "not",   "of",   "on",   "or",  "our",  "she", "so",   "some",  "than",    "that", "the",
                                                         "their", "these", "they", "this", "to",  "was",  "we",  "were", "which", "will",    "with", "you"};
static_assert(std::ranges::is_sorted(kStopWords));

bool is_stop_word(std::string_view word) { return std::ranges::binary_search(kStopWords, word); }

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

void count_word(std::string_view word, WordStats& out) {
  out.words += 1;
  const std::size_t inner = std::min(word.find_first_of(",.;:!?)\"'"), word.size());
  out.stop_words += is_stop_word(word.substr(0, inner)) ? 1.0F : 0.0F;
  out.short_words += inner <= 3 && word[0] >= 'a' && word[0] <= 'z' ? 1.0F : 0.0F;
  out.capitals += word[0] >= 'A' && word[0] <= 'Z' ? 1.0F : 0.0F;
}

bool ends_sentences(char32_t mark) { return mark == '.' || mark == '!' || mark == '?' || mark == U'\u2026'; }

}  // namespace

WordStats count_words(std::string_view block) {
  WordStats out;
  out.bytes = static_cast<float>(block.size());
  std::size_t word = 0;
  for (std::size_t i = 0; i <= block.size(); ++i) {
    const char c = i < block.size() ? block[i] : ' ';
    if (c == ' ' || c == '\n') {
      if (i > word) count_word(block.substr(word, i - word), out);
      word = i + 1;
    }
    out.commas += c == ',' ? 1.0F : 0.0F;
    out.digits += c >= '0' && c <= '9' ? 1.0F : 0.0F;
    out.stops += (c == '.' || c == '!' || c == '?') && (i + 1 == block.size() || block[i + 1] == ' ') ? 1.0F : 0.0F;
  }
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
