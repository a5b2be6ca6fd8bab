#pragma once
#include "core/span.h"

#include <string_view>
#include <vector>

namespace hypeline {

/// Who speaks a quotation: the name beside the attribution cue ("said") that stands within 120 bytes of it and in its paragraph (no line break
/// between). A name is a run of capitalised words, initials and name particles, at most six words. Empty where none is found. `cues` are in text order.
Span find_speaker(std::string_view text, Span quotation, const std::vector<Span>& cues);

}  // namespace hypeline
