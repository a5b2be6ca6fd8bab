#include "render/html.h"
#include "render/html/reading.h"
#include "render/web/assets.h"

#include <algorithm>

namespace hypeline {
namespace {

/// The table is the user's file: only `#rrggbb` goes into the stylesheet.
bool is_colour(std::string_view colour) {
  const auto hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
  return colour.size() == 7 && colour[0] == '#' && std::all_of(colour.begin() + 1, colour.end(), hex);
}

}  // namespace

std::string stylesheet(const Context& context) {
  std::string out(assets::kAppCss);
  out += "\n/* One colour a label, from labels.tsv. */\n";
  for (const Label& label : context.labels->all())
    if (is_colour(label.colour)) out += fmt::format(".{}{{--c:{}}}\n", html::label_class(label), label.colour);
  return out;
}

}  // namespace hypeline
