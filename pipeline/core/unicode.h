#pragma once
#include <cassert>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Code points in UTF-8. Properties are utf8proc's; nothing here allocates unless it returns a string.
namespace hypeline {

/// One decoded code point and its length in bytes. Bytes that are no UTF-8 decode one at a time as U+FFFD, so a loop always ends.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 0;
};

/// As decode_at, where the byte is not ASCII.
CodePoint decode_wide_at(std::string_view text, std::size_t at);
/// As decode_before, where the byte is not ASCII.
CodePoint decode_wide_before(std::string_view text, std::size_t end);

/// The code point at byte `at`. REQUIRES at < text.size().
inline CodePoint decode_at(std::string_view text, std::size_t at) {
  assert(at < text.size());
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead < 0x80 ? CodePoint{lead, 1} : decode_wide_at(text, at);
}
/// The code point that ends at byte `end`. REQUIRES 0 < end <= text.size().
inline CodePoint decode_before(std::string_view text, std::size_t end) {
  assert(end > 0 && end <= text.size());
  const auto last = static_cast<unsigned char>(text[end - 1]);
  return last < 0x80 ? CodePoint{last, 1} : decode_wide_before(text, end);
}
void append_utf8(std::string& out, char32_t code_point);

/// Letters, marks, numbers and connector punctuation (general categories L*, M*, N*, Pc).
inline bool is_word(char32_t c);
inline bool is_letter(char32_t c);
inline bool is_upper(char32_t c);
inline bool is_digit(char32_t c);  ///< Nd
/// White space by Unicode (White_Space), no-break spaces included.
inline bool is_space(char32_t c);

constexpr bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }

/// Simple case folding, as RE2's (?i) sees letters: lower(upper(c)).
inline char32_t fold(char32_t c);

/// True if no word runs across byte `at`: the code points on its two sides are not both word characters. Text edges count as no word.
bool is_word_boundary(std::string_view text, std::size_t at);

/// Length of the longest prefix that is well-formed UTF-8 (WHATWG: no overlongs, no surrogates, no code point above U+10FFFF).
std::size_t valid_utf8_prefix(std::string_view bytes);
bool is_valid_utf8(std::string_view bytes);

/// Number of code points in valid UTF-8.
std::size_t count_code_points(std::string_view text);

/// Columns the text takes in a terminal: two for a wide character, none for a combining one.
std::size_t count_columns(std::string_view text);

/// Byte offsets to code-point offsets of one text; ascending or not, each lookup is O(log n) over its checkpoints.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);
  std::uint32_t at(std::uint32_t byte) const;

 private:
  std::string_view text_;
  bool ascii_ = false;
  std::vector<std::uint32_t> checkpoints_;  // code points before byte i * kStep
};

// What is beyond ASCII is looked up; ASCII is told in place.
bool is_wide_word(char32_t c);
bool is_wide_letter(char32_t c);
bool is_wide_upper(char32_t c);
bool is_wide_digit(char32_t c);
bool is_wide_space(char32_t c);
char32_t fold_wide(char32_t c);

constexpr bool is_ascii_letter(char32_t c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
constexpr bool is_ascii_word(char32_t c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '_'; }

inline bool is_letter(char32_t c) { return c < 0x80 ? is_ascii_letter(c) : is_wide_letter(c); }
inline bool is_upper(char32_t c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : is_wide_upper(c); }
inline bool is_digit(char32_t c) { return c < 0x80 ? is_ascii_digit(c) : is_wide_digit(c); }
inline bool is_word(char32_t c) { return c < 0x80 ? is_ascii_word(c) : is_wide_word(c); }
inline bool is_space(char32_t c) { return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : is_wide_space(c); }
inline char32_t fold(char32_t c) { return c < 0x80 ? (c >= 'A' && c <= 'Z' ? c + 32 : c) : fold_wide(c); }

}  // namespace hypeline
