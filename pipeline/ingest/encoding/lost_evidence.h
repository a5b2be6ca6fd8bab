#pragma once
#include "ingest/encoding/broken.h"

#include <string_view>

namespace hypeline {

/// What a character beyond ASCII that nothing explains takes away from the proof of a codec.
inline constexpr int kUnexplained = 2;

/// How much a broken sequence in its place looks like text read by the wrong codec whose bytes have vanished: three points are proof enough for one, below zero
/// is against it.
int lost_evidence(std::string_view text, const Broken& broken, CodecId codec);

}  // namespace hypeline
