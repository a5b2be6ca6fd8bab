#include "batch/run_folder.h"

#include "render/escape.h"

#include <fcntl.h>
#include <fmt/format.h>

#include <cerrno>

namespace hypeline {
namespace {

/// What the run was, for the report; no time and no number of workers: the same inputs give the same bytes.
RunInfo run_info(const Context& context, const Tally& tally) {
  return {{{"Program", "hypeline " + context.version},
           {"Rules", fmt::format("{}, digest {}", context.rules.size(), context.lexicon_digest.substr(0, 12))},
           {"Inputs", fmt::format("{}", tally.inputs)},
           {"Articles", fmt::format("{}", tally.articles)},
           {"Near copies", fmt::format("{}", tally.copies)},
           {"Rejected", fmt::format("{}", tally.rejected)},
           {"Ignored findings", fmt::format("{}", tally.ignored)}},
          {}};
}

std::string run_json(const Context& context, const Tally& tally) {
  return fmt::format(
      "{{\"schema\":\"hypeline-run/1\",\"tool\":{{\"version\":{},\"lexicon_digest\":{},\"rules\":{}}},\"inputs\":{},\"articles\":{},\"near_copies\":{},"
      "\"rejected\":{},"
      "\"mismatches\":{{\"high\":{},\"medium\":{},\"low\":{}}},\"ignored\":{},\"verdicts\":{{\"given\":{},\"orphaned\":{}}}}}\n",
      json_string(context.version), json_string(context.lexicon_digest), context.rules.size(), tally.inputs, tally.articles, tally.copies, tally.rejected,
      tally.mismatches[2], tally.mismatches[1], tally.mismatches[0], tally.ignored, tally.verdicts, tally.orphaned);
}

Fd create(const std::string& path) {
  Fd fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (!fd) throw IoError("cannot create " + path + ": " + errno_text(errno));
  return fd;
}

}  // namespace

Written write_article(const Article& article, const Context& context) {
  Written out{summarise(article, context), {}, {}};
  for (const Writer& writer : writers()) {
    out.lines.push_back(writer.line == nullptr ? std::string() : writer.line(article, context));
    if (writer.of_article == nullptr) continue;
    for (File& file : writer.of_article(article, context)) out.files.push_back(std::move(file));
  }
  return out;
}

RunFolder::RunFolder(std::string path) : path_(std::move(path)) {
  for (const Writer& writer : writers())
    if (!writer.stream.empty()) streams_.emplace(writer.stream, create(path_ + "/" + std::string(writer.stream)));
}

/// Two articles may bear one id (a file named like another's second article): the later one's files get a number.
void RunFolder::claim_path(File& file, IndexRow& row) {
  const std::string wanted = file.path;
  const std::size_t dot = std::min(wanted.rfind('.'), wanted.size());
  for (int n = 2; !paths_.insert(file.path).second; ++n) file.path = fmt::format("{}-{}{}", wanted.substr(0, dot), n, wanted.substr(dot));
  if (row.page == wanted) row.page = file.path;
  if (wanted == "a/" + row.key + ".js") row.key = file.path.substr(2, file.path.rfind('.') - 2);
}

void RunFolder::take(Written article) {
  for (std::size_t i = 0; i < writers().size(); ++i) {
    const std::string_view stream = writers()[i].stream;
    if (!stream.empty()) write_all(streams_.find(stream)->second.get(), article.lines[i], stream);
  }
  for (File& file : article.files) {
    claim_path(file, article.row);
    write_whole(path_ + "/" + file.path, file.bytes);
  }
  rows_.push_back(std::move(article.row));
}

SinceLastRun RunFolder::since(const Baseline& before) const {
  SinceLastRun out;
  std::set<std::string> seen;
  for (const IndexRow& row : rows_) {
    if (row.rejected || !row.change) continue;
    out.add(*row.change, row.changes);
    seen.insert(row.id);
  }
  before.add_removed(seen, out);
  return out;
}

void RunFolder::finish(const Context& context, const Tally& tally, std::optional<SinceLastRun> since) {
  RunInfo info = run_info(context, tally);
  info.since = std::move(since);
  for (const Writer& writer : writers()) {
    if (writer.of_run == nullptr) continue;
    for (const File& file : writer.of_run(rows_, info, context)) write_whole(path_ + "/" + file.path, file.bytes);
  }
  write_whole(path_ + "/run.json", run_json(context, tally));
}

}  // namespace hypeline
