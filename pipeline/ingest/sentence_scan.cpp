#include "ingest/sentence_scan.h"

#include "ingest/sentence_words.h"

#include <algorithm>
#include <array>

namespace hypeline {
namespace {

bool is_closer(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == '}' || c == U'\u201D' || c == U'\u2019' || c == U'\u00BB' || c == U'\u201C';
}
bool is_opener(char32_t c) {
  return c == '"' || c == '\'' || c == '(' || c == '[' || c == '{' || c == U'\u201C' || c == U'\u2018' || c == U'\u00AB' || c == U'\u201E' || c == U'\u00BF' ||
         c == U'\u00A1' || c == '*' || c == '_';
}
bool is_emoji(char32_t c) { return (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) || c == 0xFFFC || c == 0x200D || c == 0xFE0F; }

/// ASCII that stands in words before a stop.
constexpr auto kJoinsWord = [] {
  std::array<bool, 128> out{};
  for (char32_t c = 0; c < out.size(); ++c) out[c] = is_ascii_word(c) || c == '.' || c == '-' || c == '\'';
  return out;
}();

}  // namespace

std::size_t ParagraphScan::behind_stops(std::size_t at) const {
  while (at < end_) {
    const CodePoint c = decode_at(text_, at);
    if (c.value == '.' || c.value == '!' || c.value == '?' || c.value == U'\u2026')
      at += c.size;
    else if (c.value == ' ' && at + 1 < end_ && text_[at + 1] == '.' && (at + 2 >= end_ || text_[at + 2] == ' ' || text_[at + 2] == '.'))
      ++at;  // . . .
    else
      break;
  }
  return at;
}

std::size_t ParagraphScan::behind_closers(std::size_t at) const {
  while (at < end_) {
    const CodePoint c = decode_at(text_, at);
    if (is_closer(c.value))
      at += c.size;
    else if (const std::size_t mark = behind_reference(at); mark != at)
      at = mark;
    else
      break;
  }
  return at;
}

std::size_t ParagraphScan::behind_reference(std::size_t at) const {
  if (at >= end_ || text_[at] != '[') return at;
  std::size_t i = at + 1;
  while (i < end_ && i < at + 40 && (is_digit(static_cast<unsigned char>(text_[i])) || text_[i] == ',' || text_[i] == '-' || text_[i] == ' ')) ++i;
  return i < end_ && i > at + 1 && text_[i] == ']' ? i + 1 : at;
}

std::size_t ParagraphScan::behind_emoji(std::size_t at) const {
  std::size_t last = at;
  for (std::size_t i = at; i < end_;) {
    const CodePoint c = decode_at(text_, i);
    if (!is_emoji(c.value) && !is_space(c.value)) break;
    i += c.size;
    if (is_emoji(c.value)) last = i;
  }
  return last;
}

std::string_view ParagraphScan::word_before(std::size_t stop) const {
  std::size_t b = stop;
  while (b > begin_ && stop - b <= kLongestStopWord) {
    const CodePoint c = decode_before(text_, b);
    if (c.value < 0x80 ? !kJoinsWord[c.value] : !is_word(c.value) && c.value != U'\u2019' && c.value != U'\u00B0') break;
    b -= c.size;
  }
  return text_.substr(b, stop - b);
}

std::string_view ParagraphScan::word_at(std::size_t at) const {
  std::size_t e = at;
  while (e < end_ && e - at < 40) {
    const CodePoint c = decode_at(text_, e);
    if (!is_word(c.value)) break;
    e += c.size;
  }
  return text_.substr(at, e - at);
}

std::size_t ParagraphScan::skip_openers(std::size_t at) const {
  return skip(at, [](char32_t c) { return is_opener(c); });
}

bool ParagraphScan::is_panel(std::size_t at) const {
  if (text_[at] != '(') return false;
  const std::size_t close = text_.substr(at, std::min<std::size_t>(end_ - at, 12)).find(')');
  if (close == std::string_view::npos || close < 2 || at + close + 2 >= end_) return false;
  const std::string_view inside = text_.substr(at + 1, close - 1);
  const bool letters =
      std::ranges::all_of(inside, [](char c) { return (c >= 'a' && c <= 'z') || c == '-' || c == ',' || c == ' ' || static_cast<unsigned char>(c) >= 0x80; });
  return letters && (inside.size() == 1 || !is_letter(static_cast<unsigned char>(inside[1]))) && text_[at + close + 1] == ' ';
}

bool ParagraphScan::is_reference() const {
  const std::string_view words = text_.substr(begin_, std::min<std::size_t>(end_ - begin_, 1000));
  if (words.size() == 1000) return false;
  if (words.starts_with("Source: ") || words.starts_with("Reference: "))
    return words.find("doi") != std::string_view::npos || words.find("et al") != std::string_view::npos;
  for (std::size_t at = words.find(';'); at != std::string_view::npos; at = words.find(';', at + 1)) {
    std::size_t i = at + 1;
    while (i < words.size() && ((words[i] >= '0' && words[i] <= '9') || words[i] == '(' || words[i] == ')')) ++i;
    if (i > at + 1 && i + 1 < words.size() && words[i] == ':' && words[i + 1] >= '0' && words[i + 1] <= '9') return true;
  }
  return false;
}

}  // namespace hypeline
