#include "text.h"

#include "shipped.h"

#include <cstdlib>
#include <random>
#include <stdexcept>

namespace hypeline::bench {
namespace {

constexpr std::size_t kParagraphsAnArticle = 12;

std::vector<Article> as_they_are(const std::vector<std::string>& texts) {
  std::vector<Article> out;
  for (const std::string& text : texts) out.push_back({text, testing::paragraphs_of(text)});
  return out;
}

std::vector<std::string> paragraphs_of_all(const std::vector<std::string>& texts) {
  std::vector<std::string> out;
  for (const std::string& text : texts)
    for (const Span span : testing::paragraphs_of(text)) out.emplace_back(slice(text, span));
  if (out.empty()) throw std::runtime_error("no text to measure on");
  return out;
}

Article draw(const std::vector<std::string>& paragraphs, std::mt19937& random) {
  Article out;
  for (std::size_t i = 0; i < kParagraphsAnArticle; ++i) {
    const std::string& paragraph = paragraphs[random() % paragraphs.size()];
    out.paragraphs.push_back(make_span(out.text.size(), out.text.size() + paragraph.size()));
    out.text += paragraph + "\n\n";
  }
  return out;
}

}  // namespace

std::vector<Article> articles(std::size_t bytes) {
  if (const char* folder = std::getenv("HYPELINE_CORPUS")) return as_they_are(testing::texts_below(folder));
  const auto paragraphs = paragraphs_of_all(testing::corpus_articles());
  std::mt19937 random(1);
  std::vector<Article> out;
  for (std::size_t done = 0; done < bytes; done += out.back().text.size()) out.push_back(draw(paragraphs, random));
  return out;
}

std::size_t bytes_of(const std::vector<Article>& articles) {
  std::size_t out = 0;
  for (const Article& article : articles) out += article.text.size();
  return out;
}

}  // namespace hypeline::bench
