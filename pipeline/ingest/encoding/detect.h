#pragma once
#include "ingest/encoding/convert.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hypeline {

/// A byte-order mark: its size, and the form it marks (nullopt: UTF-8).
struct Bom {
  std::uint32_t size = 0;
  std::optional<WideForm> form;
};
std::optional<Bom> byte_order_mark(std::string_view bytes);

/// UTF-16 or UTF-32 without a mark, told by where the NUL bytes stand in the first 4 KiB; nullopt for anything else.
std::optional<WideForm> wide_by_nuls(std::string_view bytes);

/// True for UTF-8 with a few ill-formed bytes: at least three continuation bytes in their place for each ill-formed stretch, a sequence cut
/// off at the end aside.
bool is_mostly_utf8(std::string_view bytes);

/// True for ASCII bytes whose escape sequences say ISO 2022.
bool is_iso_2022(std::string_view bytes);

/// The charset uchardet hears in the bytes, lower-case, WHATWG's name where it has one; empty where it hears none.
std::string charset_by_sound(std::string_view bytes);

}  // namespace hypeline
