#pragma once
#include "core/error.h"

#include <simdjson.h>

#include <functional>
#include <string>
#include <string_view>

namespace hypeline {

/// Takes one line's object; returns what is wrong with it, or nothing.
using TakeObject = std::function<std::string(simdjson::dom::object)>;

/// Reads a file of the user's: one JSON object a line, empty lines skipped. Returns an error for each line that is none or that `take` refuses.
Errors read_json_lines(std::string_view file, std::string_view contents, const TakeObject& take);

/// The member's string; empty where there is none or it is no string.
std::string string_member(simdjson::dom::object object, std::string_view key);

}  // namespace hypeline
