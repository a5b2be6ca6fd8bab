#pragma once
#include <string>
#include <string_view>

namespace hypeline {

/// Folds a token character for comparison and appends it as UTF-8. Two words have the same folded bytes exactly if RE2's (?i) takes them for one:
/// core's fold() but for İ and ı, which RE2 joins with nothing. ASCII is `c | 0x20` (so `_` becomes 0x7F), which eight bytes can do at once.
void append_folded(std::string& out, char32_t c);

/// A whole word, folded.
std::string fold_word(std::string_view word);

}  // namespace hypeline
