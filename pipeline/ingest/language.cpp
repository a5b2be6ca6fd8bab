#include "ingest/language.h"

#include "core/unicode.h"
#include "ingest/english.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>

namespace hypeline {
namespace {

constexpr std::size_t kLooksAt = 20000;  // bytes; more does not change the answer
constexpr int kEnough = 250;             // bytes of letters as CLD2 counts them
constexpr std::size_t kTooFew = 200;     // bytes of text, which cannot hold as many
constexpr int kClear = 80;               // per cent of the text

}  // namespace

Language detect_language(std::string_view text) {
  text = text.substr(0, kLooksAt);
  if (text.size() < kTooFew) return {};
  if (is_plainly_english(text)) return {"en", false};
  text = text.substr(0, valid_utf8_prefix(text));  // no half character at the cut
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percent{};
  int letters = 0;
  bool reliable = false;
  CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, languages.data(), percent.data(), &letters, &reliable);
  if (!reliable || letters < kEnough || languages[0] == CLD2::UNKNOWN_LANGUAGE) return {};
  const bool some_english = std::ranges::any_of(std::array{0, 1, 2}, [&](int i) { return languages[i] == CLD2::ENGLISH && percent[i] >= 15; });
  return {CLD2::LanguageCode(languages[0]), !some_english && percent[0] >= kClear};
}

}  // namespace hypeline
