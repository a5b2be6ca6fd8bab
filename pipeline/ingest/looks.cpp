#include "ingest/looks.h"

#include "core/digest.h"
#include "core/unicode.h"
#include "ingest/cues.h"
#include "ingest/html/words.h"
#include "ingest/titles.h"

#include <array>
#include <bit>
#include <string>
#include <unordered_map>

namespace hypeline {
namespace {

constexpr std::size_t kKeyLetters = 16;

/// ASCII letters and digits in lower case; 0 for other bytes.
constexpr auto kFoldedWord = [] {
  std::array<std::uint8_t, 128> out{};
  for (char32_t c = 0; c < out.size(); ++c) out[c] = static_cast<std::uint8_t>(is_ascii_letter(c) ? c | 0x20 : is_ascii_word(c) ? c : 0);
  return out;
}();

char32_t folded_word(char32_t c) { return c < 0x80 ? kFoldedWord[c] : is_word(c) ? fold(c) : 0; }

/// Of blocks with the same words the same: the first letters and digits.
std::uint64_t key_of(std::string_view block) {
  std::uint64_t key = 0;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < block.size() && letters < kKeyLetters;) {
    const CodePoint c = decode_at(block, at);
    at += c.size;
    const char32_t letter = folded_word(c.value);
    const std::uint64_t is_letter = letter != 0 ? 1 : 0;
    key = std::rotl(key, static_cast<int>(5 * is_letter)) ^ letter;  // what is no letter leaves it as it is: a branch would not be foreseen
    letters += is_letter;
  }
  key *= 0x9E3779B97F4A7C15u;
  return key ^ key >> 32;
}

/// Numbers the blocks by their words. Most blocks begin as no other does; only of the rest all words are read.
class SameBlocks {
 public:
  SameBlocks(std::string_view text, std::span<const Block> blocks) : text_(text), blocks_(blocks), slots_(std::bit_ceil(2 * blocks.size() + 1), kFree) {
    keys_.reserve(blocks.size());
  }

  /// REQUIRES blocks in order, each once.
  std::uint32_t number(std::uint32_t block) {
    keys_.push_back(key_of(words(block)));
    std::uint32_t& slot = slot_of(keys_.back());
    if (slot == kFree) return slot = block;
    by_words_.try_emplace(hash64(comparable(words(slot))), slot);
    return by_words_.try_emplace(hash64(comparable(words(block))), block).first->second;
  }

 private:
  static constexpr std::uint32_t kFree = 0xFFFFFFFFu;

  std::string_view words(std::uint32_t block) const { return slice(text_, blocks_[block].span); }
  std::uint32_t& slot_of(std::uint64_t key) {
    std::size_t at = key & (slots_.size() - 1);
    while (slots_[at] != kFree && keys_[slots_[at]] != key) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }

  std::string_view text_;
  std::span<const Block> blocks_;
  std::vector<std::uint64_t> keys_;
  std::vector<std::uint32_t> slots_;  // the first block of each key
  std::unordered_map<std::uint64_t, std::uint32_t> by_words_;
};

}  // namespace

std::vector<BlockLook> look_at(std::string_view text, std::span<const Block> blocks) {
  std::vector<BlockLook> out(blocks.size());
  SameBlocks same(text, blocks);
  for (std::uint32_t i = 0; i < out.size(); ++i) {
    const std::string_view words = slice(text, blocks[i].span);
    const html::EndMarks ends = html::end_marks(words);
    const std::uint32_t cues = cues_of(words);
    out[i] = {cues, same.number(i), reads_as_title(words, cues), ends.sentence, ends.colon};
  }
  return out;
}

std::vector<BlockLook> looks_within(std::span<const BlockLook> looks, std::size_t begin, std::size_t end) {
  std::vector<BlockLook> out(looks.begin() + static_cast<std::ptrdiff_t>(begin), looks.begin() + static_cast<std::ptrdiff_t>(end));
  std::unordered_map<std::uint32_t, std::uint32_t> before;  // numbers of blocks that stand before `begin`
  for (std::uint32_t i = 0; i < out.size(); ++i) {
    std::uint32_t& same = out[i].same;
    same = same >= begin ? same - static_cast<std::uint32_t>(begin) : before.try_emplace(same, i).first->second;
  }
  return out;
}

std::vector<std::uint32_t> copies_of(std::span<const BlockLook> looks) {
  std::vector<std::uint32_t> out(looks.size());
  for (const BlockLook& look : looks) ++out[look.same];
  return out;
}

}  // namespace hypeline
