#pragma once
#include "match/trigger_table.h"
#include "match/unless.h"

namespace hypeline {

/// What a lexicon's patterns derive to, without RE2: immutable, shared by the matchers of all workers. Rejected: a table a worker, which took longer to build
/// than a short run takes to match.
struct MatchTables {
  /// REQUIRES a lexicon whose patterns are read.
  explicit MatchTables(const Lexicon& lexicon) : triggers(lexicon), unless(lexicon) {}

  TriggerTable triggers;
  Unless unless;
};

}  // namespace hypeline
