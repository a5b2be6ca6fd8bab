#pragma once
#include <array>
#include <optional>
#include <string_view>

namespace hypeline {

inline constexpr char32_t kReplacement = 0xFFFD;

/// What each byte of a single-byte charset means; U+FFFD where it means nothing.
using CodePage = std::array<char32_t, 256>;

/// The code page of a WHATWG or IANA name: ICU's, and tables of our own for iso-8859-16 and viscii, which ICU lacks. The bytes windows-125x
/// leave undefined read as C1 controls, as WHATWG has it. nullopt where the name is unknown or not a single-byte charset.
std::optional<CodePage> code_page(std::string_view name);

}  // namespace hypeline
