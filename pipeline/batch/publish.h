#pragma once
#include "batch/files.h"

#include <string>

namespace hypeline {

/// Another run holds the output folder.
struct Locked : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// An output folder that appears whole or not at all: everything is written to a folder beside it, which takes its place in one rename.
/// While one lives, another on the same folder is refused (flock on `.<name>.lock` beside it). What an interrupted run left behind is swept.
class OutputFolder {
 public:
  /// Throws Locked; IoError where the place cannot be written or holds something that no run made.
  explicit OutputFolder(const std::string& path);
  ~OutputFolder();
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;

  /// Where to write; its sub-folders "articles" and "a" exist.
  const std::string& staging() const { return staging_; }
  /// Puts the staging folder in the place of the output folder and removes the old one. Throws IoError.
  void publish();

 private:
  std::string path_, staging_;
  Fd lock_;
};

}  // namespace hypeline
