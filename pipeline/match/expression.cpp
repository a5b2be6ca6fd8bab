#include "match/expression.h"

#include "core/unicode.h"

#include <re2/re2.h>

#include <algorithm>

namespace hypeline {
namespace {

constexpr std::int64_t kMemory = std::int64_t{16} << 20;

RE2::Options options(bool longest) {
  RE2::Options out;
  out.set_case_sensitive(false);
  out.set_longest_match(longest);
  out.set_log_errors(false);
  out.set_max_mem(kMemory);
  return out;
}

// The first place at or after `at`, up to the paragraph's end, that is not inside a word.
std::uint32_t next_edge(std::string_view text, Span paragraph, std::uint32_t at) {
  while (at < paragraph.end && !is_word_boundary(text, at)) at += decode_at(text, at).size;
  return at;
}

}  // namespace

Expression::Expression(const Pattern& pattern) : re2_(std::make_unique<RE2>(pattern.re2, options(pattern.phrase))), longest_(pattern.phrase) {}
Expression::~Expression() = default;
Expression::Expression(Expression&&) noexcept = default;

std::string Expression::error() const {
  if (!re2_->ok()) return re2_->error();
  if (re2_->ProgramSize() > kLargestProgram)
    return "the expression is too large: " + std::to_string(re2_->ProgramSize()) + " instructions, at most " + std::to_string(kLargestProgram);
  return {};
}

std::uint32_t Expression::raw_end(std::string_view paragraph, std::uint32_t begin, std::uint32_t limit) const {
  re2::StringPiece found;
  const re2::StringPiece text(paragraph.data(), paragraph.size());
  if (!re2_->Match(text, begin, limit, RE2::ANCHOR_START, &found, 1)) return begin;
  return begin + static_cast<std::uint32_t>(found.size());
}

std::uint32_t Expression::end_at(std::string_view text, Span paragraph, std::uint32_t begin) const {
  const std::string_view inside = slice(text, paragraph);
  const std::uint32_t from = begin - paragraph.begin;
  for (std::uint32_t limit = std::min(paragraph.size(), from + kReach);;) {
    const std::uint32_t end = raw_end(inside, from, limit);
    if (end == from || is_word_boundary(text, paragraph.begin + end)) return paragraph.begin + end;
    if (!longest_) return begin;
    limit = end - 1;
  }
}

std::optional<Span> Expression::next(std::string_view text, Span paragraph, std::uint32_t from) const {
  const re2::StringPiece inside(text.data() + paragraph.begin, paragraph.size());
  while (from < paragraph.end) {
    re2::StringPiece found;
    if (!re2_->Match(inside, from - paragraph.begin, inside.size(), RE2::UNANCHORED, &found, 1)) return std::nullopt;
    const auto begin = static_cast<std::uint32_t>(found.data() - text.data());
    const std::uint32_t end = is_word_boundary(text, begin) ? end_at(text, paragraph, begin) : begin;
    if (end > begin) return Span{begin, end};
    if (begin == paragraph.end) return std::nullopt;
    from = next_edge(text, paragraph, begin + decode_at(text, begin).size);
  }
  return std::nullopt;
}

bool Expression::covers(std::string_view text, Span paragraph, Span span) const {
  std::uint32_t from = std::max(paragraph.begin, span.begin - std::min(span.begin, kLookBack));
  while (from < span.begin && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  for (auto at = next(text, paragraph, from); at && at->begin <= span.begin; at = next(text, paragraph, from)) {
    if (at->end >= span.end) return true;
    from = at->begin + decode_at(text, at->begin).size;
  }
  return false;
}

}  // namespace hypeline
