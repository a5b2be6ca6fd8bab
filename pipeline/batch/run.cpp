#include "batch/run.h"

#include "batch/baseline.h"
#include "batch/census.h"
#include "batch/copies.h"
#include "batch/publish.h"
#include "batch/run_folder.h"
#include "batch/workers.h"
#include "ingest/shingles.h"
#include "render/jsonl.h"

#include <unistd.h>

#include <algorithm>

namespace hypeline {
namespace {

void count(const Article& article, Tally& tally) {
  ++(article.document.rejected ? tally.rejected : tally.articles);
  tally.copies += !article.document.duplicate_of.empty();
  if (!article.assessment) return;
  tally.ignored += article.assessment->ignored;
  for (const Mismatch& mismatch : article.assessment->mismatches) ++tally.mismatches[static_cast<std::size_t>(mismatch.severity)];
}

void add(const Tally& more, Tally& sum) {
  sum.articles += more.articles;
  sum.rejected += more.rejected;
  sum.ignored += more.ignored;
  sum.copies += more.copies;
  for (std::size_t i = 0; i < std::size(sum.mismatches); ++i) sum.mismatches[i] += more.mismatches[i];
}

/// One item's articles, and what they are compared by.
struct Draft {
  std::vector<Article> articles;
  std::vector<Shingles> shingles;
};

Draft make_draft(Worker& worker, Item item) {
  Draft out{process(worker, std::move(item)), {}};
  for (const Article& article : out.articles) out.shingles.push_back(shingles_of(article.document));
  return out;
}

void mark_copies(Draft& draft, Copies& copies) {
  for (std::size_t i = 0; i < draft.articles.size(); ++i) {
    Document& document = draft.articles[i].document;
    document.duplicate_of = copies.original_of(draft.shingles[i], document.id);
  }
}

/// What one item's articles became, and their count.
template <class Output>
struct Batch {
  std::vector<Output> outputs;
  std::vector<std::size_t> reviewed;  ///< the verdicts that are on them
  Tally tally;
};

/// Which verdicts met a finding.
class Orphans {
 public:
  explicit Orphans(const VerdictBook& book) : met_(book.all().size()) {}
  void meet(const std::vector<std::size_t>& verdicts) {
    for (const std::size_t i : verdicts) met_[i] = true;
  }
  void count(Tally& tally) const {
    tally.verdicts = met_.size();
    tally.orphaned = static_cast<std::size_t>(std::count(met_.begin(), met_.end(), false));
  }

 private:
  std::vector<bool> met_;
};

/// Feeds items through the pipeline; `write` makes an article's output on a worker, `sink` takes it in order.
template <class Output>
Tally run_pipeline(Feed& feed, const Resources& resources, const RunOptions& options, const RepeatedBlocks* repeated,
                   const std::function<Output(Article&, const Context&)>& write, std::function<void(Output)> sink) {
  Tally sum;
  Orphans orphans(resources.reviews.verdicts);
  Copies copies;
  OrderedRun<Item, Draft, Batch<Output>, Worker> run;
  run.next = [&feed] { return feed.next(); };
  run.make_worker = [&] { return Worker(resources, {options.max_bytes, repeated, nullptr}); };
  run.stopped = options.stopped;
  run.work = make_draft;
  run.settle = [&copies](Draft& draft) { mark_copies(draft, copies); };
  run.finish = [&](Worker&, Draft draft) {
    Batch<Output> out;
    for (Article& article : draft.articles) {
      count(article, out.tally);
      for (const std::size_t i : verdicts_on(article, resources.reviews.verdicts, resources.context)) out.reviewed.push_back(i);
      out.outputs.push_back(write(article, resources.context));
    }
    return out;
  };
  run.sink = [&](Batch<Output> batch) {
    for (Output& output : batch.outputs) sink(std::move(output));
    orphans.meet(batch.reviewed);
    add(batch.tally, sum);
    sum.inputs = feed.size();
    sum.inputs_done = feed.done();
    options.progress(sum);
  };
  run.run(options.jobs);
  orphans.count(sum);
  return sum;
}

}  // namespace

Tally annotate_folders(const std::vector<std::string>& inputs, const std::string& out, const Resources& resources, const RunOptions& options) {
  OutputFolder folder(out);
  const std::optional<Baseline> before = Baseline::open(out);
  const auto write = [&](Article& article, const Context& context) {
    if (before && !article.document.rejected) article.changes = before->compare(run_article(article, context));
    return write_article(article, context);
  };
  std::vector<FoundFile> found = discover(inputs);
  const RepeatedBlocks repeated = options.one_pass ? RepeatedBlocks() : find_repeated(found, options.max_bytes, options.jobs, options.stopped);
  Feed feed(std::move(found), options.max_bytes);
  RunFolder files(folder.staging());
  const Tally sum = run_pipeline<Written>(feed, resources, options, &repeated, write, [&](Written article) { files.take(std::move(article)); });
  if (options.stopped()) return sum;
  files.finish(resources.context, sum, before ? std::optional(files.since(*before)) : std::nullopt);
  folder.publish();
  return sum;
}

Tally annotate_stream(int in, int out, const Resources& resources, const RunOptions& options) {
  Feed feed(Fd(::dup(in)), options.max_bytes);
  return run_pipeline<std::string>(feed, resources, options, nullptr, write_jsonl, [&](const std::string& line) { write_all(out, line, "standard output"); });
}

}  // namespace hypeline
