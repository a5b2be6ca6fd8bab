#include "assess/promotional.h"

#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace hypeline {
namespace {

constexpr std::uint32_t kFewestWords = 250;
constexpr int kPerArticle = 3;
constexpr double kTail = 0.025;

/// Upper bounds of the rate: median and 90th percentile of 1,007 news stories and press releases (scripts/measure_bands.py).
struct Band {
  double below;
  std::string_view name;
};
constexpr Band kBands[] = {{1.8, "low"}, {6.5, "moderate"}, {1e9, "high"}};

bool counts(const Annotation& a, const Labels& labels) {
  const Label* label = labels.find(a.label);
  return label != nullptr && label->weight > 0 && is_scored(a.zone) && !a.negated && !a.hypothetical && a.attribute("historical").empty() && !is_ignored(a);
}

std::string_view band_of(const PromotionalLoad& load) {
  if (load.count == 0) return "none";
  return std::find_if(std::begin(kBands), std::end(kBands), [&](const Band& b) { return *load.per_1000 < b.below; })->name;
}

void rate(PromotionalLoad& load, std::uint32_t words) {
  if (words < kFewestWords) {
    load.band = "too short to rate";
    return;
  }
  const double thousands = words / 1000.0;
  load.per_1000 = load.count / thousands;
  load.low = load.count == 0 ? 0.0 : boost::math::gamma_p_inv(static_cast<double>(load.count), kTail) / thousands;
  load.high = boost::math::gamma_q_inv(load.count + 1.0, kTail) / thousands;
  load.band = band_of(load);
}

Evidence candidates(const View& view, const Labels& labels) {
  Evidence out;
  const auto& all = view.document().annotations;
  for (std::uint32_t i = 0; i < all.size(); ++i)
    if (counts(all[i], labels)) out.push_back(i);
  std::stable_sort(out.begin(), out.end(), [&](std::uint32_t x, std::uint32_t y) {
    return std::pair(all[x].span.begin, ~all[x].span.end) < std::pair(all[y].span.begin, ~all[y].span.end);
  });
  return out;
}

}  // namespace

PromotionalLoad promotional_load(const View& view, const Labels& labels) {
  PromotionalLoad load;
  const std::vector<Span> paragraphs = view.document().layer("structure.paragraph"_label);
  std::set<std::pair<RuleId, std::size_t>> in_paragraph;
  std::map<RuleId, int> in_article;
  std::uint32_t covered = 0;
  for (const std::uint32_t i : candidates(view, labels)) {
    const Annotation& a = view.at(i);
    if (a.span.begin < covered) continue;
    covered = a.span.end;
    if (a.quoted || a.zone == Zone::quote) {
      ++load.quoted;
      continue;
    }
    if (in_article[a.rule] == kPerArticle || !in_paragraph.emplace(a.rule, span_at(paragraphs, a.span.begin)).second) continue;
    ++in_article[a.rule];
    ++load.count;
    load.annotations.push_back(i);
  }
  rate(load, view.words());
  return load;
}

}  // namespace hypeline
