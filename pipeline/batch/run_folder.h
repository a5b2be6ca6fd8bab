#pragma once
#include "batch/baseline.h"
#include "batch/files.h"
#include "batch/run.h"
#include "render/writers.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace hypeline {

/// One article as every writer sees it: its row in the index, its line for each common file, and its own files.
struct Written {
  IndexRow row;
  std::vector<std::string> lines;  ///< by writer
  std::vector<File> files;
};

/// What all writers make of an article. Pure.
Written write_article(const Article& article, const Context& context);

/// The files of a run folder, written as the articles come, in their order.
class RunFolder {
 public:
  explicit RunFolder(std::string path);
  void take(Written article);
  /// What the run differs in from the one before.
  SinceLastRun since(const Baseline& before) const;
  /// The files of the run as a whole, and run.json.
  void finish(const Context& context, const Tally& tally, std::optional<SinceLastRun> since);

 private:
  void claim_path(File& file, IndexRow& row);
  std::string path_;
  std::map<std::string, Fd, std::less<>> streams_;
  std::vector<IndexRow> rows_;
  std::set<std::string> paths_;
};

}  // namespace hypeline
