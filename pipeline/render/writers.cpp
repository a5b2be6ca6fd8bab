#include "render/writers.h"

#include "render/app.h"
#include "render/html/index_parts.h"
#include "render/jsonl.h"

#include <algorithm>
#include <array>

namespace hypeline {
namespace {

std::vector<File> html_article(const Article& article, const Context& context) {
  if (article.document.rejected) return {};
  return {{article_path(article.document.id), article_page(article, context)}};
}

std::vector<File> html_run(const std::vector<IndexRow>& rows, const RunInfo& run, const Context& context) {
  return {{"list.html", index_page(rows, run, context)}, {"app.css", stylesheet(context)}};
}

std::vector<File> app_of_article(const Article& article, const Context& context) {
  if (article.document.rejected) return {};
  return {{"a/" + article_key(article.document.id) + ".js", app_article_file(app_article(article, context))}};
}

std::vector<File> app_of_run(const std::vector<IndexRow>& rows, const RunInfo& run, const Context& context) {
  const html::Rows split = html::split(rows);
  return {{"index.html", app_page(split, run, context)},
          {"app.js", std::string(app_script())},
          {"data.js", app_data(split.articles, context)},
          {"rules.js", app_rules(split.articles, context)}};
}

constexpr std::array<Writer, 3> kWriters = {{
    {"app", "", nullptr, nullptr, app_of_article, app_of_run},
    {"html", "", nullptr, nullptr, html_article, html_run},
    {"jsonl", "annotations.jsonl", nullptr, write_jsonl, nullptr, nullptr},
}};

}  // namespace

std::span<const Writer> writers() { return kWriters; }

const Writer* find_writer(std::string_view name) {
  const auto at = std::find_if(kWriters.begin(), kWriters.end(), [&](const Writer& writer) { return writer.name == name; });
  return at == kWriters.end() ? nullptr : &*at;
}

}  // namespace hypeline
