#include "render/html/marks.h"

#include <algorithm>
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

}  // namespace

bool is_outside(const Annotation& a) { return !is_scored(a.zone) && a.zone != Zone::references; }

bool is_soft(const Annotation& a) { return a.negated || a.quoted || a.hypothetical || is_outside(a); }

std::vector<Piece> flatten(const Document& document, const std::vector<std::uint32_t>& findings, const Context& context) {
  const std::vector<std::uint32_t> ranks = ranked(document, findings, *context.labels);
  std::vector<Piece> out;
  std::set<std::uint32_t> open;
  std::uint32_t at = 0;
  for (const Edge& edge : edges(document, ranks)) {
    if (!open.empty() && at < edge.at) out.push_back({{at, edge.at}, ranks[*open.begin()], open.size() > 1});
    at = edge.at;
    edge.opens ? void(open.insert(edge.rank)) : void(open.erase(edge.rank));
  }
  return out;
}

}  // namespace hypeline::html
