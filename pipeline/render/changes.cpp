#include "render/changes.h"

namespace hypeline {

ChangeCounts count_changes(const Changes& changes) {
  ChangeCounts out;
  for (const NewFinding& finding : changes.added) ++(finding.cause == Cause::text ? out.new_text : out.new_rules);
  for (const GoneFinding& finding : changes.gone) ++(finding.cause == Cause::text ? out.gone_text : out.gone_rules);
  out.unchanged = changes.unchanged;
  return out;
}

void SinceLastRun::add(Change kind, const ChangeCounts& counts) {
  std::size_t* const by_kind[] = {&same, &added, &text, &rules};
  ++*by_kind[static_cast<std::size_t>(kind)];
  findings.new_text += counts.new_text, findings.new_rules += counts.new_rules;
  findings.gone_text += counts.gone_text, findings.gone_rules += counts.gone_rules;
  findings.unchanged += counts.unchanged;
}

}  // namespace hypeline
