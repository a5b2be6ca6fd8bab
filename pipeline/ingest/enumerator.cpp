#include "ingest/enumerator.h"

#include "core/unicode.h"

#include <algorithm>

namespace hypeline {
namespace {

bool is_item_bullet(char32_t c) { return c == U'\u2022' || c == U'\u2043' || c == U'-'; }

/// End of the characters of `set` from `at`, at most `most` of them.
std::size_t pass(std::string_view text, std::size_t at, std::string_view set, std::size_t most) {
  const std::size_t stop = std::min(text.size(), at + most);
  while (at < stop && set.find(text[at]) != std::string_view::npos) ++at;
  return at;
}

}  // namespace

Enumerator::Enumerator(std::string_view text) {
  const CodePoint first = text.empty() ? CodePoint{} : decode_at(text, 0);
  const std::size_t begin = is_item_bullet(first.value) ? pass(text, first.size, " ", 1) : 0;
  std::size_t mark = begin;
  for (; mark < text.size() && mark < begin + 3 && is_ascii_digit(static_cast<unsigned char>(text[mark])); ++mark) number_ = number_ * 10 + (text[mark] - '0');
  if (mark == begin && mark < text.size() && text[mark] >= 'a' && text[mark] <= 'y') letter_ = text[mark++];
  if (mark == begin) return;
  const std::size_t end = pass(text, mark, ".)", 2);
  prefix_ = text.substr(0, begin);
  suffix_ = text.substr(mark, end - mark);
  if (end > mark && end < text.size() && text[end] == ' ') size_ = end;
}

std::string Enumerator::next() const {
  if (size_ == 0) return {};
  const std::string count = letter_ != '\0' ? std::string(1, static_cast<char>(letter_ + 1)) : std::to_string(number_ + 1);
  return std::string(prefix_) + count + std::string(suffix_);
}

}  // namespace hypeline
