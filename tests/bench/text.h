#pragma once
#include "core/span.h"

#include <string>
#include <vector>

namespace hypeline::bench {

struct Article {
  std::string text;
  std::vector<Span> paragraphs;
};

/// The articles to measure on: the plain texts below corpus/articles, their paragraphs drawn again and again in a fixed order until there are
/// `bytes`. With HYPELINE_CORPUS set, the text files below that folder as they are.
std::vector<Article> articles(std::size_t bytes);

std::size_t bytes_of(const std::vector<Article>& articles);

}  // namespace hypeline::bench
