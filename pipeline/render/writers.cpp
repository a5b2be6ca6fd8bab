#include "render/writers.h"

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
  return {{"index.html", index_page(rows, run, context)}, {"app.css", stylesheet(context)}};
}

constexpr std::array<Writer, 2> kWriters = {{
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
