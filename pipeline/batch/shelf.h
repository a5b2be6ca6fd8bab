#pragma once
#include "batch/files.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace hypeline {

/// Bytes put away one behind the other to be read again: in memory while they are few, then in a file without a name in the folder for temporary files.
class Shelf {
 public:
  /// `most`: bytes held in memory.
  explicit Shelf(std::size_t most = std::size_t{32} << 20) : most_(most) {}
  /// Where the bytes now begin. Throws IoError.
  std::size_t put(std::string_view bytes);
  /// REQUIRES that they were put. Throws IoError.
  std::string get(std::size_t begin, std::size_t size) const;
  std::size_t size() const { return filed_ + held_.size(); }

 private:
  std::size_t most_;
  std::string held_;  // what comes behind the file's bytes
  std::size_t filed_ = 0;
  Fd file_;
};

}  // namespace hypeline
