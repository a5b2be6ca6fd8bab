#include "assess/facts/source_facts.h"

namespace hypeline {

std::vector<Annotation> mark_retracted(const Document& document, const SourceFacts& facts) {
  std::vector<Annotation> out;
  for (const SourceFact& fact : facts) {
    if (fact.retraction == nullptr) continue;
    for (const std::uint32_t i : fact.annotations) {
      Annotation mark = document.annotations[i];
      mark.label = "source.retracted"_label;
      mark.rule = kNoRule;
      mark.confidence.reset();
      mark.attributes = {{"nature", std::string(name(fact.retraction->nature))}};
      if (!fact.retraction->date.empty()) mark.attributes.emplace_back("date", fact.retraction->date);
      if (!fact.retraction->notice.empty()) mark.attributes.emplace_back("notice", fact.retraction->notice);
      if (!fact.retraction->reason.empty()) mark.attributes.emplace_back("reason", fact.retraction->reason);
      out.push_back(std::move(mark));
    }
  }
  return out;
}

}  // namespace hypeline
