#include "match/marks.h"

namespace hypeline {

std::optional<Marked> read_marks(std::string_view example) {
  Marked out;
  bool inside = false;
  std::size_t open = 0;
  for (std::size_t at = 0; at < example.size();) {
    const std::string_view two = example.substr(at, 2);
    if (two == "[[" && !inside) {
      inside = true;
      open = out.text.size();
    } else if (two == "]]" && inside) {
      out.marks.push_back(make_span(open, out.text.size()));
      inside = false;
    } else if (two == "[[" || two == "]]") {
      return std::nullopt;
    } else {
      out.text += example[at++];
      continue;
    }
    at += 2;
  }
  if (inside) return std::nullopt;
  return out;
}

}  // namespace hypeline
