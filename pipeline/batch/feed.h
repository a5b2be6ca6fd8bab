#pragma once
#include "batch/discover.h"
#include "batch/files.h"

#include <atomic>
#include <optional>
#include <string>
#include <vector>

namespace hypeline {

/// One piece of work: a file still to be read, a record already in memory, or what is known to be unreadable.
struct Item {
  std::string id;
  std::string path;
  std::string format;  ///< a reader's name, or empty: by suffix or content
  std::optional<std::string> bytes;
  std::optional<Rejection> rejected;
};

/// Lines of a descriptor, without their line breaks. A line longer than `most` bytes comes as too long, its bytes dropped.
class Lines {
 public:
  struct Line {
    std::string text;
    std::size_t number = 0;  ///< from 1
    bool too_long = false;
  };
  Lines(Fd fd, std::size_t most) : fd_(std::move(fd)), most_(most) {}
  /// nullopt at the end. Throws IoError.
  std::optional<Line> next();

 private:
  bool fill();
  Fd fd_;
  std::size_t most_;
  std::string buffer_;
  std::size_t at_ = 0, number_ = 0;
};

/// The work of a run, in order: files as they are, files of JSON lines record by record (so that one such file keeps all workers busy).
class Feed {
 public:
  Feed(std::vector<FoundFile> found, std::size_t most) : found_(std::move(found)), most_(most) {}
  /// Records from an open descriptor; ids are the records' own, or their line numbers below `id`.
  Feed(Fd records, std::string id, std::size_t most);
  std::optional<Item> next();
  /// Files handed out (may be asked from any thread) and found.
  std::size_t done() const { return at_; }
  std::size_t size() const { return found_.size(); }

 private:
  std::optional<Item> next_line();
  bool open_lines(const FoundFile& file);
  std::vector<FoundFile> found_;
  std::size_t most_;
  std::atomic<std::size_t> at_ = 0;
  std::optional<Lines> lines_;
  std::string lines_id_, lines_path_;
};

}  // namespace hypeline
