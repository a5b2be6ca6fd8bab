#pragma once
#include "core/document.h"

#include <string>
#include <vector>

namespace hypeline {

/// A stretch of a page that stands by itself: a paragraph, a heading, a list item, a button.
struct Block {
  Span span;  ///< bytes of the page's text, no white space at the ends, never empty
  Zone zone = Zone::body;
};

/// An input read as text, before it is cut into articles. Blocks are in order and do not overlap; outside them is only white space.
struct Page {
  Text text;
  std::vector<Block> blocks;
  Meta meta;
  std::string charset;
  std::string charset_from;
  std::vector<Repair> repairs;
  std::vector<Span> damage;  ///< source ranges
  bool zoned = false;        ///< the zones of the blocks are known (from markup); otherwise they are to be guessed from the words
};

}  // namespace hypeline
