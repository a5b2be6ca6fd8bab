#pragma once
#include <cassert>
#include <compare>
#include <cstdint>
#include <string_view>

namespace hypeline {

/// Bytes [begin, end) of some string; which string is the owner's business. begin <= end. Inputs are capped below 4 GiB, so 32 bits do.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  /// True if `other` lies within this span (equal counts).
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  /// True if the two share at least one byte.
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  /// The same stretch, counted from `by` bytes further on.
  constexpr Span shifted(std::uint32_t by) const { return {begin + by, end + by}; }

  constexpr auto operator<=>(const Span&) const = default;
};

/// A span from sizes as the standard library gives them. REQUIRES begin <= end < 2^32.
constexpr Span make_span(std::size_t begin, std::size_t end) {
  assert(begin <= end && end <= 0xFFFFFFFFu);
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// The bytes of `text` that `span` covers. REQUIRES span within text.
constexpr std::string_view slice(std::string_view text, Span span) {
  assert(span.begin <= span.end && span.end <= text.size());
  return text.substr(span.begin, span.size());
}

}  // namespace hypeline
