#pragma once
#include <string_view>

namespace hypeline {

/// The encoding a label stands for, as the Encoding Standard names it, in lower case (https://encoding.spec.whatwg.org/#names-and-labels);
/// empty where the label is unknown. Case and white space around it do not matter. Labels of the standard's "replacement" (hz-gb-2312,
/// iso-2022-kr, …) are unknown here: their text is worth reading, so detection takes them on.
std::string_view charset_of_label(std::string_view label);

}  // namespace hypeline
