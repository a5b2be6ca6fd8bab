#pragma once
#include "ingest/encoding/likely.h"
#include "ingest/encoding/whole.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hypeline {

/// A broken sequence that is taken for wrongly decoded text, and what probably stood there.
struct Lost {
  Sequence sequence;
  CodecId codec = 0;
  Guess guess;
};

/// The broken sequences of a text, in order: where the whole text, or else its line, gives proof enough that bytes have vanished from wrongly
/// decoded text. `marks` is beyond_ascii(text), `found` what find_whole found there.
std::vector<Lost> find_lost(std::string_view text, const std::vector<Mark>& marks, const std::vector<Found>& found);

}  // namespace hypeline
