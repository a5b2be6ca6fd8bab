#pragma once
// Byte classes and the search for the few bytes that matter to the HTML tokenizer.
//
// Decision: the search looks at eight bytes at once in a plain 64-bit word. Rejected:
// std::string_view::find_first_of (one call of memchr per byte) and SIMD intrinsics (one machine only).

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace hypeline::html {

/// Classes of bytes, as bits; masks of them say where a name or value ends.
enum ByteClass : std::uint8_t {
  kSpace = 1,    // TAB LF FF CR SPACE; CR, as it stands for LF
  kAlpha = 2,    // A-Z a-z
  kDigit = 4,    // 0-9
  kGreater = 8,  // >
  kSlash = 16,   // /
  kEquals = 32,  // =
  kFolds = 64,   // A-Z and NUL: a tag or attribute name spells these otherwise
};

constexpr std::uint8_t kEndsTagName = kSpace | kSlash | kGreater;
constexpr std::uint8_t kEndsAttributeName = kEndsTagName | kEquals;
constexpr std::uint8_t kEndsUnquotedValue = kSpace | kGreater;

consteval std::array<std::uint8_t, 256> make_byte_classes() {
  std::array<std::uint8_t, 256> classes{};
  for (const char c : {'\t', '\n', '\f', '\r', ' '}) classes[static_cast<std::uint8_t>(c)] = kSpace;
  for (int c = 'a'; c <= 'z'; ++c) classes[c] = kAlpha;
  for (int c = 'A'; c <= 'Z'; ++c) classes[c] = kAlpha | kFolds;
  for (int c = '0'; c <= '9'; ++c) classes[c] = kDigit;
  classes['>'] = kGreater;
  classes['/'] = kSlash;
  classes['='] = kEquals;
  classes['\0'] = kFolds;
  return classes;
}

inline constexpr std::array<std::uint8_t, 256> kByteClasses = make_byte_classes();

/// Returns whether `c` is in one of the classes of `mask`.
constexpr bool is(char c, std::uint8_t mask) { return (kByteClasses[static_cast<std::uint8_t>(c)] & mask) != 0; }

/// Returns `c` with A-Z made a-z.
constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

/// Returns whether `text` begins with `lower`, ASCII case ignored. REQUIRES: `lower` has no A-Z.
constexpr bool starts_with_folded(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && std::ranges::equal(text.substr(0, lower.size()), lower, {}, ascii_lower);
}

/// Up to four bytes to search for. Fewer are given by naming one twice.
class Stops {
 public:
  consteval Stops(char a, char b, char c, char d) : bytes_{a, b, c, d} {
    for (std::size_t i = 0; i < 4; ++i) spread_[i] = kOnes * static_cast<std::uint8_t>(bytes_[i]);
  }

  /// Returns the offset of the first of the bytes at or after `from`, or text.size().
  std::size_t find(std::string_view text, std::size_t from) const {
    if constexpr (std::endian::native == std::endian::little) {
      for (; from + 8 <= text.size(); from += 8) {
        const std::uint64_t hits = match(text.data() + from);
        if (hits != 0) return from + static_cast<std::size_t>(std::countr_zero(hits)) / 8;
      }
    }
    while (from < text.size() && std::ranges::find(bytes_, text[from]) == bytes_.end()) ++from;
    return from;
  }

 private:
  static constexpr std::uint64_t kOnes = 0x0101010101010101;

  /// The lowest bit set marks the first match in memory; bits above it may be false.
  std::uint64_t match(const char* at) const {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    std::uint64_t hits = 0;
    for (const std::uint64_t spread : spread_) {
      const std::uint64_t difference = word ^ spread;
      hits |= (difference - kOnes) & ~difference;
    }
    return hits & (kOnes << 7);
  }

  std::array<char, 4> bytes_;
  std::array<std::uint64_t, 4> spread_{};
};

}  // namespace hypeline::html
