#include "ingest/split.h"

#include "ingest/cues.h"
#include "ingest/split_features.h"
#include "ingest/trees.h"

#include <algorithm>
#include <numeric>

namespace hypeline {
namespace {

#include "ingest/split_model.inc"

constexpr float kLikely = 0.45F;            // a start by the model alone
constexpr std::size_t kNearest = 3;         // blocks between two starts
constexpr std::size_t kMostBlocks = 50000;  // beyond it only marks count: no collection of articles is that long
constexpr std::size_t kProse = 200;         // bytes of running text an article has at least

/// What parts articles in so many words: see below.
struct Marks {
  std::vector<std::size_t> doubled, ruled, signed_;
  bool opens_doubled = false, opens_signed = false;
};

/// Reads the marks from the looks of a page's blocks.
class Marker {
 public:
  Marker(const Page& page, std::span<const BlockLook> looks) : page_(page), looks_(looks), copies_(copies_of(looks)) {
    prose_.reserve(looks.size() + 1);
    prose_.push_back(0);
    for (std::size_t i = 0; i < looks.size(); ++i) {
      const std::size_t bytes = page.blocks[i].span.size();
      prose_.push_back(prose_.back() + (bytes >= 60 && !looks[i].title ? bytes : 0));
    }
  }

  Marks read() const {
    Marks marks;
    marks.opens_doubled = is_doubled(0) || is_doubled(1) || is_doubled(2);
    marks.opens_signed = is_signed(0) || is_signed(1);
    for (std::size_t i = 1; i < looks_.size(); ++i) {
      if (prose_[i] < kProse || prose_.back() - prose_[i] < kProse) continue;
      if (is_doubled(i)) marks.doubled.push_back(i);
      if ((looks_[i - 1].cues & kCueRule) != 0 && is_long_rule(i - 1) && (looks_[i].cues & kCuesOfChrome) == 0) marks.ruled.push_back(i);
      if (is_signed(i)) marks.signed_.push_back(i);
    }
    return marks;
  }

 private:
  /// The same short block twice, with running text after it: a title above its own copy. What stands oftener is no title ("Ad", "Ad").
  bool is_doubled(std::size_t i) const {
    return i + 2 < looks_.size() && looks_[i].same == looks_[i + 1].same && looks_[i].same != looks_[i + 2].same && copies_[looks_[i].same] <= 3 &&
           (looks_[i].cues & (kCuesOfChrome | kCueList | kCueRule)) == 0 && page_.blocks[i].span.size() <= 250 &&
           (i == 0 || looks_[i - 1].same != looks_[i].same) && has_prose(i + 2, 12);
  }
  /// A title with "By …" below it.
  bool is_signed(std::size_t i) const { return i + 2 < looks_.size() && looks_[i].title && (looks_[i + 1].cues & kCueByline) != 0 && has_prose(i + 2, 12); }
  bool is_long_rule(std::size_t i) const {
    const std::string_view rule = slice(page_.text.view(), page_.blocks[i].span);
    return rule.size() >= 4 && rule.find_first_not_of(rule[0]) == std::string_view::npos;
  }
  bool has_prose(std::size_t begin, std::size_t blocks) const { return prose_[std::min(begin + blocks, prose_.size() - 1)] > prose_[begin]; }

  const Page& page_;
  std::span<const BlockLook> looks_;
  std::vector<std::uint32_t> copies_;
  std::vector<std::size_t> prose_;  // bytes of running text before each block
};

/// The chance of each block to start an article, exact where it is likely. Where the looks of a page, then of a block, do not allow as much, the words
/// are not read: most pages end at the first question.
std::vector<float> chances(const Page& page, std::span<const BlockLook> looks) {
  std::vector<float> out(looks.size(), 0);
  static const Forest model({kSplitNodes, kSplitRoots, kSplitBase});
  SplitReader reader(page, looks);
  const auto is_possible = [&](const SplitRanges& ranges) { return model.most(ranges) >= kLikely; };
  if (!is_possible(reader.ranges(1, looks.size()))) return out;
  for (std::size_t i = 1; i < looks.size(); ++i) {
    SplitRanges ranges = reader.ranges(i, i + 1);
    if (!is_possible(ranges)) continue;
    reader.narrow(ranges, i);
    if (is_possible(ranges)) out[i] = model.evaluate(reader.features(i));
  }
  return out;
}

/// The likeliest blocks first, none near another.
std::vector<std::size_t> by_model(const Page& page, std::span<const BlockLook> looks) {
  if (looks.size() > kMostBlocks) return {};
  const std::vector<float> chance = chances(page, looks);
  std::vector<std::size_t> order;
  for (std::size_t i = 1; i < chance.size(); ++i)
    if (chance[i] >= kLikely) order.push_back(i);
  std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return chance[i]; });
  std::vector<std::size_t> out;
  for (const std::size_t i : order)
    if (std::ranges::none_of(out, [i](std::size_t other) { return std::max(i, other) - std::min(i, other) <= kNearest; })) out.push_back(i);
  return out;
}

/// A file is put together in one way: where its first article has a doubled title, all have; rules part all of them or none; then bylines; and
/// only where nothing of the kind is seen, and no record names the one title of its text, the model of titles and topics speaks.
std::vector<std::size_t> choose(const Page& page, std::span<const BlockLook> looks, const Marks& marks) {
  if (marks.opens_doubled || marks.doubled.size() > 1) return marks.doubled;
  if (!marks.ruled.empty()) return marks.ruled;
  if (marks.opens_signed && !marks.signed_.empty()) return marks.signed_;
  if (!page.meta.title.empty()) return {};
  std::vector<std::size_t> starts = by_model(page, looks);
  starts.insert(starts.end(), marks.doubled.begin(), marks.doubled.end());
  return starts;
}

}  // namespace

std::vector<std::size_t> find_article_starts(const Page& page, std::span<const BlockLook> looks) {
  if (page.zoned || page.blocks.size() < 4) return {0};
  std::vector<std::size_t> starts = choose(page, looks, Marker(page, looks).read());
  starts.push_back(0);
  std::ranges::sort(starts);
  starts.erase(std::ranges::unique(starts).begin(), starts.end());
  return starts;
}

}  // namespace hypeline
