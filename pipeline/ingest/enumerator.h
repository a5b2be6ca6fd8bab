#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace hypeline {

/// The number or letter a list item starts with, its bullet included: "1.", "2)", "\u2022 9.", "a.", "1.)".
class Enumerator {
 public:
  explicit Enumerator(std::string_view text);
  /// Bytes it takes, without the space behind; 0 where there is none.
  std::size_t size() const { return size_; }
  /// What the next item would start with; empty where there is none.
  std::string next() const;

 private:
  std::string_view prefix_, suffix_;
  int number_ = 0;
  char letter_ = '\0';
  std::size_t size_ = 0;
};

}  // namespace hypeline
