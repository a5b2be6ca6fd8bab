#include "ingest/split.h"

#include "core/digest.h"
#include "ingest/cues.h"
#include "ingest/html/words.h"
#include "ingest/split_features.h"
#include "ingest/titles.h"
#include "ingest/trees.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace hypeline {
namespace {

#include "ingest/split_model.inc"

constexpr Trees kModel{kSplitNodes, kSplitRoots, kSplitBase};
constexpr float kLikely = 0.45F;            // a start by the model alone
constexpr std::size_t kNearest = 3;         // blocks between two starts
constexpr std::size_t kMostBlocks = 50000;  // beyond it only marks count: no collection of articles is that long
constexpr std::size_t kProse = 200;         // bytes of running text an article has at least

/// What parts articles in so many words: see below.
struct Marks {
  std::vector<std::size_t> doubled, ruled, signed_;
  bool opens_doubled = false, opens_signed = false;
};

/// The blocks of a page with what the marks are read from.
class Marker {
 public:
  explicit Marker(const Page& page) : page_(page) {
    prose_.push_back(0);
    for (const Block& block : page.blocks) {
      const std::string_view words = slice(page.text.view(), block.span);
      cues_.push_back(cues_of(words));
      same_.push_back(hash64(comparable(words)));
      ++copies_[same_.back()];
      title_.push_back(reads_as_title(words, cues_.back()));
      prose_.push_back(prose_.back() + (words.size() >= 60 && !title_.back() ? words.size() : 0));
    }
  }

  Marks read() const {
    Marks marks;
    marks.opens_doubled = is_doubled(0) || is_doubled(1) || is_doubled(2);
    marks.opens_signed = is_signed(0) || is_signed(1);
    for (std::size_t i = 1; i < cues_.size(); ++i) {
      if (prose_[i] < kProse || prose_.back() - prose_[i] < kProse) continue;
      if (is_doubled(i)) marks.doubled.push_back(i);
      if ((cues_[i - 1] & kCueRule) != 0 && is_long_rule(i - 1) && (cues_[i] & kCuesOfChrome) == 0) marks.ruled.push_back(i);
      if (is_signed(i)) marks.signed_.push_back(i);
    }
    return marks;
  }

 private:
  /// The same short block twice, with running text after it: a title above its own copy. What stands oftener is no title ("Ad", "Ad").
  bool is_doubled(std::size_t i) const {
    return i + 2 < cues_.size() && same_[i] == same_[i + 1] && same_[i] != same_[i + 2] && copies_.at(same_[i]) <= 3 &&
           (cues_[i] & (kCuesOfChrome | kCueList | kCueRule)) == 0 && page_.blocks[i].span.size() <= 250 && (i == 0 || same_[i - 1] != same_[i]) &&
           has_prose(i + 2, 12);
  }
  /// A title with "By …" below it.
  bool is_signed(std::size_t i) const { return i + 2 < cues_.size() && title_[i] && (cues_[i + 1] & kCueByline) != 0 && has_prose(i + 2, 12); }
  bool is_long_rule(std::size_t i) const {
    const std::string_view rule = slice(page_.text.view(), page_.blocks[i].span);
    return rule.size() >= 4 && rule.find_first_not_of(rule[0]) == std::string_view::npos;
  }
  bool has_prose(std::size_t begin, std::size_t blocks) const { return prose_[std::min(begin + blocks, prose_.size() - 1)] > prose_[begin]; }

  const Page& page_;
  std::vector<std::uint32_t> cues_;
  std::vector<std::uint64_t> same_;
  std::unordered_map<std::uint64_t, std::uint32_t> copies_;
  std::vector<bool> title_;
  std::vector<std::size_t> prose_;  // bytes of running text before each block
};

/// The likeliest blocks first, none near another.
std::vector<std::size_t> by_model(const Page& page) {
  if (page.blocks.size() > kMostBlocks) return {};
  std::vector<float> chance;
  for (const SplitFeatures& features : split_features_of(page)) chance.push_back(evaluate(kModel, features));
  std::vector<std::size_t> order(chance.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return chance[i]; });
  std::vector<std::size_t> out;
  for (const std::size_t i : order) {
    if (chance[i] < kLikely) break;
    const bool crowded = std::ranges::any_of(out, [i](std::size_t other) { return std::max(i, other) - std::min(i, other) <= kNearest; });
    if (i > 0 && !crowded) out.push_back(i);
  }
  return out;
}

/// A file is put together in one way: where its first article has a doubled title, all have; rules part all of them or none; then bylines; and
/// only where nothing of the kind is seen, and no record names the one title of its text, the model of titles and topics speaks.
std::vector<std::size_t> choose(const Page& page, const Marks& marks) {
  if (marks.opens_doubled || marks.doubled.size() > 1) return marks.doubled;
  if (!marks.ruled.empty()) return marks.ruled;
  if (marks.opens_signed && !marks.signed_.empty()) return marks.signed_;
  if (!page.meta.title.empty()) return {};
  std::vector<std::size_t> starts = by_model(page);
  starts.insert(starts.end(), marks.doubled.begin(), marks.doubled.end());
  return starts;
}

}  // namespace

std::vector<std::size_t> find_article_starts(const Page& page) {
  if (page.zoned || page.blocks.size() < 4) return {0};
  std::vector<std::size_t> starts = choose(page, Marker(page).read());
  starts.push_back(0);
  std::ranges::sort(starts);
  starts.erase(std::ranges::unique(starts).begin(), starts.end());
  return starts;
}

}  // namespace hypeline
