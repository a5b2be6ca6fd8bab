#pragma once
#include "match/outlook.h"
#include "match/trigger_table.h"
#include "match/unless.h"

namespace hypeline {

/// What a lexicon's patterns derive to, without RE2: immutable, shared by the matchers of all workers. Rejected: a table a worker, which took longer to build
/// than a short run takes to match.
struct MatchTables {
  /// REQUIRES a lexicon whose patterns are read.
  explicit MatchTables(const Lexicon& lexicon) : triggers(lexicon), unless(lexicon) {
    for (const Pattern& pattern : lexicon.patterns()) wanted.push_back(Outlook::wanted(pattern.needs));
  }

  TriggerTable triggers;
  Unless unless;
  std::vector<Outlook::Wanted> wanted;  ///< by pattern
};

}  // namespace hypeline
