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

/// Decodes scraped bytes. Order: byte-order mark; strict UTF-8; `given` (HTTP or WARC header); the declaration in the first 1,024 bytes where
/// `html`; uchardet; windows-1252. Labels are WHATWG's (iso-8859-1 reads as windows-1252). The text holds no byte-order mark.
Decoded decode(std::string bytes, std::string_view given, bool html);

}  // namespace hypeline
