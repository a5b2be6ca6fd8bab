#pragma once
#include "ingest/encoding/sequence.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hypeline {

/// Where a text's characters beyond ASCII begin, in order.
std::vector<std::uint32_t> beyond_ascii(std::string_view text);

/// A sequence and the codec that left it.
struct Found {
  Sequence sequence;
  CodecId codec = 0;
};

/// The sequences of one layer of wrong decoding that are complete (or mark the byte they lost), in text order, without overlap: those that
/// prove themselves, and those the others of their codec vouch for. `places` is beyond_ascii(text).
std::vector<Found> find_whole(std::string_view text, const std::vector<std::uint32_t>& places);

}  // namespace hypeline
