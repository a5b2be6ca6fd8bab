#pragma once
#include "render/article.h"

#include <string>

namespace hypeline {

/// The article as one line of annotations.jsonl (design: annotations.md; schema: render/annotations.schema.json), with its line break. Valid UTF-8.
/// Offsets of annotations are code points of "text"; "source" ranges are bytes of the input. A rejected document is a shorter line.
std::string write_jsonl(const Article& article, const Context& context);

}  // namespace hypeline
