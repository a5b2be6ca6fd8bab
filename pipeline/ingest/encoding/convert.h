#pragma once
#include "core/text.h"
#include "ingest/encoding/code_page.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace hypeline {

/// A text and the source ranges that meant nothing in its charset, each one U+FFFD in the text, in order.
struct Converted {
  Text text;
  std::vector<Span> damage;
};

/// The forms of UTF-16 and UTF-32.
struct WideForm {
  std::uint32_t unit = 2;  ///< bytes: 2 or 4
  bool big_endian = false;
};

/// All start at byte `from` of the raw text (behind a byte-order mark) and take any bytes; time is linear. Ill-formed stretches become one
/// U+FFFD each, cut as WHATWG's decoders cut them (the longest prefix of a well-formed sequence, else one byte).
Converted convert_utf8(const Text& raw, std::uint32_t from);
Converted convert_wide(const Text& raw, std::uint32_t from, WideForm form);
Converted convert_single(const Text& raw, const CodePage& page);

/// By the ICU converter of that name; nullopt where ICU has none.
std::optional<Converted> convert_icu(const Text& raw, std::string_view converter);

/// Length of the ill-formed stretch at `at`: the longest prefix of a well-formed sequence, at least 1. REQUIRES no well-formed one there.
std::uint32_t ill_formed_utf8(std::string_view bytes, std::size_t at);

}  // namespace hypeline
