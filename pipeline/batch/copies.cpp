#include "batch/copies.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace hypeline {
namespace {

/// Spreads bands over a table whose size is a power of two.
std::size_t place(std::uint32_t band) { return static_cast<std::size_t>((band * 0x9E3779B97F4A7C15u) >> 24); }

}  // namespace

/// Calls `each` with the originals that have the band; how many they are.
template <class Each>
std::size_t Copies::each_alike(std::uint32_t band, Each each) const {
  std::size_t alike = 0;
  for (std::size_t at = place(band) & (slots_.size() - 1); slots_[at].original != 0; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].band != band) continue;
    each(slots_[at].original - 1);
    ++alike;
  }
  return alike;
}

std::vector<std::uint32_t> Copies::candidates(const Shingles& shingles) const {
  std::vector<std::uint32_t> out;
  for (const std::uint32_t band : shingles.bands) each_alike(band, [&](std::uint32_t original) { out.push_back(original); });
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

bool Copies::is_copy(const Shingles& shingles, const Original& original) const {
  const auto [fewer, more] = std::minmax({shingles.set.size(), std::size_t{original.shingles}});  // of a list: by value
  if (static_cast<double>(fewer) < kCopyFrom * static_cast<double>(more)) return false;
  const std::string bytes = shelf_.get(original.begin, original.shingles * sizeof(std::uint32_t));
  std::vector<std::uint32_t> set(original.shingles);
  std::memcpy(set.data(), bytes.data(), bytes.size());
  return jaccard(shingles.set, set) >= kCopyFrom;
}

std::string Copies::original_of(const Shingles& shingles, std::string_view id) {
  if (shingles.set.empty()) return {};
  for (const std::uint32_t index : candidates(shingles)) {
    const Original& original = originals_[index];
    if (is_copy(shingles, original)) return shelf_.get(original.begin + original.shingles * sizeof(std::uint32_t), original.id_bytes);
  }
  add(shingles, id);
  return {};
}

void Copies::add(const Shingles& shingles, std::string_view id) {
  Original original{shelf_.size(), static_cast<std::uint32_t>(shingles.set.size()), static_cast<std::uint32_t>(id.size())};
  shelf_.put({reinterpret_cast<const char*>(shingles.set.data()), shingles.set.size() * sizeof(std::uint32_t)});
  shelf_.put(id);
  originals_.push_back(original);
  if ((used_ + kBands) * 3 > slots_.size() * 2) grow();
  for (const std::uint32_t band : shingles.bands) insert({band, static_cast<std::uint32_t>(originals_.size())});
}

void Copies::insert(Slot slot) {
  if (each_alike(slot.band, [](std::uint32_t) {}) >= kMostAlike) return;
  std::size_t at = place(slot.band) & (slots_.size() - 1);
  while (slots_[at].original != 0) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = slot;
  ++used_;
}

void Copies::grow() {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
  used_ = 0;
  for (const Slot& slot : old)
    if (slot.original != 0) insert(slot);
}

}  // namespace hypeline
