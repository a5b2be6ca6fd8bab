#include "ingest/packing/pull.h"
#include "packed.h"

#include <catch2/catch.hpp>

#include <random>

using namespace hypeline;

namespace {

constexpr std::size_t kMost = std::size_t{1} << 26;

/// All bytes unpacked, or the reason in brackets.
std::string read(std::string_view packed, std::size_t most = kMost) {
  auto pull = unpack_file(pull_from(packed));
  if (!pull) return "[" + pull.error().reason + "]";
  auto out = drain(std::move(*pull), most);
  return out ? *out : "[" + out.error().reason + "]";
}

std::string noise(std::size_t size) {
  std::mt19937 random(5);
  std::string out(size, '\0');
  for (char& c : out) c = static_cast<char>(random());
  return out;
}

}  // namespace

TEST_CASE("gzip and zstd are told by their first bytes, anything else comes as it is", "[ingest][packing]") {
  const std::string text = "Plain words. " + noise(300'000);
  CHECK(read(text) == text);
  CHECK(read("").empty());
  CHECK(read("x") == "x");
  CHECK(read(gzipped(text)) == text);
  CHECK(read(zstd_packed(text)) == text);
  CHECK(read(gzipped("")).empty());
}

TEST_CASE("members of gzip and frames of zstd follow one another, with padding", "[ingest][packing]") {
  CHECK(read(gzipped("one ") + gzipped("") + gzipped("two")) == "one two");
  CHECK(read(zstd_packed("one ") + zstd_packed("two")) == "one two");
  CHECK(read(gzipped("one ") + std::string(1000, '\0') + gzipped("two") + std::string(70'000, '\0')) == "one two");
}

TEST_CASE("one packing within another is undone up to three deep", "[ingest][packing]") {
  const std::string three = gzipped(zstd_packed(gzipped("words")));
  CHECK(read(three) == "words");
  CHECK(read(gzipped(three)) == "[nested]");
}

TEST_CASE("a packing that is cut short, damaged or followed by other bytes is corrupt", "[ingest][packing]") {
  for (const std::string& whole : {gzipped(noise(5000)), zstd_packed(noise(5000))}) {
    for (const std::size_t size : {whole.size() - 1, whole.size() / 2, std::size_t{10}}) CHECK(read(whole.substr(0, size)) == "[corrupt]");
    CHECK(read(whole + "garbage") == "[corrupt]");
  }
  std::string damaged = gzipped(noise(5000));
  damaged[damaged.size() - 6] = static_cast<char>(damaged[damaged.size() - 6] ^ 1);
  CHECK(read(damaged) == "[corrupt]");
}

TEST_CASE("a bomb is told before it has filled the memory, well packed text is none", "[ingest][packing]") {
  CHECK(read(gzipped(std::string(20'000'000, '\0'))) == "[bomb]");
  CHECK(read(zstd_packed(std::string(20'000'000, 'a'))) == "[bomb]");
  CHECK(read(gzipped(gzipped(std::string(40'000'000, '\0')))) == "[bomb]");
  std::string line = noise(2000);
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += line;
  CHECK(read(gzipped(text)) == text);
}

TEST_CASE("more bytes than allowed are too large", "[ingest][packing]") {
  CHECK(read(gzipped(noise(5000)), 5000) == noise(5000));
  CHECK(read(gzipped(noise(5000)), 4999) == "[too-large]");
  CHECK(read(noise(5000), 4999) == "[too-large]");
}

TEST_CASE("suffixes of packings are left out of a path", "[ingest][packing]") {
  CHECK(packing::without_packing("a/page.html.gz") == "a/page.html");
  CHECK(packing::without_packing("a/PAGE.HTML.GZ.ZST") == "a/PAGE.HTML");
  CHECK(packing::without_packing("page.html") == "page.html");
  CHECK(packing::without_packing(".gz") == ".gz");
}
