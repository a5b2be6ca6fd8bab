#pragma once
#include "core/span.h"

#include <string_view>
#include <vector>

namespace hypeline {

/// The quotations in one paragraph, marks included, in text order; inner ones follow the one that holds them. Curly, straight, angled and low
/// marks; an unclosed quotation runs to the end of the paragraph, so that one continued over several is found in each. Apostrophes, inches and
/// years ('90s) are none. Linear. REQUIRES paragraph within text, valid UTF-8.
/// `room`: spans no longer needed, whose memory is used again.
std::vector<Span> find_quotations(std::string_view text, Span paragraph, std::vector<Span> room = {});

}  // namespace hypeline
