#include "ingest/html/hidden.h"

#include "core/digest.h"

#include <algorithm>
#include <array>

namespace hypeline::html {
namespace {

constexpr std::size_t kDeepestHidden = 64;  // elements beyond are counted, not kept

// Sorted. Start tags that end open SVG and MathML, besides those that end a paragraph.
constexpr auto kBreaksOut =
    std::to_array<std::string_view>({"b",    "big", "body", "br", "code",  "em",   "embed",  "head",   "i",   "img", "li", "listing", "meta",
                                     "nobr", "pre", "ruby", "s",  "small", "span", "strike", "strong", "sub", "sup", "tt", "u",       "var"});
static_assert(std::ranges::is_sorted(kBreaksOut));

// Sorted. Elements of SVG and MathML with HTML inside.
constexpr auto kEntries = std::to_array<std::string_view>({"annotation-xml", "desc", "foreignobject", "mi", "mn", "mo", "ms", "mtext", "title"});
static_assert(std::ranges::is_sorted(kEntries));

bool is_table_part(Tag tag) {
  return tag == Tag::caption || tag == Tag::td || tag == Tag::th || tag == Tag::tr || tag == Tag::tbody || tag == Tag::thead || tag == Tag::tfoot;
}

bool is_foreign_root(const Token& token, Tag tag) { return tag == Tag::svg || token.name == "math"; }

bool is_opaque(const Token& token, Tag tag) {
  return tag == Tag::template_ || tag == Tag::title || tag == Tag::frameset || token.name == "script" || token.name == "style";
}

}  // namespace

void Hidden::push(std::uint64_t name, Kind kind) {
  if (open_.size() < kDeepestHidden)
    open_.push_back({name, kind});
  else
    ++overflow_;
}

void Hidden::leave() {
  open_.clear();
  overflow_ = 0;
}

void Hidden::enter(const Token& start_tag, Tag tag) {
  leave();
  select_ = tag == Tag::select;
  endless_ = tag == Tag::frameset;
  push(hash64(start_tag.name), is_foreign_root(start_tag, tag) ? Kind::foreign : is_opaque(start_tag, tag) ? Kind::opaque : Kind::html);
}

/// Ends SVG and MathML down to where HTML stands. False where nothing is left.
bool Hidden::break_out() {
  while (is_foreign()) open_.pop_back();
  return active();
}

HiddenStep Hidden::take_start(const Token& token, Element kind, bool in_table) {
  const std::uint64_t name = hash64(token.name);
  if (open_.front().kind == Kind::opaque) {
    if (name == open_.front().name && !token.self_closing) ++overflow_;
    return HiddenStep::stays;
  }
  if (is_foreign()) {
    if ((kind.flags & kClosesP) == 0 && !std::ranges::binary_search(kBreaksOut, token.name)) {
      if (!token.self_closing) push(name, std::ranges::binary_search(kEntries, token.name) ? Kind::entry : Kind::foreign);
      return HiddenStep::stays;
    }
    if (!break_out()) return HiddenStep::ends_before;
  }
  if (select_ && kind.tag == Tag::select) return HiddenStep::ends_with;
  if ((select_ && token.name == "input") || (in_table && is_table_part(kind.tag))) return HiddenStep::ends_before;
  if ((kind.flags & kVoid) == 0 && !(token.self_closing && is_foreign_root(token, kind.tag)))
    push(name, is_foreign_root(token, kind.tag) ? Kind::foreign : Kind::html);
  return HiddenStep::stays;
}

HiddenStep Hidden::take_end(const Token& token, Element kind) {
  const std::uint64_t name = hash64(token.name);
  if (overflow_ > 0) {
    if (open_.front().kind != Kind::opaque || name == open_.front().name) --overflow_;
    return HiddenStep::stays;
  }
  if (open_.front().kind == Kind::opaque) return name == open_.front().name && !endless_ ? HiddenStep::ends_with : HiddenStep::stays;
  if (is_foreign() && (kind.tag == Tag::p || kind.tag == Tag::br) && !break_out()) return HiddenStep::ends_before;
  const bool of_table = is_table_part(kind.tag) || kind.tag == Tag::table;
  bool in_html = false, bounded = false;  // passed an element of HTML; an entry, which bounds what an end tag of HTML reaches
  for (std::size_t i = open_.size(); i-- > 0;) {
    const bool is_html = open_[i].kind == Kind::html;
    if (open_[i].name == name && (is_html ? of_table || !bounded : !of_table && (!in_html || i == 0))) {
      open_.resize(i);
      return active() ? HiddenStep::stays : HiddenStep::ends_with;
    }
    in_html = in_html || is_html;
    bounded = bounded || open_[i].kind == Kind::entry;
  }
  if (bounded && !of_table) return HiddenStep::stays;
  return HiddenStep::passes;
}

}  // namespace hypeline::html
