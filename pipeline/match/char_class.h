#pragma once
#include "match/regex.h"

namespace hypeline {

/// A class or an escape: the characters, the RE2 that stands for it, and its length in the source.
struct CharPiece {
  CharSet set;
  std::string re2;
  std::size_t size = 0;
};

/// Reads `[...]` that begins at `at`. An apostrophe inside also stands for its typographic forms; space and hyphen are themselves.
std::expected<CharPiece, PatternError> read_class(std::string_view source, std::size_t at);

/// Reads the escape that begins at `at` and stands for characters (\d, \., \x{e9}, \pL); REQUIRES source[at] == '\\' and not an anchor.
std::expected<CharPiece, PatternError> read_escape(std::string_view source, std::size_t at);

}  // namespace hypeline
