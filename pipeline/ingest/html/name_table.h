#pragma once
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace hypeline::html {

/// FNV-1a, a byte at a time, so that a name can be hashed while it is read.
inline constexpr std::uint64_t kNameHash = 14695981039346656037u;
constexpr std::uint64_t name_hash_with(std::uint64_t hash, char c) { return (hash ^ static_cast<unsigned char>(c)) * 1099511628211u; }
constexpr std::uint64_t name_hash(std::string_view name) {
  std::uint64_t hash = kNameHash;
  for (const char c : name) hash = name_hash_with(hash, c);
  return hash;
}

/// Finds the rows of a fixed list by the hash of their names.
template <std::size_t N>
class NameTable {
 public:
  /// `name` gives a row's name.
  template <class Row, class Name>
  consteval NameTable(const std::array<Row, N>& rows, Name name) {
    for (std::size_t i = 0; i < N; ++i) {
      const std::uint64_t hash = name_hash(std::invoke(name, rows[i]));
      slots_[slot_of(hash)] = {hash, i + 1};
    }
  }

  /// The row's index, or N where no name has this hash.
  constexpr std::size_t find(std::uint64_t hash) const {
    const Slot& slot = slots_[slot_of(hash)];
    return slot.row == 0 ? N : slot.row - 1;
  }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::size_t row = 0;  ///< plus one; 0: free
  };
  static constexpr std::size_t kSlots = std::bit_ceil(4 * N);

  constexpr std::size_t slot_of(std::uint64_t hash) const {
    std::size_t at = (hash >> 32 ^ hash) % kSlots;
    while (slots_[at].row != 0 && slots_[at].hash != hash) at = (at + 1) % kSlots;
    return at;
  }

  std::array<Slot, kSlots> slots_{};
};

}  // namespace hypeline::html
