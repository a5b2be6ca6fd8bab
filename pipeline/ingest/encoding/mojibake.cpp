#include "ingest/encoding/mojibake.h"

namespace hypeline {

Repaired repair_mojibake(const Text& text) { return {text, {}, {}}; }

}  // namespace hypeline
