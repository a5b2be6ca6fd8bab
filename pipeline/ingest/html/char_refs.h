#pragma once
// Character references: &amp; &#233; &#xE9; and the places where input bytes read as other text.
// Source: WHATWG HTML 13.2.5.72 to .80 (states), 13.5 (names).

#include <array>
#include <cstdint>
#include <string_view>

namespace hypeline::html {

/// Text that stands in for some bytes of the input. `consumed` is 0 when nothing is replaced.
struct Replacement {
  std::uint32_t consumed = 0;  // input bytes
  std::uint8_t size = 0;       // bytes of `utf8` in use
  std::array<char, 8> utf8{};

  std::string_view text() const { return {utf8.data(), size}; }
};

enum class RefPlace : std::uint8_t { text, attribute };

/// Returns the character reference that `input` begins with, or one with consumed == 0 where the
/// ampersand is just an ampersand. In an attribute a name without semicolon is none when a letter,
/// a digit or '=' follows, so that `?a=1&copy=2` stays. Looks at most 33 bytes ahead, but for digits.
/// REQUIRES: input[0] == '&'.
Replacement match_char_ref(std::string_view input, RefPlace place);

/// Returns the line feed that the CR or CR LF at the front of `input` reads as.
/// REQUIRES: input[0] == '\r'.
Replacement match_newline(std::string_view input);

/// Returns U+FFFD for the one byte NUL.
Replacement replace_nul();

}  // namespace hypeline::html
