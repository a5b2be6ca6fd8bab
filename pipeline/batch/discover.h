#pragma once
#include "core/document.h"

#include <optional>
#include <string>
#include <vector>

namespace hypeline {

/// An input to be read, or one that is known to be unreadable.
struct FoundFile {
  std::string path;  ///< to open it by, raw bytes
  std::string id;    ///< its path below the input folder; with several inputs, the path of its input as given comes before it
  std::optional<Rejection> rejected;
};

/// Every file below the folders given, and the files given themselves, in the byte order of their ids; symbolic links inside folders are not followed.
/// What is no regular file, and folders that cannot be read, come as rejected. Throws IoError where an input given by name does not exist.
std::vector<FoundFile> discover(const std::vector<std::string>& inputs);

}  // namespace hypeline
