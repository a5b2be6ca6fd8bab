#pragma once
#include <string>
#include <string_view>

namespace hypeline {

/// The language of a text, as far as it can be told.
struct Language {
  std::string code = "und";  ///< ISO 639-1, or "und" where the text is too short or mixed to say
  bool foreign = false;      ///< clearly not English
};

/// Looks at the first part of `text` (CLD2). Short texts are "und" and never foreign. REQUIRES valid UTF-8.
Language detect_language(std::string_view text);

}  // namespace hypeline
