#pragma once
#include "ingest/input.h"
#include "ingest/page.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace hypeline {

/// A block as it is counted over a site's files: a hash of site and words (lower case, no punctuation), and its size.
struct BlockPrint {
  std::uint64_t hash = 0;
  std::uint32_t bytes = 0;
};

struct PagePrint {
  std::uint64_t site = 0;
  std::vector<BlockPrint> blocks;  ///< by hash, each once
};

/// The site a page belongs to: the host of its address without "www.", else the top folder of its id; empty for a file at the top.
std::string site_of(const Meta& meta, std::string_view input_id);

/// The page's blocks that hold words.
PagePrint print_of(const Input& input, const Page& page);

/// Blocks known to repeat over the files of their site.
class RepeatedBlocks {
 public:
  void add(std::uint64_t hash) { hashes_.insert(hash); }
  bool contains(std::uint64_t hash) const { return hashes_.contains(hash); }
  std::size_t size() const { return hashes_.size(); }

 private:
  std::unordered_set<std::uint64_t> hashes_;
};

/// Marks blocks of the article's own text that repeat over the site as boilerplate, and headings that repeat and stand over boilerplate only.
/// Titles, bylines, forms, teasers and references keep their zone.
void mark_repeated(std::string_view text, std::span<Block> blocks, std::string_view site, const RepeatedBlocks& repeated);

}  // namespace hypeline
