#include "ingest/html/word_hashes.h"

#include "core/unicode.h"

#include <algorithm>
#include <array>

namespace hypeline::html {
namespace {

constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15u;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t next) { return ((hash ^ next) * kPrime) ^ ((hash ^ next) * kPrime >> 29); }

enum Kind : std::uint8_t { kGap, kWord, kApostrophe, kWide };

/// What an ASCII byte is to words, and its lower case; what is beyond is decoded.
struct Byte {
  Kind kind = kGap;
  std::uint8_t folded = 0;
};
constexpr std::array<Byte, 256> kBytes = [] {
  std::array<Byte, 256> out{};
  for (int c = 0; c < 256; ++c) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool word = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    out[c] = {c >= 0x80 ? kWide : c == '\'' ? kApostrophe : word ? kWord : kGap, static_cast<std::uint8_t>(upper ? c + 32 : c)};
  }
  return out;
}();

}  // namespace

void append_word_hashes(std::string_view text, std::vector<WordHash>& out) {
  WordHash word;
  const auto end_word = [&] {
    if (word.size > 0) out.push_back(word);
    word = {};
  };
  for (std::size_t at = 0; at < text.size();) {
    const Byte byte = kBytes[static_cast<unsigned char>(text[at])];
    if (byte.kind == kWide) {
      const CodePoint c = decode_at(text, at);
      at += c.size;
      if (is_word(c.value))
        word = {mixed(word.hash, fold(c.value)), word.size + c.size};
      else if (c.value != U'\u2019')
        end_word();
      continue;
    }
    ++at;
    if (byte.kind == kWord)
      word = {mixed(word.hash, byte.folded), word.size + 1};
    else if (byte.kind == kGap)
      end_word();
  }
  end_word();
}

std::uint64_t row_hash(std::span<const WordHash> words) {
  std::uint64_t out = 0;
  for (const WordHash& word : words.first(kWordsInARow)) out = mixed(out, word.hash);
  return out;
}

bool starts_alike(std::span<const WordHash> a, std::span<const WordHash> b) {
  const std::size_t size = std::min(a.size(), b.size());
  return size > 0 && std::ranges::equal(a.first(size), b.first(size), {}, &WordHash::hash, &WordHash::hash);
}

}  // namespace hypeline::html
