#pragma once
#include "ingest/encoding/sequence.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace hypeline {

/// A character beyond ASCII, and what it can be.
struct Mark {
  std::uint32_t at = 0;
  CodecSet starts = 0;  ///< codecs that read it as a first byte with a later byte behind it
  CodecSet losing = 0;  ///< codecs that read it as a first byte that may have lost bytes; of Cyrillic letters only with a later byte behind
  char32_t value = 0;
};

/// A text's characters beyond ASCII, in order.
std::vector<Mark> beyond_ascii(std::string_view text);

/// A sequence and the codec that left it.
struct Found {
  Sequence sequence;
  CodecId codec = 0;
};

/// The sequences of one layer of wrong decoding that are complete (or mark the byte they lost), in text order, without overlap: those that
/// prove themselves, and those the others of their codec vouch for. `marks` is beyond_ascii(text); `vouched`: a codec
/// that other signs have proved already.
std::vector<Found> find_whole(std::string_view text, const std::vector<Mark>& marks, std::optional<CodecId> vouched);

}  // namespace hypeline
