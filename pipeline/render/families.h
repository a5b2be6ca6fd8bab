#pragma once
#include "core/labels.h"

#include <cstddef>
#include <string>
#include <vector>

namespace hypeline {

/// A family of findings: the part of a label's name before the dot. It lends its findings their colour: that of its first label, `#rrggbb` or empty.
struct Family {
  std::string name;
  std::string colour;
};

/// The families that findings may have, in the order of the label table; what is no finding (structure, context) has none.
std::vector<Family> families(const Labels& labels);

/// Index of the label's family in `families`; their count where it has none.
std::size_t family_index(const Label& label, const std::vector<Family>& families);

}  // namespace hypeline
