#pragma once
#include "ingest/html/elements.h"
#include "ingest/html/tokenizer.h"

#include <cstdint>
#include <vector>

namespace hypeline::html {

/// What a tag inside a hidden element does to it.
enum class HiddenStep : std::uint8_t {
  stays,        ///< all goes on
  ends_before,  ///< the hidden element has ended; the tag is one of the page
  ends_with,    ///< the tag ends the hidden element
  passes,       ///< an end tag of nothing in here: it ends the hidden element if the page has what it names
};

/// An element whose text is none of the page's (script, template, svg, select, video …), with what is open inside it, so that it ends where browsers
/// end it, also unclosed. Source: WHATWG HTML 13.2.6.4.7 (select), 13.2.6.5 (foreign content: what breaks out of it, where HTML may stand in it).
/// Linear: a tag looks at the elements open inside, of which a few dozen are kept.
class Hidden {
 public:
  bool active() const { return !open_.empty(); }
  /// REQUIRES a start tag of a kSkipped element.
  void enter(const Token& start_tag, Tag tag);
  void leave();
  HiddenStep take_start(const Token& token, Element kind, bool in_table);
  HiddenStep take_end(const Token& token, Element kind);
  /// True where names are read as those of SVG or MathML.
  bool is_foreign() const { return active() && open_.back().kind == Kind::foreign; }

 private:
  enum class Kind : std::uint8_t {
    html,
    foreign,
    entry,   // of SVG or MathML, with HTML inside
    opaque,  // nothing in it but its own end counts
  };
  struct Inside {
    std::uint64_t name = 0;
    Kind kind = Kind::html;
  };

  void push(std::uint64_t name, Kind kind);
  bool break_out();

  std::vector<Inside> open_;
  std::size_t overflow_ = 0;  // open beyond those kept; of an opaque element, its like inside it
  bool select_ = false, endless_ = false;
};

}  // namespace hypeline::html
