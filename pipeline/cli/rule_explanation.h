#pragma once
#include "batch/resources.h"

#include <optional>
#include <string>
#include <string_view>

namespace hypeline {

/// The row of a rule, its examples, where it gives way, its record in `precision` (the contents of a table that scripts/check_rules.py wrote; may be empty)
/// and, where a learned model decides on it, the features and weights by which it reads the rule's own example. nullopt where no rule has that id.
std::optional<std::string> explain_rule(const Resources& resources, std::string_view id, std::string_view precision);

/// What a label means, what it moves, and its rules, a line each. nullopt where there is no such label.
std::optional<std::string> explain_label(const Resources& resources, std::string_view name);

}  // namespace hypeline
