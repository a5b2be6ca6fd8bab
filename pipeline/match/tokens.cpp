#include "match/tokens.h"

#include "core/unicode.h"
#include "match/charset.h"
#include "match/fold.h"
#include "match/word_bytes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

namespace hypeline {
namespace {

constexpr std::size_t kLongestGap = 8;
constexpr std::uint64_t kFoldAll = 0x2020202020202020u;
constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15u;

// The `size` bytes at `at`, at most eight, ASCII folded; `left` bytes may be read.
std::uint64_t folded_word(const char* at, std::size_t size, std::size_t left) {
  std::uint64_t word = 0;
  if (left >= 8) {
    std::memcpy(&word, at, 8);
    if (size >= 8) return word | kFoldAll;
    return (word | kFoldAll) & ((std::uint64_t{1} << (8 * size)) - 1);
  }
  std::memcpy(&word, at, std::min(size, left));
  return size == 0 ? 0 : word | (kFoldAll >> (64 - 8 * std::min<std::size_t>(size, 8)));
}

std::uint64_t mix(std::uint64_t sum, std::uint64_t word) { return (std::rotl(sum, 29) ^ word) * kMultiplier; }

// `left`: bytes that may be read from `at`, at least `size`. Bytes beyond ASCII are taken as they are but for bit 5: the same in text and table.
WordKey key_at(const char* at, std::size_t size, std::size_t left) {
  const std::uint64_t head = folded_word(at, size, left);
  std::uint64_t sum = head * kMultiplier;
  for (std::size_t i = 8; i < size; i += 8) sum = mix(sum, folded_word(at + i, size - i, left - i));
  return {head, static_cast<std::uint32_t>(sum >> 32)};
}

// Most gaps are one space, and most of the others begin with a sign.
Gap gap_of(std::string_view between) {
  const auto first = static_cast<unsigned char>(between[0]);
  if (first == ' ' && between.size() == 1) return Gap::space;
  if (first < 128 && !is_space(first) && first != '-' && first != '\'') return Gap::other;
  const GapText text = gap_text(between);
  return text == ' ' ? Gap::space : text == '\'' ? Gap::apostrophe : Gap::other;
}

}  // namespace

WordKey key_of(std::string_view folded) { return key_at(folded.data(), folded.size(), folded.size()); }

GapText pack_gap(std::string_view gap) {
  GapText out = 0;
  for (std::size_t i = 0; i < gap.size(); ++i) out |= GapText{static_cast<unsigned char>(gap[i])} << (8 * i);
  return out;
}

GapText gap_text(std::string_view between) {
  std::array<char, kLongestGap> out{};
  std::size_t size = 0;
  bool space = false;
  for (std::size_t at = 0; at < between.size();) {
    const CodePoint c = decode_at(between, at);
    const bool was_space = std::exchange(space, is_space(c.value));
    const std::string_view piece = space || is_dash(c.value) ? " " : is_apostrophe(c.value) ? "'" : between.substr(at, c.size);
    at += c.size;
    if (space && was_space) continue;
    if (size + piece.size() > out.size()) return 0;
    size += piece.copy(out.data() + size, piece.size());
  }
  return pack_gap({out.data(), size});
}

std::optional<std::size_t> match_gap(std::string_view text, std::string_view gap) {
  std::size_t at = 0;
  for (const char wanted : gap) {
    if (at == text.size()) return std::nullopt;
    CodePoint c = decode_at(text, at);
    const bool fits = wanted == ' ' ? is_space(c.value) || is_dash(c.value) : wanted == '\'' ? is_apostrophe(c.value) : text[at] == wanted;
    if (!fits) return std::nullopt;
    const bool run = is_space(c.value);
    at += wanted == ' ' || wanted == '\'' ? c.size : 1;
    for (; run && at < text.size() && is_space((c = decode_at(text, at)).value);) at += c.size;
  }
  return at;
}

void Tokens::read(std::string_view text, Span paragraph) {
  text_ = text.substr(0, paragraph.end);
  tokens_.clear();
  folded_.clear();
  const std::string_view inside = slice(text, paragraph);
  ascii_ = mark_word_bytes(inside, masks_);
  std::uint64_t carry = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < masks_.size(); ++i) {
    const std::uint64_t mask = masks_[i];
    for (std::uint64_t edges = mask ^ (mask << 1 | carry); edges != 0; edges &= edges - 1) {
      const std::size_t at = paragraph.begin + i * 64 + static_cast<std::size_t>(std::countr_zero(edges));
      if ((mask >> std::countr_zero(edges) & 1) != 0)
        begin = at;
      else
        add(begin, at);
    }
    carry = mask >> 63;
  }
  if (carry != 0) add(begin, paragraph.end);
}

void Tokens::add(std::size_t begin, std::size_t end) {
  Token token;
  token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  WordKey key = key_at(text_.data() + begin, end - begin, text_.size() - begin);
  const std::string_view word = text_.substr(begin, end - begin);
  if (!ascii_ && std::any_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) >= 128; })) {
    token.foreign = true;
    token.folded = static_cast<std::uint32_t>(folded_.size());
    for (std::size_t at = 0; at < word.size();) {
      const CodePoint c = decode_at(word, at);
      append_folded(folded_, c.value);
      at += c.size;
    }
    key = key_of(std::string_view(folded_).substr(token.folded));
    folded_ += '\0';
  }
  token.head = key.head;
  token.hash = key.hash;
  if (!tokens_.empty()) token.gap = gap_of(text_.substr(tokens_.back().span.end, begin - tokens_.back().span.end));
  tokens_.push_back(token);
}

std::size_t Tokens::first_at(std::uint32_t at) const {
  const auto found = std::partition_point(tokens_.begin(), tokens_.end(), [&](const Token& t) { return t.span.begin < at; });
  return static_cast<std::size_t>(found - tokens_.begin());
}

std::uint32_t Tokens::number_end(std::uint32_t begin) const {
  const std::size_t end = text_.find_first_not_of("0123456789.,", begin);
  return static_cast<std::uint32_t>(std::min(end, text_.size()));
}

bool Tokens::equals(const Token& token, std::string_view folded) const {
  if (token.foreign) return std::string_view(folded_).substr(token.folded).starts_with(folded) && folded_[token.folded + folded.size()] == '\0';
  if (token.span.size() != folded.size()) return false;
  const char* at = text_.data() + token.span.begin;
  return std::equal(folded.begin(), folded.end(), at, [](char a, char b) { return a == static_cast<char>(b | 0x20); });
}

}  // namespace hypeline
