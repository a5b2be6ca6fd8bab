#include "batch/run.h"

#include "batch/files.h"
#include "batch/publish.h"
#include "batch/workers.h"
#include "render/escape.h"
#include "render/html.h"
#include "render/jsonl.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <set>

namespace hypeline {
namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;

/// What the run was, for the report; no time and no number of workers: the same inputs give the same bytes.
Facts run_facts(const Context& context, const Tally& tally) {
  return {{"Program", "hypeline " + context.version},
          {"Rules", fmt::format("{}, digest {}", context.rules.size(), context.lexicon_digest.substr(0, 12))},
          {"Inputs", fmt::format("{}", tally.inputs)},
          {"Articles", fmt::format("{}", tally.articles)},
          {"Rejected", fmt::format("{}", tally.rejected)}};
}

std::string run_json(const Context& context, const Tally& tally) {
  return fmt::format(
      "{{\"schema\":\"hypeline-run/1\",\"tool\":{{\"version\":{},\"lexicon_digest\":{},\"rules\":{}}},\"inputs\":{},\"articles\":{},\"rejected\":{},"
      "\"mismatches\":{{\"high\":{},\"medium\":{},\"low\":{}}}}}\n",
      json_string(context.version), json_string(context.lexicon_digest), context.rules.size(), tally.inputs, tally.articles, tally.rejected, tally.mismatches[2], tally.mismatches[1],
      tally.mismatches[0]);
}

/// What a worker hands on. A rejected article's page is empty.
struct Result {
  std::string lines;
  std::vector<IndexRow> rows;
  std::vector<std::string> pages;
  Tally tally;
};

/// Writes what comes in order: lines as they come, pages under names of their own, rows kept for the index.
class FolderSink {
 public:
  explicit FolderSink(std::string folder) : folder_(std::move(folder)), lines_path_(folder_ + "/annotations.jsonl") {
    lines_ = Fd(::open(lines_path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!lines_) throw IoError("cannot create " + lines_path_ + ": " + errno_text(errno));
  }

  void take(Result result) {
    write_all(lines_.get(), result.lines, lines_path_);
    for (std::size_t i = 0; i < result.rows.size(); ++i) {
      if (!result.pages[i].empty()) {
        claim_name(result.rows[i].page);
        write_whole(folder_ + "/" + result.rows[i].page, result.pages[i]);
      }
      rows_.push_back(std::move(result.rows[i]));
    }
  }

  void finish(const Context& context, const Tally& tally) {
    const std::string run = run_json(context, tally);
    write_whole(folder_ + "/index.html", index_page(std::move(rows_), {run_facts(context, tally)}, context));
    write_whole(folder_ + "/app.css", stylesheet(context));
    write_whole(folder_ + "/run.json", run);
  }

 private:
  /// Two articles may bear one id (a file named like another's second article): the later page gets a number.
  void claim_name(std::string& page) {
    const std::string stem = page.substr(0, page.rfind('.'));
    for (int n = 2; !names_.insert(page).second; ++n) page = stem + "-" + std::to_string(n) + ".html";
  }

  std::string folder_, lines_path_;
  Fd lines_;
  std::vector<IndexRow> rows_;
  std::set<std::string> names_;
};

void count(const Article& article, Tally& tally) {
  ++(article.document.rejected ? tally.rejected : tally.articles);
  if (!article.assessment) return;
  for (const Mismatch& mismatch : article.assessment->mismatches) ++tally.mismatches[static_cast<std::size_t>(mismatch.severity)];
}

void add(const Tally& more, Tally& sum) {
  sum.articles += more.articles;
  sum.rejected += more.rejected;
  for (std::size_t i = 0; i < std::size(sum.mismatches); ++i) sum.mismatches[i] += more.mismatches[i];
}

using Run = OrderedRun<Item, Result, Worker>;

/// Sets the run up to feed `feed` through the pipeline; what is done with each article is `each`'s business.
void prepare(Run& run, Feed& feed, const Resources& resources, const RunOptions& options, std::function<void(const Article&, Result&)> each) {
  run.next = [&feed] { return feed.next(); };
  run.make_worker = [&resources, &options] { return Worker(resources, options.max_bytes); };
  run.stopped = options.stopped;
  run.work = [&resources, each = std::move(each)](Worker& worker, Item item) {
    Result out;
    for (const Article& article : process(worker, std::move(item))) {
      out.lines += write_jsonl(article, resources.context);
      count(article, out.tally);
      each(article, out);
    }
    return out;
  };
}

}  // namespace

Tally annotate_folders(const std::vector<std::string>& inputs, const std::string& out, const Resources& resources, const RunOptions& options) {
  OutputFolder folder(out);
  Feed feed(discover(inputs), options.max_bytes);
  FolderSink sink(folder.staging());
  Tally sum;
  Run run;
  prepare(run, feed, resources, options, [&](const Article& article, Result& result) {
    result.rows.push_back(summarise(article, resources.context));
    result.pages.push_back(article.document.rejected ? std::string() : article_page(article, resources.context));
  });
  run.sink = [&](Result result) {
    add(result.tally, sum);
    sink.take(std::move(result));
    sum.inputs = feed.size();
    sum.inputs_done = feed.done();
    options.progress(sum);
  };
  run.run(options.jobs);
  if (options.stopped()) return sum;
  sink.finish(resources.context, sum);
  folder.publish();
  return sum;
}

Tally annotate_stream(int in, int out, const Resources& resources, const RunOptions& options) {
  Feed feed(Fd(::dup(in)), "", options.max_bytes);
  Tally sum;
  Run run;
  prepare(run, feed, resources, options, [](const Article&, Result&) {});
  run.sink = [&](const Result& result) {
    write_all(out, result.lines, "standard output");
    add(result.tally, sum);
  };
  run.run(options.jobs);
  return sum;
}

}  // namespace hypeline
