#pragma once
#include "batch/files.h"

#include <optional>
#include <string>

namespace hypeline {

/// Lines of a file that a run of ours wrote, without their line breaks, one in memory at a time.
class RunLines {
 public:
  explicit RunLines(Fd file) : file_(std::move(file)) {}
  /// nullopt at the end. Throws IoError.
  std::optional<std::string> next();

 private:
  bool fill();
  Fd file_;
  std::string buffer_;
  std::size_t at_ = 0;
};

}  // namespace hypeline
