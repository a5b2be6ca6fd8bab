#pragma once
#include "render/article.h"

#include <string>

namespace hypeline {

/// The article as one line of annotations.jsonl (schema: render/annotations.schema.json), with its line break. Valid UTF-8.
/// Offsets of annotations are code points of "text"; "source" ranges are bytes of the input. A rejected document is a
/// shorter line: its reason, and its text, zones and sentences where they could be read (an article in another language).
/// Ids and paths may be any bytes: what is no UTF-8 becomes U+FFFD there, and "id_hex" or "path_hex" holds the true bytes.
std::string write_jsonl(const Article& article, const Context& context);

}  // namespace hypeline
