// What is told quickly must be what is told slowly.
#include "ingest/byte_scan.h"
#include "ingest/cues.h"
#include "ingest/english.h"
#include "ingest/looks.h"
#include "ingest/paragraphs.h"
#include "ingest/trees.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <string>

using namespace hypeline;

namespace {

constexpr TreeNode kNodes[] = {{0, 4, 0.5F},   {1, 2, 2.0F},  {-1, 0, 0.25F}, {-1, 0, -1.5F}, {2, 2, -1.0F},
                               {-1, 0, 0.75F}, {-1, 0, 2.0F}, {2, 2, 0.0F},   {-1, 0, -0.5F}, {-1, 0, 1.0F}};
constexpr std::uint32_t kRoots[] = {0, 7};
const Trees kTrees{kNodes, kRoots, -0.25F};

/// From each root down, node by node.
float walked(std::span<const float> features) {
  double sum = kTrees.base;
  for (const std::uint32_t root : kTrees.roots) {
    std::size_t at = root;
    while (kTrees.nodes[at].feature >= 0)
      at += features[static_cast<std::size_t>(kTrees.nodes[at].feature)] <= kTrees.nodes[at].value ? 1 : kTrees.nodes[at].right;
    sum += kTrees.nodes[at].value;
  }
  return static_cast<float>(1 / (1 + std::exp(-sum)));
}

std::uint32_t cues_in(const std::string& words) { return cues_of(words); }

}  // namespace

TEST_CASE("a forest comes to what its trees come to node by node, and never above its bound", "[ingest][trees]") {
  const Forest forest(kTrees);
  std::mt19937 random(1);
  const auto draw = [&] { return static_cast<float>(static_cast<int>(random() % 13) - 4) / 2; };  // the thresholds among them
  for (int i = 0; i < 2000; ++i) {
    const std::array<float, 3> a{draw(), draw(), draw()}, b{draw(), draw(), draw()};
    REQUIRE(forest.evaluate(a) == Approx(walked(a)));
    std::array<FeatureRange, 3> ranges, exact;
    for (std::size_t f = 0; f < 3; ++f) ranges[f] = {std::min(a[f], b[f]), std::max(a[f], b[f])}, exact[f] = {a[f], a[f]};
    REQUIRE(forest.most(ranges) >= std::max(forest.evaluate(a), forest.evaluate(b)));
    REQUIRE(forest.most(exact) == forest.evaluate(a));
    ranges[1] = {-kAnything, kAnything};
    REQUIRE(forest.most(ranges) >= forest.evaluate(a));
  }
}

TEST_CASE("bytes are found wherever they stand", "[ingest]") {
  for (std::size_t size = 0; size < 70; ++size)
    for (std::size_t at = 0; at <= size; ++at) {
      std::string text(size, 'a');
      if (at < size) text[at] = '\xE9';
      REQUIRE(find_byte(text, 0, [](auto c) { return c >= 0x80; }) == at);
      REQUIRE(find_byte(text, at, [](auto c) { return c >= 0x80; }) == at);
    }
}

TEST_CASE("all bytes of a kind are found, one after the other, in any stretch of a text", "[ingest]") {
  std::mt19937 random(2);
  const auto is_mark = [](auto c) { return (c == 'x') | (c >= 0xE0); };
  for (int n = 0; n < 300; ++n) {
    std::string text(random() % 300, 'a');
    for (char& c : text) c = random() % 9 == 0 ? 'x' : random() % 9 == 0 ? '\xE2' : c;
    const std::size_t begin = random() % (text.size() + 1), end = begin + random() % (text.size() - begin + 1);
    ByteHits marks(text, is_mark);
    for (std::size_t from = begin; from <= end; ++from) {
      const std::size_t wanted = std::min(text.find_first_of("x\xE2", from), end);
      REQUIRE(marks.next(from, end) == wanted);
    }
    REQUIRE(count_bytes(text, is_mark) == static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c != 'a'; })));
  }
}

TEST_CASE("a part of a cue counts at every place of a block and no other words do", "[ingest][cues]") {
  for (std::size_t before = 0; before < 40; ++before) {
    const std::string words = std::string(before, 'x') + " Join OUR  newsletter today";
    CHECK((cues_in(words) & kCueForm) != 0);
    CHECK((cues_in(std::string(before, 'x') + " a new sletter") & kCueForm) == 0);
  }
  CHECK((cues_in("Source: " + std::string(400, 'w')) & kCueSource) != 0);
  CHECK((cues_in("Share this " + std::string(400, 'w')) & kCueShare) == 0);
  CHECK((cues_in("Share this" + std::string(300, ' ') + "now") & kCueShare) != 0);
}

TEST_CASE("blocks with the same words bear the number of the first", "[ingest]") {
  const std::string text = "The first line of all.\n\nThe first line of them.\n\nthe FIRST line, of all\n\nAnother line\n\nThe first line of them!";
  const std::vector<Block> blocks = find_paragraphs(text);
  const std::vector<BlockLook> looks = look_at(text, blocks);
  REQUIRE(looks.size() == 5);
  CHECK(looks[1].same == 1);
  CHECK(looks[2].same == 0);
  CHECK(looks[4].same == 1);
  CHECK(copies_of(looks) == std::vector<std::uint32_t>{2, 2, 0, 1, 0});
  CHECK(copies_of(looks_within(looks, 2, 5)) == std::vector<std::uint32_t>{1, 1, 1});
}

TEST_CASE("only English is plainly English", "[ingest]") {
  const std::string english = "The nurses who looked after them said that they were tired, and that nobody knew what would come of it. ";
  const std::string dutch = "De verpleegsters die op hen letten zeiden dat ze moe waren, en dat niemand wist wat er van zou komen in de stad. ";
  const auto times = [](const std::string& words, int n) {
    std::string out;
    for (int i = 0; i < n; ++i) out += words;
    return out;
  };
  CHECK(is_plainly_english(times(english, 10)));
  CHECK_FALSE(is_plainly_english(english));
  CHECK_FALSE(is_plainly_english(times(dutch, 10)));
  CHECK_FALSE(is_plainly_english(times(english, 10) + times(dutch, 40)));
}
