#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace hypeline::bench {

/// Pages to measure on: made by a fixed seed from the corpus's paragraphs inside what surrounds articles on the web (scripts, style sheets, menus with
/// class names, cards of other articles, comments, a footer), until there are `bytes`. With HYPELINE_PAGES set, the "html" of each line of that file of
/// JSON records.
std::vector<std::string> pages(std::size_t bytes);

/// Texts to measure on: the articles of text.h; with HYPELINE_PAGES set, the "text" or "main" of each line.
std::vector<std::string> plain_texts(std::size_t bytes);

/// What a hostile page is made of.
struct HostilePage {
  std::string name;
  std::string html;
};
std::vector<HostilePage> hostile_pages();

}  // namespace hypeline::bench
