#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hypeline {

/// A line of a terminal: what is sent, colours and all, and the columns it takes.
struct TerminalLine {
  std::string shown;
  std::size_t columns = 0;
};

/// Breaks words into lines of at most `width` columns; a word that is longer than a line is cut.
class LineBreaker {
 public:
  LineBreaker(std::size_t width, bool colour) : width_(width), colour_(colour) {}

  /// Words between blanks, in the colour of an SGR code (empty: none).
  void words(std::string_view text, std::string_view code = {});
  /// A piece of a word, joined to the one before it unless `apart`.
  void piece(std::string_view text, std::string_view code, bool apart);
  void end_line();
  std::vector<TerminalLine> take();

 private:
  void put(std::string_view text, std::size_t columns, std::string_view code);
  std::size_t width_;
  bool colour_;
  TerminalLine line_;
  std::vector<TerminalLine> lines_;
};

/// Lines side by side, `left` columns for the first; or the second below the first, behind an indent, where `left` is 0.
std::string beside(const std::vector<TerminalLine>& text, const std::vector<TerminalLine>& notes, std::size_t left);

}  // namespace hypeline
