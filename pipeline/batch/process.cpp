#include "batch/process.h"

#include "core/digest.h"
#include "ingest/jsonl.h"
#include "ingest/readers.h"
#include "match/annotators.h"

namespace hypeline {
namespace {

Document rejected(const Item& item, Rejection rejection) {
  Document out;
  out.id = item.id;
  out.input = item.id;
  out.source.path = item.path;
  out.rejected = std::move(rejection);
  return out;
}

/// Records of files bear the file's name and line, which no two share; what they call themselves goes to the meta data.
std::vector<Document> read_record_of_file(const Item& item) {
  std::vector<Document> out = read_record(*item.bytes, item.id);
  for (Document& document : out) {
    document.source.path = item.path;
    if (document.input == item.id) continue;
    document.meta.record = document.input;
    document.id = item.id + document.id.substr(document.input.size());
    document.input = item.id;
  }
  return out;
}

std::vector<Document> read_item(Item item, std::size_t most) {
  if (item.rejected) return {rejected(item, *item.rejected)};
  if (item.bytes) return item.path.empty() ? read_record(*item.bytes, item.id) : read_record_of_file(item);
  auto bytes = read_input_file(item.path, most);
  if (!bytes) return {rejected(item, bytes.error())};
  Input input;
  input.id = item.id;
  input.path = item.path;
  input.bytes = std::move(*bytes);
  input.format = item.format;
  return read_input(input);
}

/// Assesses without what reviewers chose to ignore.
void assess_reviewed(Article& article, const Resources& resources) {
  const IgnoreList& list = resources.reviews.ignore;
  const std::uint32_t marked = mark_ignored(article.document, list, resources.context);
  article.assessment = assess(article.document, resources.lexicon.labels(), resources.criteria);
  leave_out_ignored(article, marked, list, resources.context);
}

}  // namespace

std::vector<Article> process(Worker& worker, Item item) {
  const Resources& resources = worker.resources;
  std::vector<Article> out;
  for (Document& document : read_item(std::move(item), worker.max_bytes)) {
    Article article{annotate(std::move(document), worker.matcher), {}};
    if (!article.document.rejected) assess_reviewed(article, resources);
    out.push_back(std::move(article));
  }
  return out;
}

}  // namespace hypeline
