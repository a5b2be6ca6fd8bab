#include "render/html/marks.h"

#include "render/families.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace hypeline::html {
namespace {

struct Edge {
  std::uint32_t at = 0;
  std::uint32_t rank = 0;
  bool opens = false;
};

auto weight_of(const Annotation& a, std::uint32_t index, const Labels& labels) {
  const Label* label = labels.find(a.label);
  return std::tuple(is_soft(a), label ? -label->weight : 0.0, label, a.span.size(), index);
}

/// The findings by weight: rank 0 lies on top of all others.
std::vector<std::uint32_t> ranked(const Document& document, std::vector<std::uint32_t> findings, const Labels& labels) {
  const auto key = [&](std::uint32_t i) { return weight_of(document.annotations[i], i, labels); };
  std::sort(findings.begin(), findings.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  return findings;
}

std::vector<Edge> edges(const Document& document, const std::vector<std::uint32_t>& ranks) {
  std::vector<Edge> out;
  for (std::uint32_t rank = 0; rank < ranks.size(); ++rank) {
    const Span span = document.annotations[ranks[rank]].span;
    if (span.empty()) continue;
    out.push_back({span.begin, rank, true});
    out.push_back({span.end, rank, false});
  }
  std::sort(out.begin(), out.end(), [](const Edge& a, const Edge& b) { return std::tie(a.at, a.rank) < std::tie(b.at, b.rank); });
  return out;
}

/// The findings that cover a place, family by family.
class Open {
 public:
  void add(std::uint32_t rank, std::uint8_t family) { by_family_[family].insert(rank); }
  void drop(std::uint32_t rank, std::uint8_t family) {
    const auto at = by_family_.find(family);
    at->second.erase(rank);
    if (at->second.empty()) by_family_.erase(at);
  }
  /// The heaviest of each family, the heaviest family first.
  std::vector<std::uint32_t> tops() const {
    std::vector<std::uint32_t> out;
    out.reserve(by_family_.size());
    for (const auto& [family, ranks] : by_family_) out.push_back(*ranks.begin());
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  std::map<std::uint8_t, std::set<std::uint32_t>> by_family_;
};

std::vector<std::uint8_t> families_of(const Document& document, const std::vector<std::uint32_t>& ranks, const Context& context) {
  const std::vector<Family> known = families(*context.labels);
  std::vector<std::uint8_t> out;
  for (const std::uint32_t index : ranks) {
    const Label* label = context.labels->find(document.annotations[index].label);
    out.push_back(static_cast<std::uint8_t>(label ? family_index(*label, known) : known.size()));
  }
  return out;
}

}  // namespace

bool is_outside(const Annotation& a) { return !is_scored(a.zone) && a.zone != Zone::references; }

bool is_soft(const Annotation& a) { return a.negated || a.quoted || a.hypothetical || is_outside(a); }

std::vector<Piece> flatten(const Document& document, const std::vector<std::uint32_t>& findings, const Context& context) {
  const std::vector<std::uint32_t> ranks = ranked(document, findings, *context.labels);
  const std::vector<std::uint8_t> family = families_of(document, ranks, context);
  std::vector<Piece> out;
  Open open;
  std::uint32_t at = 0;
  for (const Edge& edge : edges(document, ranks)) {
    const std::vector<std::uint32_t> tops = open.tops();
    if (!tops.empty() && at < edge.at) {
      out.push_back({{at, edge.at}, ranks[tops.front()], {}});
      for (const std::uint32_t rank : tops) out.back().lanes.push_back(family[rank]);
    }
    at = edge.at;
    edge.opens ? open.add(edge.rank, family[edge.rank]) : open.drop(edge.rank, family[edge.rank]);
  }
  return out;
}

}  // namespace hypeline::html
