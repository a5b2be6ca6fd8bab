#include "ingest/english.h"

#include "ingest/byte_scan.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace hypeline {
namespace {

constexpr std::size_t kLeast = 320;  // bytes
constexpr std::size_t kStretch = 256, kStep = 1024;
constexpr std::size_t kWordsForEachEnglish = 14;  // English text has one such word among six or seven

/// The letters of a word of less than eight, in lower case, the last one on top; 0 for others.
using WordKey = std::uint64_t;

// Little words of English that are no words of other European languages (so not "in", "is", "of", "was", "for", "also", "will").
constexpr std::array<std::string_view, 30> kWords = {"the",  "and",  "that", "with",  "this",  "from",  "are",   "which", "you",     "not",
                                                     "they", "has",  "been", "would", "these", "there", "than",  "what",  "about",   "into",
                                                     "your", "were", "its",  "could", "when",  "their", "other", "who",   "because", "should"};

constexpr std::size_t kSlots = 512;
constexpr WordKey kNoWord = 1;

/// A multiplier under which no two of the words meet.
constexpr std::size_t slot_of(WordKey word) { return static_cast<std::size_t>((word * 0xEA7B5BF55EB561A5u) >> 55); }

constexpr auto kTable = [] {
  std::array<WordKey, kSlots> out{};
  out.fill(kNoWord);
  for (const std::string_view word : kWords) {
    WordKey key = 0;
    for (const char c : word) key = key >> 8 | WordKey{static_cast<unsigned char>(c)} << 56;
    out[slot_of(key)] = key;
  }
  return out;
}();
static_assert(std::ranges::count(kTable, kNoWord) == kSlots - kWords.size());

/// What a word of so many letters keeps of the eight bytes that it ends.
constexpr std::array<WordKey, 9> kLetters = {
    0, ~WordKey{} << 56, ~WordKey{} << 48, ~WordKey{} << 40, ~WordKey{} << 32, ~WordKey{} << 24, ~WordKey{} << 16, ~WordKey{} << 8, 0};

struct StretchWords {
  std::size_t words = 0, english = 0, wide = 0;
};

/// The key of the word of so many letters that ends at `end`.
WordKey key_of(std::string_view text, std::size_t end, std::size_t size) {
  WordKey bytes = 0;
  if (end >= sizeof bytes)
    std::memcpy(&bytes, text.data() + end - sizeof bytes, sizeof bytes);
  else
    std::memcpy(reinterpret_cast<char*>(&bytes) + sizeof bytes - end, text.data(), end);
  if constexpr (std::endian::native == std::endian::big) bytes = std::byteswap(bytes);
  return (bytes | 0x2020202020202020u) & kLetters[std::min(size, kLetters.size() - 1)];
}

constexpr auto is_no_letter = [](auto c) { return ((c | 0x20) < 'a') | ((c | 0x20) > 'z'); };

/// Counts the words that end within the text. No branch hangs on how long a word is, which no processor foresees.
StretchWords count(std::string_view text) {
  StretchWords out;
  std::size_t begin = 0;  // of the word
  for (std::size_t at = 0; at < text.size(); at += 64)
    for (std::uint64_t gaps = hits_at(text, at, is_no_letter); gaps != 0; gaps &= gaps - 1) {
      const std::size_t end = at + static_cast<std::size_t>(std::countr_zero(gaps));
      const WordKey word = key_of(text, end, end - begin);
      out.words += begin < end ? 1 : 0;
      out.english += kTable[slot_of(word)] == word ? 1 : 0;
      begin = end + 1;
    }
  out.wide = count_bytes(text, [](auto c) { return c >= 0x80; });
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
