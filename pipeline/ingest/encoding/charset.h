#pragma once
#include "core/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace hypeline {

/// UTF-8 over the source bytes, and how it was reached.
struct Decoded {
  Text text;
  std::string charset;       ///< WHATWG name, lower-case
  std::string charset_from;  ///< bom, utf-8, given, declared, detected
  std::vector<Repair> repairs;
  std::vector<Span> damage;  ///< source ranges that were no valid text in that charset (decoded as U+FFFD)
};

/// Decodes scraped bytes. Order: byte-order mark; UTF-16 and UTF-32 by their NUL bytes; UTF-8 (also with a few ill-formed bytes, which become
/// U+FFFD); `given` (HTTP or WARC header); a page's own declaration where `html`; uchardet; windows-1252. Labels are WHATWG's
/// (iso-8859-1 reads as windows-1252); unknown ones, and those that say UTF-8 of bytes that are not, count as not said. The text holds no
/// byte-order mark and is valid UTF-8, whatever the bytes; bytes that are UTF-8 already share their storage with it.
/// ISO-2022 escape sequences in ASCII bytes are not taken for UTF-8.
Decoded decode(std::string bytes, std::string_view given, bool html);

}  // namespace hypeline
