#pragma once
// Decoded spellings of the parts of one token.

#include <array>
#include <cstddef>
#include <memory_resource>
#include <string_view>

namespace hypeline::html {

/// Decodes names, values and comments. Where nothing changes the argument itself is returned, so
/// the usual page is never copied; otherwise the result lives here until reset().
/// Linear in the argument; memory from the heap only for what exceeds a few kilobytes a token.
class Scratch {
 public:
  Scratch() = default;
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  /// Frees all results.
  void reset();

  /// Returns a tag or attribute name: A-Z made a-z, NUL made U+FFFD.
  std::string_view fold_name(std::string_view raw);

  /// Returns comment or doctype data: CR and CR LF made LF, NUL made U+FFFD.
  std::string_view clean(std::string_view raw);

  /// Returns an attribute value: cleaned, and character references decoded.
  std::string_view decode_value(std::string_view raw);

 private:
  char* allocate(std::size_t size);

  std::array<std::byte, 4096> first_;
  std::pmr::monotonic_buffer_resource memory_{first_.data(), first_.size()};
  bool used_ = false;
};

}  // namespace hypeline::html
