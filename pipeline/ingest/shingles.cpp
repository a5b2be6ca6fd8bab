#include "ingest/shingles.h"

#include "core/digest.h"
#include "core/tsv.h"
#include "ingest/titles.h"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>

namespace hypeline {
namespace {

constexpr std::size_t kHashes = kBands * kBandHashes;

std::string_view as_bytes(std::span<const std::uint64_t> numbers) { return {reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes()}; }

/// One step of splitmix64 (Steele, Lea, Flood 2014): the fixed family of hashes is made of its first values.
constexpr std::uint64_t mix(std::uint64_t x) {
  x += 0x9E3779B97F4A7C15u;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
  return x ^ (x >> 31);
}

/// The i-th hash of x is the upper half of (x + add) * multiply.
struct HashFamily {
  std::array<std::uint64_t, kHashes> add{}, multiply{};
  constexpr HashFamily() {
    for (std::size_t i = 0; i < kHashes; ++i) {
      add[i] = mix(2 * i);
      multiply[i] = mix(2 * i + 1) | 1;
    }
  }
};
constexpr HashFamily kFamily;

std::vector<std::uint64_t> word_hashes(const Document& document) {
  std::vector<std::uint64_t> out;
  for (const Annotation& zone : document.annotations) {
    if (zone.label != "structure.zone"_label || !is_scored(zone.zone)) continue;
    const std::string words = comparable(document.words(zone.span), std::numeric_limits<std::size_t>::max());
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find(' ', at), words.size());
      out.push_back(hash64(std::string_view(words).substr(at, end - at)));
      at = end + 1;
    }
  }
  return out;
}

std::array<std::uint32_t, kBands> bands_of(std::span<const std::uint64_t> shingles) {
  std::array<std::uint32_t, kHashes> least;
  least.fill(std::numeric_limits<std::uint32_t>::max());
  for (const std::uint64_t shingle : shingles)
    for (std::size_t i = 0; i < kHashes; ++i)
      least[i] = std::min(least[i], static_cast<std::uint32_t>(((shingle + kFamily.add[i]) * kFamily.multiply[i]) >> 32));
  std::array<std::uint32_t, kBands> out;
  for (std::size_t band = 0; band < kBands; ++band) {
    std::uint64_t sum = band;
    for (std::size_t i = 0; i < kBandHashes; ++i) sum = mix(sum ^ least[band * kBandHashes + i]);
    out[band] = static_cast<std::uint32_t>(sum >> 32);
  }
  return out;
}

}  // namespace

Shingles shingles_of(const Document& document) {
  if (document.rejected) return {};
  const std::vector<std::uint64_t> words = word_hashes(document);
  if (words.size() < kFewestShingles + kShingleWords - 1) return {};
  std::vector<std::uint64_t> shingles;
  for (std::size_t i = 0; i + kShingleWords <= words.size(); ++i) shingles.push_back(hash64(as_bytes(std::span(words).subspan(i, kShingleWords))));
  Shingles out;
  for (const std::uint64_t shingle : shingles) out.set.push_back(static_cast<std::uint32_t>(shingle));
  std::ranges::sort(out.set);
  out.set.erase(std::ranges::unique(out.set).begin(), out.set.end());
  if (out.set.size() < kFewestShingles) return {};
  out.bands = bands_of(shingles);
  return out;
}

double jaccard(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  std::size_t both = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    both += a[i] == b[j];
    const bool step_a = a[i] <= b[j];
    const bool step_b = b[j] <= a[i];
    i += step_a;
    j += step_b;
  }
  const std::size_t any = a.size() + b.size() - both;
  return any == 0 ? 0.0 : static_cast<double>(both) / static_cast<double>(any);
}

}  // namespace hypeline
