#pragma once
#include "batch/shelf.h"
#include "ingest/shingles.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hypeline {

/// Tells near copies among the articles of a run, asked one after the other in their order. An article is compared with earlier ones that are themselves
/// no copies, so that all copies of a text point at the first. Some 500 bytes of memory an article; its set lies on a shelf.
/// Rejected: pointing at the nearest; the sequence of edits of a text would make chains.
class Copies {
 public:
  /// The id of the earliest article of which this one is a near copy (Jaccard index of the sets at least kCopyFrom); empty where there is none:
  /// later ones are then compared with this one too. Linear: of the articles that have a band in common, the kMostAlike first are remembered.
  std::string original_of(const Shingles& shingles, std::string_view id);

 private:
  struct Original {
    std::size_t begin = 0;  // on the shelf: the set, then the id
    std::uint32_t shingles = 0, id_bytes = 0;
  };
  struct Slot {
    std::uint32_t band = 0, original = 0;  // the original's index and 1; 0: free
  };
  static constexpr std::size_t kMostAlike = 16;

  template <class Each>
  std::size_t each_alike(std::uint32_t band, Each each) const;
  std::vector<std::uint32_t> candidates(const Shingles& shingles) const;
  bool is_copy(const Shingles& shingles, const Original& original) const;
  void add(const Shingles& shingles, std::string_view id);
  void insert(Slot slot);
  void grow();

  std::vector<Original> originals_;
  std::vector<Slot> slots_ = std::vector<Slot>(1 << 10);  // a power of two, at most two thirds full
  std::size_t used_ = 0;
  Shelf shelf_;
};

}  // namespace hypeline
