#pragma once
#include "ingest/encoding/sequence.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hypeline {

/// How a broken sequence sits between its neighbours: what could stand there follows from it more than from anything else.
enum class Shape : std::uint8_t { opening, closing, inside, spaced, line_start, alone };

inline constexpr std::size_t kFeatures = 10;
/// What the place of a broken sequence says, each a small number; see features_of.
using Features = std::array<std::uint16_t, kFeatures>;
/// One past the largest value of each feature.
inline constexpr Features kFeatureSizes = {196, 196, 24, 24, 36, 12, 24, 12, 12, 36};

/// A sequence that has lost bytes, in its place.
struct Broken {
  Sequence sequence;
  Shape shape = Shape::alone;
  std::uint32_t line = 0;  ///< number of its line
};

/// The broken sequences among the given places, in text order, with their shapes.
std::vector<Broken> broken_at(std::string_view text, const std::vector<Sequence>& sequences);

/// The features of each of `all`, which are a text's broken sequences in order. Linear in the text.
std::vector<Features> features_of(std::string_view text, const std::vector<Broken>& all);

}  // namespace hypeline
