#include "ingest/split_topics.h"

#include "core/unicode.h"
#include "ingest/byte_scan.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <string>
#include <utility>

namespace hypeline {
namespace {

constexpr std::size_t kStem = 6, kShortest = 4;  // bytes
constexpr std::size_t kMostOfABlock = 100000;    // bytes of words

/// Six bytes set so make letters small and leave digits as they are; `_` becomes a byte that no word has.
constexpr std::uint64_t kSmall = 0x202020202020u;

/// A stem is its own key: up to six bytes of it.
class Stem {
 public:
  void put(char32_t c) {
    if (c < 0x80) return put_byte(static_cast<unsigned char>(c | 0x20));
    std::string utf8;
    append_utf8(utf8, c);
    for (const char byte : utf8) put_byte(static_cast<unsigned char>(byte));
  }
  std::size_t bytes() const { return bytes_; }
  std::uint64_t key() const { return key_; }

 private:
  void put_byte(unsigned char byte) {
    if (bytes_ < kStem) key_ |= std::uint64_t{byte} << (8 * bytes_);
    ++bytes_;
  }
  std::uint64_t key_ = 0;
  std::size_t bytes_ = 0;
};

constexpr auto is_no_ascii_word = [](auto c) { return (((c | 0x20) < 'a') | ((c | 0x20) > 'z')) & ((c < '0') | (c > '9')) & (c != '_'); };

/// True where a word that holds nothing but ASCII ends at `end`.
bool ends_plainly(std::string_view text, std::size_t end) { return end == text.size() || (static_cast<unsigned char>(text[end]) < 0x80 && text[end] != '\''); }

/// The key of a word of so many ASCII bytes.
std::uint64_t key_of(std::string_view text, std::size_t at, std::size_t bytes) {
  std::uint64_t key = 0;
  if (text.size() - at >= sizeof key)
    std::memcpy(&key, text.data() + at, sizeof key);
  else
    std::memmove(&key, text.data() + at, text.size() - at);
  if constexpr (std::endian::native == std::endian::big) key = std::byteswap(key);
  return (key | kSmall) & ((std::uint64_t{1} << 8 * std::min(bytes, kStem)) - 1);
}

/// Calls `use` with the key of each word of four bytes or more. Words are those of `comparable`; those of ASCII alone are taken whole.
template <class Use>
void each_stem(std::string_view text, Use use) {
  ByteHits gaps(text, is_no_ascii_word);
  Stem stem;
  const auto end_word = [&] {
    if (stem.bytes() >= kShortest) use(stem.key());
    stem = {};
  };
  std::size_t written = 0;
  for (std::size_t at = 0; at < text.size() && written + stem.bytes() < kMostOfABlock;) {
    const std::size_t end = stem.bytes() == 0 ? gaps.next(at, text.size()) : at, bytes = end - at;
    if (stem.bytes() == 0 && ends_plainly(text, end) && written + bytes < kMostOfABlock) {
      if (bytes >= kShortest) use(key_of(text, at, bytes));
      written += bytes > 0 ? bytes + 1 : 0;
      at = end + 1;
      continue;
    }
    const CodePoint c = decode_at(text, at);
    at += c.size;
    if (is_word(c.value)) {
      stem.put(fold(c.value));
    } else if (c.value != '\'' && c.value != U'\u2019' && stem.bytes() > 0) {
      written += stem.bytes() + 1;
      end_word();
    }
  }
  end_word();
}

/// Numbers stems in the order in which they come.
class StemNumbers {
 public:
  /// `bytes`: of the text they come from, of which there is room for one new stem in sixteen without a move.
  explicit StemNumbers(std::size_t bytes) : slots_(std::bit_ceil(bytes / 8 + 512)) {}

  /// The stem's number, the next one where it is new. REQUIRES key not 0.
  std::uint32_t number(std::uint64_t key) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    Slot& slot = slot_of(key);
    if (slot.key == 0) slot = {key, static_cast<std::uint32_t>(size_++)};
    return slot.number;
  }

 private:
  struct Slot {
    std::uint64_t key = 0;  // 0: free
    std::uint32_t number = 0;
  };

  Slot& slot_of(std::uint64_t key) {
    std::size_t at = (key * 0x9E3779B97F4A7C15u >> 20) & (slots_.size() - 1);
    while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }
  void grow() {
    const std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
    for (const Slot& slot : before)
      if (slot.key != 0) slot_of(slot.key) = slot;
  }

  std::vector<Slot> slots_;
  std::size_t size_ = 0;
};

std::size_t back(std::size_t at, std::size_t by) { return at > by ? at - by : 0; }

}  // namespace

SplitTopics::SplitTopics(std::string_view text, std::span<const Block> blocks) {
  StemNumbers numbers(text.size());
  topics_.reserve(text.size() / 8);
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    begin_.push_back(topics_.size());
    each_stem(slice(text, blocks[i].span), [&](std::uint64_t key) {
      const std::uint32_t id = numbers.number(key);
      const auto here = static_cast<std::uint32_t>(topics_.size());
      if (id == stems_.size()) stems_.push_back({.first = here});
      StemPlaces& stem = stems_[id];
      stem.blocks += stem.blocks == 0 || stem.last < begin_.back() ? 1 : 0;
      stem.last = here;
      topics_.push_back(id);
    });
  }
  begin_.push_back(topics_.size());
  std::vector<float> weights(blocks.size() + 1);  // by number of blocks
  tallies_.reserve(stems_.size());
  for (const StemPlaces& stem : stems_) {
    float& weight = weights[stem.blocks];
    if (weight == 0) weight = std::log(1 + static_cast<float>(blocks.size()) / static_cast<float>(stem.blocks));
    tallies_.push_back({.weight = weight});
  }
  for (std::size_t i = 0; i <= kLargest; ++i) log_.push_back(std::log(1 + static_cast<float>(i)));
}

float SplitTopics::likeness(std::size_t block, std::size_t window) {
  const std::size_t at = begin_[block];
  const auto before = words(back(at, window), at), behind = words(at, std::min(at + window, topics_.size()));
  for (const std::uint32_t id : before) ++tallies_[id].before;
  for (const std::uint32_t id : behind) ++tallies_[id].behind;
  float dot = 0, aa = 0, bb = 0;
  for (const std::uint32_t id : before) {
    Tally& tally = tallies_[id];
    const float a = log_[tally.before] * tally.weight;
    aa += a * a;
    dot += a * (log_[tally.behind] * tally.weight);
    tally.before = 0;
  }
  for (const std::uint32_t id : behind) {
    Tally& tally = tallies_[id];
    const float b = log_[tally.behind] * tally.weight;
    bb += b * b;
    tally.behind = 0;
  }
  return aa > 0 && bb > 0 ? dot / std::sqrt(aa * bb) : 0;
}

/// Share of the words in [begin, end), by weight, that do not stand in [from, to).
float SplitTopics::unseen(std::size_t begin, std::size_t end, std::size_t from, std::size_t to) {
  for (const std::uint32_t id : words(from, to)) tallies_[id].before = 1;
  const float out = share(begin, end, [this](std::uint32_t id) { return tallies_[id].before == 0; });
  for (const std::uint32_t id : words(from, to)) tallies_[id].before = 0;
  return out;
}

std::array<float, 4> SplitTopics::fresh(std::size_t block) {
  const std::size_t all = topics_.size(), begin = begin_[block], end = begin_[block + 1];
  return {unseen(begin, std::min(begin + 60, all), back(begin, 240), begin), unseen(begin, std::min(begin + 250, all), back(begin, 1000), begin),
          unseen(begin, end, back(begin, 250), begin), unseen(begin, end, end, std::min(end + 250, all))};
}

/// Share of the words in [begin, end), by weight, for which `test` holds; -1 where there are none.
template <class Test>
float SplitTopics::share(std::size_t begin, std::size_t end, Test test) const {
  float all = 0, found = 0;
  for (const std::uint32_t id : words(begin, end)) {
    all += tallies_[id].weight;
    found += test(id) ? tallies_[id].weight : 0;
  }
  return all > 0 ? found / all : -1;
}

std::array<float, 3> SplitTopics::vocabulary(std::size_t block) const {
  const std::size_t at = begin_[block], end = std::min(at + 250, topics_.size());
  return {share(at, end, [&](std::uint32_t id) { return stems_[id].first >= at; }),
          share(at, end, [&](std::uint32_t id) { return stems_[id].first < std::min<std::size_t>(100, at); }),
          share(back(at, 250), at, [&](std::uint32_t id) { return stems_[id].last < at; })};
}

}  // namespace hypeline
