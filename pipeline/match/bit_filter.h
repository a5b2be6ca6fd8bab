#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

namespace hypeline {

/// A set of hashes that may say yes too often and never says no wrongly. Bits: a power of two.
template <std::size_t Bits>
class BitFilter {
 public:
  void add(std::uint32_t hash) { words_[hash / 64 % (Bits / 64)] |= std::uint64_t{1} << (hash % 64); }
  bool may_hold(std::uint32_t hash) const { return (words_[hash / 64 % (Bits / 64)] >> (hash % 64) & 1) != 0; }

 private:
  static_assert(Bits % 64 == 0 && (Bits & (Bits - 1)) == 0);
  std::array<std::uint64_t, Bits / 64> words_{};
};

}  // namespace hypeline
