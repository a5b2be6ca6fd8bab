#include "match/sentence_words.h"

#include "core/unicode.h"

#include <algorithm>

namespace hypeline {
namespace {

constexpr char32_t kApostrophe = 0x2019;

bool is_word_letter(char32_t c) { return c < 0x80 ? is_ascii_letter(c) : c != 0xFFFD && is_letter(c); }
/// How a sign reads: one mark for all quotation marks, one for all dashes; empty: as it stands.
std::string_view sign(char32_t c) {
  if (c == 0x201C || c == 0x201D || c == 0x00AB || c == 0x00BB) return "\"";
  if (c == 0x2018 || c == kApostrophe) return "'";
  if (c >= 0x2010 && c <= 0x2015) return "-";
  return {};
}

}  // namespace

void SentenceWords::read(std::string_view text, Span sentence) {
  words_.clear();
  folded_.clear();
  capitals_ = 0;
  first_quote_ = -1;
  for (std::uint32_t at = sentence.begin; at < sentence.end;) {
    const CodePoint c = decode_at(text, at);
    std::uint32_t end = at + c.size;
    if (is_word_letter(c.value)) {
      end = end_of_word(text, end, sentence.end);
      add(text, {at, end}, {});
    } else if (is_ascii_digit(c.value)) {
      while (end < sentence.end && is_ascii_digit(static_cast<unsigned char>(text[end]))) ++end;
      add(text, {at, end}, "0");
    } else if (!is_space(c.value)) {
      add(text, {at, end}, sign(c.value));
    }
    at = end;
  }
}

std::uint32_t SentenceWords::end_of_word(std::string_view text, std::uint32_t at, std::uint32_t end) const {
  while (at < end) {
    const CodePoint c = decode_at(text, at);
    const bool joins = (c.value == '\'' || c.value == kApostrophe) && at + c.size < end && is_word_letter(decode_at(text, at + c.size).value);
    if (!joins && !is_word_letter(c.value)) break;
    at += c.size;
  }
  return at;
}

void SentenceWords::add(std::string_view text, Span span, std::string_view reads_as) {
  const std::size_t begin = folded_.size();
  folded_ += reads_as.empty() ? slice(text, span) : reads_as;
  for (std::size_t i = begin; i < folded_.size(); ++i)
    if (folded_[i] >= 'A' && folded_[i] <= 'Z') folded_[i] = static_cast<char>(folded_[i] | 0x20);
  const bool capital = text[span.begin] >= 'A' && text[span.begin] <= 'Z';
  capitals_ += capital;
  if (first_quote_ < 0 && folded_[begin] == '"') first_quote_ = size();
  words_.push_back({span, make_span(begin, folded_.size()), capital});
}

std::ptrdiff_t SentenceWords::first_at(std::uint32_t at) const {
  const auto found = std::partition_point(words_.begin(), words_.end(), [&](const SentenceWord& w) { return w.span.end <= at; });
  return found - words_.begin();
}

}  // namespace hypeline
