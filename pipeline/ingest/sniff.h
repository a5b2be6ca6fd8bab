#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace hypeline {

/// The kind of a file that is no text ("PDF", "gzip", …), by its first bytes; empty where they say nothing.
std::string_view known_binary(std::string_view bytes);

/// How a file is encrypted ("PGP", …), by its first bytes; empty where they do not say so.
std::string_view known_encryption(std::string_view bytes);

/// True if decoded text is mostly what no text holds: controls, NULs and replacement characters.
bool is_mostly_controls(std::string_view text);

/// True if the text starts as an HTML document does: a doctype, or a tag that only documents have.
bool looks_like_html(std::string_view text);

}  // namespace hypeline
