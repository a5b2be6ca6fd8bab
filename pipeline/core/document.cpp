#include "core/document.h"

#include <algorithm>

namespace hypeline {

std::string_view Annotation::attribute(std::string_view key) const {
  for (const auto& [name, value] : attributes)
    if (name == key) return value;
  return {};
}

std::vector<Span> Document::layer(LabelId label) const {
  std::vector<Span> out;
  for (const Annotation& a : annotations)
    if (a.label == label) out.push_back(a.span);
  return out;
}

Zone Document::zone_at(std::uint32_t at) const {
  for (const Annotation& a : annotations)
    if (a.label == "structure.zone"_label && a.span.begin <= at && at < a.span.end) return a.zone;
  return Zone::body;
}

Annotation structure(Span span, LabelId label, Zone zone) {
  Annotation a;
  a.span = span;
  a.label = label;
  a.zone = zone;
  return a;
}

std::size_t span_at(const std::vector<Span>& sorted, std::uint32_t at) {
  const auto after = std::upper_bound(sorted.begin(), sorted.end(), at, [](std::uint32_t x, const Span& s) { return x < s.begin; });
  if (after == sorted.begin()) return std::string_view::npos;
  const auto found = after - 1;
  return at < found->end ? static_cast<std::size_t>(found - sorted.begin()) : std::string_view::npos;
}

}  // namespace hypeline
