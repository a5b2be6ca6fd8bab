#pragma once
#include "render/article.h"

#include <string>

namespace hypeline {

struct TerminalStyle {
  bool colour = false;
  int width = 100;  ///< columns
};

/// One article for reading in a terminal: the three outputs, then the text wrapped to the width with its findings underlined and numbered, and a note to each
/// in the margin; under 90 columns the notes stand below their paragraph. Scraped bytes are escaped: no control character reaches the terminal but our own
/// colours.
std::string write_terminal(const Article& article, const Context& context, TerminalStyle style);

}  // namespace hypeline
