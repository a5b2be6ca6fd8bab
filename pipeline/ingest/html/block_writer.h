#pragma once
#include "core/text.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hypeline::html {

/// A run of inline text between two block boundaries, and where it stood.
struct LaidBlock {
  Span span;                     ///< of the laid-out text, no white space at the ends
  std::uint32_t node = 0;        ///< index of the innermost block element around it
  std::uint32_t hints = 0;       ///< of the inline elements around its first word
  std::uint32_t linked = 0;      ///< bytes of it that are in links
  std::uint32_t emphasised = 0;  ///< bytes of it in bold or the like
};

/// Where words stand when they are written.
struct Place {
  std::uint32_t node = 0;
  std::uint32_t hints = 0;
  bool linked = false;
  bool emphasised = false;
  bool preformatted = false;
};

/// Writes the words of a page as blocks of text: white space collapsed as a browser does, blocks parted by an empty line. What was between two
/// pieces in the source is what the space or line break between them maps to.
class BlockWriter {
 public:
  explicit BlockWriter(const Text& page) : page_(page.view()), builder_(page) {}

  /// A run of text that is the page's bytes at `span`.
  void keep(Span span, const Place& place);
  /// A run of text that stands for the page's bytes at `span`.
  void replace(Span span, std::string_view with, const Place& place);
  /// A line break within the block; it ends the block behind a full stop or another line break.
  void break_line();
  void end_block();

  bool has_text() const { return builder_.size() > 0; }
  std::vector<LaidBlock> take_blocks() { return std::move(blocks_); }
  Text finish() && { return std::move(builder_).finish(); }

 private:
  enum class Gap : std::uint8_t { none, space, line };
  void begin_piece(std::size_t at, const Place& place);
  void count(std::size_t bytes, const Place& place);
  void keep_piece(Span span, const Place& place);

  std::string_view page_;
  TextBuilder builder_;
  std::vector<LaidBlock> blocks_;
  LaidBlock block_;
  Gap gap_ = Gap::none;
  bool open_ = false;           // block_ has words
  std::uint32_t last_end_ = 0;  // end of the last piece, in the page
};

}  // namespace hypeline::html
