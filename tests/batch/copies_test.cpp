#include "batch/copies.h"
#include "batch/shelf.h"
#include "folder.h"
#include "ingest/readers.h"

using namespace hypeline;

namespace {

std::string words(unsigned seed, int count) {
  std::mt19937 random(seed);
  std::string out;
  for (int i = 0; i < count; ++i) out += "w" + std::to_string(random() % 5000) + (i % 12 == 11 ? ". " : " ");
  return out;
}

Shingles shingles(const std::string& text) {
  Input input;
  input.id = input.path = "a.txt";
  input.bytes = text;
  return shingles_of(read_input(input).at(0));
}

/// The text with every n-th word put otherwise.
std::string edited(std::string text, int every) {
  int word = 0;
  for (char& c : text)
    if (c == ' ' && ++word % every == 0) c = 'z';
  return text;
}

}  // namespace

TEST_CASE("two words in three hundred leave a near copy, every tenth word does not", "[batch][copies]") {
  const std::string text = words(1, 300);
  const auto likeness = [&](const std::string& other) { return jaccard(shingles(text).set, shingles(other).set); };
  CHECK(likeness(text) == 1.0);
  CHECK(likeness(edited(text, 140)) > 0.9);
  CHECK(likeness(edited(text, 10)) < 0.4);
  CHECK(likeness(words(2, 300)) == 0.0);
}

TEST_CASE("a copy names the first of its text, also where it is nearer to another copy", "[batch][copies]") {
  Copies copies;
  const std::string text = words(1, 300);
  CHECK(copies.original_of(shingles(text), "first").empty());
  CHECK(copies.original_of(shingles(words(2, 300)), "other").empty());
  CHECK(copies.original_of(shingles(edited(text, 140)), "second") == "first");
  CHECK(copies.original_of(shingles(edited(text, 140)), "third") == "first");
  CHECK(copies.original_of(shingles(words(2, 300)), "fourth") == "other");
}

TEST_CASE("case, punctuation and line breaks do not part copies", "[batch][copies]") {
  std::string text = "Tea helps people sleep well";
  for (int i = 0; i < 40; ++i) text += ", as the team of number " + std::to_string(i) + " said";
  std::string other = text;
  for (char& c : other) c = c == ',' ? ';' : c >= 'a' && c <= 'f' ? static_cast<char>(c - 32) : c;
  CHECK(jaccard(shingles(text).set, shingles(other).set) == 1.0);
}

TEST_CASE("what is too short to compare is no copy", "[batch][copies]") {
  Copies copies;
  CHECK(shingles(words(1, 23)).set.empty());
  CHECK_FALSE(shingles(words(1, 24)).set.empty());
  CHECK(copies.original_of(Shingles(), "a").empty());
  CHECK(copies.original_of(Shingles(), "b").empty());
}

TEST_CASE("of three thousand texts with copies at every likeness, those from .75 on are found and none below .7", "[batch][copies]") {
  Copies copies;
  std::vector<Shingles> originals;
  for (unsigned i = 0; i < 2000; ++i) {
    originals.push_back(shingles(words(i, 200)));
    REQUIRE(copies.original_of(originals.back(), std::to_string(i)).empty());
  }
  int found = 0;
  int wanted = 0;
  for (unsigned i = 0; i < 1000; ++i) {
    const Shingles copy = shingles(edited(words(i, 200), 10 + static_cast<int>(i % 60)));
    const double likeness = jaccard(copy.set, originals[i].set);
    const std::string original = copies.original_of(copy, "x");
    if (likeness < 0.7) CHECK(original != std::to_string(i));
    wanted += likeness >= 0.75;
    found += likeness >= 0.75 && original == std::to_string(i);
  }
  CHECK(wanted > 300);
  CHECK(found * 1000 >= wanted * 995);
}

TEST_CASE("a shelf gives back what was put, from memory and from its file", "[batch][shelf]") {
  Shelf shelf(100);
  std::vector<std::pair<std::size_t, std::string>> put;
  for (int i = 0; i < 50; ++i) {
    const std::string bytes(static_cast<std::size_t>(i * 7 % 90), static_cast<char>('a' + i % 26));
    put.emplace_back(shelf.put(bytes), bytes);
  }
  for (const auto& [at, bytes] : put) CHECK(shelf.get(at, bytes.size()) == bytes);
  std::string all;
  for (const auto& [at, bytes] : put) all += bytes;
  CHECK(shelf.get(0, shelf.size()) == all);
}
