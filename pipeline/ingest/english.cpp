#include "ingest/english.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace hypeline {
namespace {

constexpr std::size_t kLeast = 320;  // bytes
constexpr std::size_t kStretch = 256, kStep = 1024;
constexpr std::size_t kWordsForEachEnglish = 14;  // English text has one such word among six or seven

/// The letters of a word, in lower case, eight at most.
using WordKey = std::uint64_t;

constexpr WordKey key_with(WordKey key, char lower) { return key << 8 | static_cast<unsigned char>(lower); }

// Little words of English that are no words of other European languages (so not "in", "is", "of", "was", "for", "also", "will").
constexpr std::array<std::string_view, 30> kWords = {"the",  "and",  "that", "with",  "this",  "from",  "are",   "which", "you",     "not",
                                                     "they", "has",  "been", "would", "these", "there", "than",  "what",  "about",   "into",
                                                     "your", "were", "its",  "could", "when",  "their", "other", "who",   "because", "should"};

constexpr std::size_t kSlots = 128;
using Slots = std::array<WordKey, kSlots>;

/// Where the word stands in the table, or would.
constexpr std::size_t slot_of(const Slots& slots, WordKey word) {
  auto slot = static_cast<std::size_t>((word * 0x9E3779B97F4A7C15u) >> 57);
  while (slots[slot] != 0 && slots[slot] != word) slot = (slot + 1) % kSlots;
  return slot;
}

constexpr Slots kTable = [] {
  Slots out{};
  for (const std::string_view word : kWords) {
    WordKey key = 0;
    for (const char c : word) key = key_with(key, c);
    out[slot_of(out, key)] = key;
  }
  return out;
}();

struct StretchWords {
  std::size_t words = 0, english = 0, wide = 0;
};

StretchWords count(std::string_view text) {
  StretchWords out;
  WordKey word = 0;
  for (const char c : text) {
    const char lower = static_cast<char>(c | 0x20);
    if (lower >= 'a' && lower <= 'z') {
      word = key_with(word, lower);
      continue;
    }
    out.wide += static_cast<unsigned char>(c) >= 0x80 ? 1 : 0;
    out.words += word != 0 ? 1 : 0;
    out.english += word != 0 && kTable[slot_of(kTable, word)] == word ? 1 : 0;
    word = 0;
  }
  return out;
}

}  // namespace

bool is_plainly_english(std::string_view text) {
  if (text.size() < kLeast) return false;
  StretchWords all;
  std::size_t stretches = 0, silent = 0;
  const auto read = [&](std::size_t at) {
    const StretchWords here = count(text.substr(at, kStretch));
    all = {all.words + here.words, all.english + here.english, all.wide + here.wide};
    ++stretches;
    silent += here.english == 0 ? 1 : 0;
  };
  read(text.size() - kStretch);
  for (std::size_t at = 0; at + kStretch < text.size(); at += kStep) read(at);
  return all.english * kWordsForEachEnglish >= all.words && all.words * 16 >= stretches * kStretch && silent * 4 <= stretches &&
         all.wide * 16 <= stretches * kStretch;
}

}  // namespace hypeline
