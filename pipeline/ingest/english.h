#pragma once
#include <string_view>

namespace hypeline {

/// True for text that is English beyond doubt: some 300 bytes and more, next to nothing beyond ASCII, and among each fourteen words one that English uses
/// all the time and no other language does, in three of four stretches looked at (256 bytes of each kilobyte, and the end). False says nothing.
bool is_plainly_english(std::string_view text);

}  // namespace hypeline
