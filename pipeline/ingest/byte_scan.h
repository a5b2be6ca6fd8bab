#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace hypeline {

/// Sixteen bytes that the compiler compares at once where the machine can. Rejected: intrinsics (one machine only).
using SixteenBytes = unsigned char __attribute__((vector_size(16)));

/// Offset of the first byte at or after `from` for which `test` holds, or text.size(). `test` takes an unsigned char or SixteenBytes as `auto`, so it
/// compares and joins by `|` and `&` only.
template <class Test>
std::size_t find_byte(std::string_view text, std::size_t from, Test test) {
  for (; from + sizeof(SixteenBytes) <= text.size(); from += sizeof(SixteenBytes)) {
    SixteenBytes bytes;
    std::memcpy(&bytes, text.data() + from, sizeof bytes);
    const auto hits = test(bytes);  // a byte of ones for each hit
    std::uint64_t halves[2];
    std::memcpy(halves, &hits, sizeof halves);
    if ((halves[0] | halves[1]) == 0) continue;
    if constexpr (std::endian::native != std::endian::little) break;
    const int bits = halves[0] != 0 ? std::countr_zero(halves[0]) : 64 + std::countr_zero(halves[1]);
    return from + static_cast<std::size_t>(bits / 8);
  }
  while (from < text.size() && !test(static_cast<unsigned char>(text[from]))) ++from;
  return from;
}

}  // namespace hypeline
