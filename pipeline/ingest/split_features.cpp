#include "ingest/split_features.h"

#include "core/digest.h"
#include "core/unicode.h"
#include "ingest/cues.h"
#include "ingest/html/words.h"
#include "ingest/titles.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <unordered_map>

namespace hypeline {
namespace {

using html::WordStats;

/// The topic words of a text, in order, each block's range of them, and what else is counted once.
struct Counted {
  std::vector<WordStats> words;
  std::vector<std::uint32_t> cues;
  std::vector<std::uint64_t> same;       // hash of each block's comparable words
  std::vector<std::uint32_t> topics;     // dense ids of topic words, in text order
  std::vector<std::size_t> begin;        // of each block in topics; one more at the end
  std::vector<float> weight;             // of each id: rarer words say more
  std::vector<std::size_t> first, last;  // of each id: where in topics it stands first and last
  std::unordered_map<std::uint64_t, std::uint32_t> copies;
  std::vector<bool> title;
};

constexpr std::size_t kStem = 6;

/// Calls `use` with each word of four letters or more, cut to its stem.
template <class Use>
void each_stem(std::string_view comparable_words, Use use) {
  for (std::size_t at = 0; at < comparable_words.size();) {
    const std::size_t end = std::min(comparable_words.find(' ', at), comparable_words.size());
    if (end - at >= 4) use(hash64(comparable_words.substr(at, std::min(end - at, kStem))));
    at = end + 1;
  }
}

void count_topics(std::string_view text, const std::vector<Block>& blocks, Counted& c) {
  std::unordered_map<std::uint64_t, std::uint32_t> ids;
  std::vector<std::uint32_t> in_blocks, last;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::string words = comparable(slice(text, blocks[i].span), 100000);
    c.same.push_back(hash64(words));
    ++c.copies[c.same.back()];
    c.begin.push_back(c.topics.size());
    each_stem(words, [&](std::uint64_t stem) {
      const auto [found, added] = ids.try_emplace(stem, static_cast<std::uint32_t>(ids.size()));
      if (added) {
        in_blocks.push_back(0);
        last.push_back(0xFFFFFFFFu);
      }
      if (last[found->second] != i) ++in_blocks[found->second];
      last[found->second] = static_cast<std::uint32_t>(i);
      if (added) c.first.push_back(c.topics.size());
      c.last.resize(ids.size());
      c.last[found->second] = c.topics.size();
      c.topics.push_back(found->second);
    });
  }
  c.begin.push_back(c.topics.size());
  const auto n = static_cast<float>(blocks.size());
  for (const std::uint32_t count : in_blocks) c.weight.push_back(std::log(1 + n / static_cast<float>(count)));
}

Counted count(const Page& page) {
  Counted c;
  const std::string_view text = page.text.view();
  for (const Block& block : page.blocks) {
    const std::string_view words = slice(text, block.span);
    c.words.push_back(html::count_words(words));
    c.cues.push_back(cues_of(words));
    c.title.push_back(reads_as_title(words, c.cues.back()));
  }
  count_topics(text, page.blocks, c);
  return c;
}

/// Compares the words of two windows. Keeps its counts between calls, all zero, so that a call costs what the windows hold.
class Comparer {
 public:
  explicit Comparer(const Counted& c) : c_(c), before_(c.weight.size()), behind_(c.weight.size()) {
    for (std::size_t i = 0; i < kLargest + 1; ++i) log_.push_back(std::log(1 + static_cast<float>(i)));
  }

  /// Cosine of the words before and behind a block's start, in windows of so many topic words.
  float likeness(std::size_t block, std::size_t window) {
    const std::size_t at = c_.begin[block];
    const auto before = words(at > window ? at - window : 0, at), behind = words(at, std::min(at + window, c_.topics.size()));
    for (const std::uint32_t id : before) ++before_[id];
    for (const std::uint32_t id : behind) ++behind_[id];
    float dot = 0, aa = 0, bb = 0;
    for (const std::uint32_t id : before) {
      const float a = value(before_[id], id);
      aa += a * a;
      dot += a * value(behind_[id], id);
      before_[id] = 0;
    }
    for (const std::uint32_t id : behind) {
      const float b = value(behind_[id], id);
      bb += b * b;
      behind_[id] = 0;
    }
    return aa > 0 && bb > 0 ? dot / std::sqrt(aa * bb) : 0;
  }

  /// Share of the words in [begin, end), by weight, that do not stand in [from, to).
  float fresh(std::size_t begin, std::size_t end, std::size_t from, std::size_t to) {
    for (const std::uint32_t id : words(from, to)) before_[id] = 1;
    float unseen = 0, all = 0;
    for (const std::uint32_t id : words(begin, end)) {
      all += c_.weight[id];
      unseen += before_[id] == 0 ? c_.weight[id] : 0;
    }
    for (const std::uint32_t id : words(from, to)) before_[id] = 0;
    return all > 0 ? unseen / all : -1;
  }

  static constexpr std::size_t kLargest = 600;

 private:
  std::span<const std::uint32_t> words(std::size_t begin, std::size_t end) const { return std::span(c_.topics).subspan(begin, end - begin); }
  float value(std::uint32_t count, std::uint32_t id) const { return log_[count] * c_.weight[id]; }

  const Counted& c_;
  std::vector<std::uint32_t> before_, behind_;
  std::vector<float> log_;
};

class Row {
 public:
  explicit Row(SplitFeatures& out) : out_(out) {}
  void put(float value) { out_.at(at_++) = value; }
  void put(bool value) { put(value ? 1.0F : 0.0F); }

 private:
  SplitFeatures& out_;
  std::size_t at_ = 0;
};

/// Share of the words in [begin, end), by weight, for which `test` holds.
template <class Test>
float share(const Counted& c, std::size_t begin, std::size_t end, Test test) {
  float all = 0, found = 0;
  for (std::size_t i = begin; i < end; ++i) {
    all += c.weight[c.topics[i]];
    found += test(c.topics[i]) ? c.weight[c.topics[i]] : 0;
  }
  return all > 0 ? found / all : -1;
}

/// How much of the words behind a block's start was never used before, or by the file's opening; how much of those before it never comes back.
void put_vocabulary(Row& row, const Counted& c, std::size_t i) {
  const std::size_t at = c.begin[i], end = std::min(at + 250, c.topics.size()), back = at > 250 ? at - 250 : 0;
  row.put(share(c, at, end, [&](std::uint32_t id) { return c.first[id] >= at; }));
  row.put(share(c, at, end, [&](std::uint32_t id) { return c.first[id] < std::min<std::size_t>(100, at); }));
  row.put(share(c, back, at, [&](std::uint32_t id) { return c.last[id] < at; }));
}

bool is_prose(const Counted& c, std::size_t i) { return c.words[i].bytes >= 120 && c.words[i].ends_sentence; }

void put_looks(Row& row, const Counted& c, std::ptrdiff_t i) {
  const bool there = i >= 0 && i < static_cast<std::ptrdiff_t>(c.words.size());
  const auto k = static_cast<std::size_t>(there ? i : 0);
  row.put(there ? c.words[k].bytes : -1);
  row.put(there && c.words[k].ends_sentence);
  row.put(there && c.title[k]);
}

void put_topics(Row& row, const Counted& c, Comparer& compare, std::size_t i) {
  const std::size_t n = c.words.size(), all = c.topics.size(), begin = c.begin[i], end = c.begin[i + 1];
  const auto back = [](std::size_t at, std::size_t by) { return at > by ? at - by : 0; };
  const float near = compare.likeness(i, 60), wide = compare.likeness(i, 250);
  row.put(near);
  row.put(wide);
  row.put(near - std::min(i > 1 ? compare.likeness(i - 1, 60) : 1, i + 1 < n ? compare.likeness(i + 1, 60) : 1));
  row.put(wide - std::min(i > 2 ? compare.likeness(i - 2, 250) : 1, i + 2 < n ? compare.likeness(i + 2, 250) : 1));
  row.put(compare.likeness(i, Comparer::kLargest));
  row.put(compare.fresh(begin, std::min(begin + 60, all), back(begin, 240), begin));
  row.put(compare.fresh(begin, std::min(begin + 250, all), back(begin, 1000), begin));
  row.put(compare.fresh(begin, end, back(begin, 250), begin));
  row.put(compare.fresh(begin, end, end, std::min(end + 250, all)));
}

void put_marks(Row& row, const Counted& c, std::size_t i) {
  const std::size_t n = c.words.size();
  const auto cues = [&](std::size_t k) { return k < n ? c.cues[k] : 0; };
  const auto before = [&](std::size_t by) { return i >= by ? c.cues[i - by] : 0; };
  row.put(i + 1 < n && c.same[i] == c.same[i + 1] && (cues(i) & kCuesOfChrome) == 0);
  row.put(i > 0 && c.same[i] == c.same[i - 1]);
  row.put(static_cast<float>(c.copies.at(c.same[i])));
  row.put((before(1) & kCueRule) != 0);
  row.put((cues(i + 1) & kCueByline) != 0);
  row.put(((cues(i + 1) | cues(i + 2)) & (kCueDate | kCueReadTime | kCueByline)) != 0);
  row.put((cues(i) & (kCuesOfChrome | kCueRelated | kCueTeaser | kCueRule | kCueByline | kCueDate | kCueSource | kCueReferences | kCueList)) != 0);
  row.put((before(1) & (kCuesOfChrome | kCueRelated | kCueTeaser | kCueBio | kCueSource | kCueLink)) != 0);
  row.put((before(1) & kCueList) != 0);
  row.put((cues(i + 1) & kCueList) != 0);
}

}  // namespace

bool reads_as_title(std::string_view block, std::uint32_t cues) {
  if (block.size() < 3 || block.size() > 220 || (cues & ~(kCueCaption | kCueAd | kCueToc)) != 0) return false;
  if (comparable(block, 3).size() < 3) return false;
  const char last = block.back();
  if (last == '.' || last == ',' || last == ';' || last == ':') return false;
  return !is_letter(decode_at(block, 0).value) || is_upper(decode_at(block, 0).value);
}

std::vector<SplitFeatures> split_features_of(const Page& page) {
  const Counted c = count(page);
  std::vector<SplitFeatures> out(page.blocks.size());
  Comparer compare(c);
  float prose = 0;
  std::size_t titles = 0;
  for (const bool title : c.title) titles += title;
  for (std::size_t i = 0; i < out.size(); ++i) {
    Row row(out[i]);
    for (const int by : {-1, 0, 1, 2}) put_looks(row, c, static_cast<std::ptrdiff_t>(i) + by);
    put_topics(row, c, compare, i);
    put_marks(row, c, i);
    put_vocabulary(row, c, i);
    row.put(prose);
    row.put(static_cast<float>(titles) / static_cast<float>(out.size()));
    row.put(static_cast<float>(out.size()));
    row.put(c.title[0] && (c.cues[0] & kCuesOfChrome) == 0);
    row.put(i + 1 < out.size() && (c.words[i].bytes >= 200 || c.words[i + 1].bytes >= 200));
    prose += is_prose(c, i) ? c.words[i].bytes : 0;
  }
  return out;
}

}  // namespace hypeline
