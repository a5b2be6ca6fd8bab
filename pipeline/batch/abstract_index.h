#pragma once
#include "assess/facts/identifiers.h"
#include "assess/facts/source_record.h"
#include "batch/database.h"
#include "core/error.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>

namespace hypeline {

/// Looks abstracts up on disk, by DOI or PMID. A connection: one thread at a time.
class AbstractIndex {
 public:
  /// Throws IoError where the file is no index that build_abstract_index wrote.
  explicit AbstractIndex(const std::string& file);
  std::optional<SourceRecord> find(const SourceId& id);

 private:
  static std::optional<SourceRecord> read(Statement& by, const std::string& value);
  Database database_;
  Statement by_doi_, by_pmid_;
};

/// Reads the .xml (PubMed's) and .jsonl files of a folder, packed or not, into an index file (SQLite), and returns how many abstracts it holds. An index that
/// was made of the same files (names, sizes, times of change) stands as it is. It is put in place whole, so that two runs may make it at once. Of one paper in
/// several records the last in the order of the files' names counts, as in PubMed's update files. Errors are those of the files; throws IoError where the
/// index cannot be written.
std::expected<std::uint64_t, Errors> build_abstract_index(const std::string& folder, const std::string& index);

}  // namespace hypeline
