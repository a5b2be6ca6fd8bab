#pragma once
#include "batch/discover.h"
#include "batch/files.h"
#include "batch/records.h"

#include <atomic>
#include <optional>
#include <string>
#include <vector>

namespace hypeline {

/// One piece of work: a file still to be read, a record already in memory, or what is known to be unreadable.
struct Item {
  std::string id;
  std::string path;
  std::string format;  ///< of a record: its container's; else empty
  std::optional<std::string> bytes;
  std::optional<Rejection> rejected;
};

/// The work of a run, in order: files as they are, containers (JSON lines, WARC) record by record, so that one such file keeps all workers busy.
class Feed {
 public:
  Feed(std::vector<FoundFile> found, std::size_t most) : found_(std::move(found)), most_(most) {}
  /// Records from an open descriptor; ids are the records' own, or their numbers. Throws IoError where it cannot be read.
  Feed(Fd records, std::size_t most);
  std::optional<Item> next();
  /// Files handed out (may be asked from any thread) and found.
  std::size_t done() const { return at_; }
  std::size_t size() const { return found_.size(); }

 private:
  std::optional<Item> next_record();
  std::optional<Rejection> open(Pull bytes, const Container& usual);
  std::vector<FoundFile> found_;
  std::size_t most_;
  std::atomic<std::size_t> at_ = 0;
  std::optional<Records> records_;
  FoundFile file_;         // the records' own
  std::size_t given_ = 0;  // records handed out
};

}  // namespace hypeline
