#include "batch/process.h"

#include "batch/source.h"
#include "ingest/containers.h"
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

/// Assesses without what reviewers chose to ignore, with what is known of the papers it cites.
void assess_reviewed(Article& article, Worker& worker) {
  const Resources& resources = worker.resources;
  Document& document = article.document;
  article.facts = look_up(document, resources.papers, worker.abstracts ? &*worker.abstracts : nullptr, worker.matcher);
  for (Annotation& mark : mark_retracted(document, article.facts)) document.annotations.push_back(std::move(mark));
  const IgnoreList& list = resources.reviews.ignore;
  const std::uint32_t marked = mark_ignored(document, list, resources.context);
  article.assessment = assess(document, resources.lexicon.labels(), resources.tables, article.facts);
  leave_out_ignored(article, marked, list, resources.context);
}

}  // namespace

Worker::Worker(const Resources& r, const ReadOptions& reading) : resources(r), matcher(r.lexicon), how(reading) {
  if (!r.papers.index.empty()) abstracts.emplace(r.papers.index);
}

std::vector<Document> read_item(Item item, const ReadOptions& how) {
  if (item.rejected) return {rejected(item, *item.rejected)};
  const Container* container = item.bytes ? container_of_format(item.format) : nullptr;
  auto bytes = item.bytes ? std::move(*item.bytes) : read_input_file(item.path, how.most);
  if (!bytes) return {rejected(item, bytes.error())};
  const Input input{item.id, item.path, std::move(*bytes), {}, {}, {}, how};
  return container == nullptr ? read_input(input) : container->read(input);
}

std::vector<Article> process(Worker& worker, Item item) {
  std::vector<Article> out;
  for (Document& document : read_item(std::move(item), worker.how)) {
    Article article{annotate(std::move(document), worker.matcher), {}, {}, {}};
    if (!article.document.rejected) assess_reviewed(article, worker);
    out.push_back(std::move(article));
  }
  return out;
}

}  // namespace hypeline
