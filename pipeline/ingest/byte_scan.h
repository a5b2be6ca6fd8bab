#pragma once
#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace hypeline {

/// Sixteen bytes that the compiler compares at once where the machine can.
using SixteenBytes = unsigned char __attribute__((vector_size(16)));

/// A bit for each of the bytes that is all ones.
inline std::uint32_t bits_of(SixteenBytes ones) {
#ifdef __SSE2__
  return static_cast<std::uint32_t>(_mm_movemask_epi8(reinterpret_cast<__m128i>(ones)));
#else
  std::uint32_t out = 0;
  for (std::size_t i = 0; i < sizeof ones; ++i) out |= (ones[i] & 1u) << i;
  return out;
#endif
}

/// A bit for each of the 64 bytes at `at` for which `test` holds; none for those behind the text. `test` takes SixteenBytes, so it compares and joins by
/// `|` and `&` only. REQUIRES at <= text.size().
template <class Test>
std::uint64_t hits_at(std::string_view text, std::size_t at, Test test) {
  char last[64];  // NOLINT: filled where it is read
  const std::size_t left = std::min<std::size_t>(text.size() - at, 64);
  const char* bytes = left == 64 ? text.data() + at : static_cast<const char*>(std::memmove(last, text.data() + at, left));
  const auto hits = [&](std::size_t from) {
    SixteenBytes sixteen;
    std::memcpy(&sixteen, bytes + from, sizeof sixteen);
    return std::uint64_t{bits_of(reinterpret_cast<SixteenBytes>(test(sixteen)))} << from;
  };
  const std::uint64_t out = hits(0) | hits(16) | hits(32) | hits(48);
  return left == 64 ? out : out & ((std::uint64_t{1} << left) - 1);
}

/// How many bytes of the text the test holds for.
template <class Test>
std::size_t count_bytes(std::string_view text, Test test) {
  std::size_t out = 0;
  for (std::size_t at = 0; at < text.size(); at += 64) out += static_cast<std::size_t>(std::popcount(hits_at(text, at, test)));
  return out;
}

/// Finds the bytes of a text for which `test` holds. It tests 64 at once and keeps what it saw, so that a step from hit to hit costs next to nothing.
template <class Test>
class ByteHits {
 public:
  ByteHits(std::string_view text, Test test) : text_(text), test_(test) {}

  /// Offset of the first hit in [from, end), or `end`. REQUIRES end <= text.size().
  std::size_t next(std::size_t from, std::size_t end) {
    for (; from < end; from = (from | 63) + 1) {
      if (from / 64 != block_) hits_ = hits_at(text_, from & ~std::size_t{63}, test_);
      block_ = from / 64;
      if (const std::uint64_t hits = hits_ >> (from & 63); hits != 0) return std::min(end, from + static_cast<std::size_t>(std::countr_zero(hits)));
    }
    return end;
  }

 private:
  std::string_view text_;
  Test test_;
  std::size_t block_ = std::string_view::npos;  // the 64 bytes that hits_ are of
  std::uint64_t hits_ = 0;
};

/// Offset of the first byte at or after `from` for which `test` holds, or text.size().
template <class Test>
std::size_t find_byte(std::string_view text, std::size_t from, Test test) {
  return ByteHits(text, test).next(from, text.size());
}

}  // namespace hypeline
