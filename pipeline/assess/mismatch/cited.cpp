#include "assess/mismatch_rules.h"

#include <fmt/format.h>

namespace hypeline::mismatch {
namespace {

/// "on 2023-05-01 (reason: …; notice: doi …)"
std::string notice_of(const Retraction& retraction) {
  std::string out = retraction.date.empty() ? "" : " on " + retraction.date;
  if (!retraction.reason.empty()) out += fmt::format("; the reasons given: {}", retraction.reason);
  if (!retraction.notice.empty()) out += fmt::format("; the notice: doi {}", retraction.notice);
  return out;
}

/// The places that cite papers to which this was done, and the words on the first of them.
Found notices(const View& view, RetractionNature nature, std::string_view what) {
  Evidence places;
  std::string first;
  for (const CitedSource& source : view.sources()) {
    if (!source.retraction || source.retraction->nature != nature) continue;
    for (const std::uint32_t i : source.annotations)
      if (!is_ignored(view.at(i))) places.push_back(i);
    if (first.empty() && !places.empty()) first = fmt::format("{} cites a paper that {}{}", view.quote(places.front()), what, notice_of(*source.retraction));
  }
  if (places.empty()) return {};
  return finding(fmt::format("{}.{}", first, and_more(places)), view, places);
}

}  // namespace

Found retracted_source(const View& view) { return notices(view, RetractionNature::retraction, "was retracted"); }

Found doubted_source(const View& view) { return notices(view, RetractionNature::concern, "was put under an expression of concern"); }

Found exceeds_source(const View& view) {
  for (const CitedSource& source : view.sources()) {
    if (source.comparison != Comparison::exaggerates || !source.proven) continue;
    return finding(fmt::format("The article says {}; the abstract of the paper it cites ({}) goes no further than {}.", view.quote(source.claim),
                               view.quote(source.annotations.front()), quote_words(source.source_claim)),
                   view, source.annotations, {source.claim});
  }
  return {};
}

}  // namespace hypeline::mismatch
