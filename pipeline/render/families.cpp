#include "render/families.h"

#include "render/findings.h"

#include <algorithm>

namespace hypeline {
namespace {

/// The table is the user's file: only `#rrggbb` goes into the stylesheet.
bool is_colour(std::string_view colour) {
  const auto hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
  return colour.size() == 7 && colour[0] == '#' && std::all_of(colour.begin() + 1, colour.end(), hex);
}

}  // namespace

std::vector<Family> families(const Labels& labels) {
  std::vector<Family> out;
  for (const Label& label : labels.all()) {
    if (is_finding_label(label) && family_index(label, out) == out.size())
      out.push_back({std::string(label.family()), is_colour(label.colour) ? label.colour : ""});
  }
  return out;
}

std::size_t family_index(const Label& label, const std::vector<Family>& families) {
  const auto at = std::find_if(families.begin(), families.end(), [&](const Family& family) { return family.name == label.family(); });
  return static_cast<std::size_t>(at - families.begin());
}

}  // namespace hypeline
