#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace hypeline {

/// Marks the bytes of token characters: bit i % 64 of masks[i / 64] belongs to byte i of the text. Returns true if the text is all ASCII.
/// `masks` gets (size + 63) / 64 words.
bool mark_word_bytes(std::string_view text, std::vector<std::uint64_t>& masks);

}  // namespace hypeline
