#pragma once
#include "ingest/input.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hypeline {

/// A way to read one kind of input into its articles.
struct Reader {
  std::string_view name;
  std::span<const std::string_view> suffixes;  ///< lower-case, with the dot
  std::vector<Document> (*read)(const Input&);
};

/// The list of readers: to add one, write its file and add its row in readers.cpp.
std::span<const Reader> readers();

/// The suffix of a path in lower case, with the dot, those of packings left out: ".html" of "page.html.gz". Empty where there is none.
std::string suffix_of(std::string_view path);

/// The articles of an input, in text order, each with its structure annotations; never empty: what cannot be read is one document with a
/// rejection. Ids are `input.id`, or `input.id#1`, `#2`, … where there are several.
std::vector<Document> read_input(const Input& input);

}  // namespace hypeline
