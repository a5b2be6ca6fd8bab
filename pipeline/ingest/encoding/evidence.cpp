#include "ingest/encoding/evidence.h"

#include "core/unicode.h"

#include <utf8proc.h>

#include <algorithm>

namespace hypeline {
namespace {

bool any_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }
bool within(char32_t c, char32_t low, char32_t high) { return low <= c && c <= high; }

constexpr std::u32string_view kClose = U"”»™®›˝";
constexpr std::u32string_view kOpen = U"“‘„‚«‹¿¡•";
constexpr std::u32string_view kDash = U"–—―…";
constexpr std::u32string_view kCurrency = U"¢£¥€₧₤";
constexpr std::u32string_view kNumeric = U"²³¹¼½¾±×÷°⁄∂∆∏∑√∞∩∫≈≠≡≤≥№º";
constexpr std::u32string_view kRareCyrillic = U"ЂЃѓЉЊЌЋЏђљњќћџЎўЈҐґЅѕ";
// Letters with accents that European languages use daily; the rest of Latin is rare.
constexpr std::u32string_view kLower = U"àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿßāăąćčďđēėęěğģīįıķļľłńņňőœŕřśşšťţūůűųźżžșțờơưẞ";

Sort ascii_sort(char32_t c) {
  if (c >= '0' && c <= '9') return Sort::digit;
  if (c >= 'a' && c <= 'z') return Sort::lower;
  if (c >= 'A' && c <= 'Z') return Sort::upper;
  return c <= ' ' ? Sort::space : Sort::mark;
}

Sort latin_sort(char32_t c) {
  if (within(c, 0x1EA0, 0x1EF9)) return Sort::vietnamese;
  if (any_of(c, kLower)) return Sort::accented_lower;
  return c == U'İ' || (is_upper(c) && any_of(fold(c), kLower)) ? Sort::accented_upper : Sort::other_latin;
}

Sort letter_sort(char32_t c) {
  if (c < 0x250 || within(c, 0x1E00, 0x1EFF)) return latin_sort(c);
  if (within(c, 0x250, 0x2FF) || within(c, 0xFB00, 0xFB06)) return Sort::other_latin;
  if (within(c, 0x370, 0x3FF) || within(c, 0x1F00, 0x1FFF)) return Sort::greek;
  if (within(c, 0x400, 0x45F)) return any_of(c, kRareCyrillic) ? Sort::rare_cyrillic : Sort::cyrillic;
  return within(c, 0x2E80, 0xD7FF) || c >= 0x20000 ? Sort::ideograph : Sort::script;
}

Sort symbol_sort(char32_t c) {
  if (c == U'’') return Sort::apostrophe;
  if (any_of(c, kClose)) return Sort::close;
  if (any_of(c, kOpen)) return Sort::open;
  if (any_of(c, kDash)) return Sort::dash;
  if (any_of(c, kCurrency)) return Sort::currency;
  if (any_of(c, kNumeric)) return Sort::numeric;
  if (within(c, 0x2500, 0x259F)) return Sort::box;
  return Sort::odd;
}

/// The characters around and in a sequence.
struct Place {
  char32_t second_before = ' ', before = ' ', after = ' ', lead = 0, rest = 0, last = 0;
};

Place place_of(std::string_view text, const Sequence& s) {
  Place p;
  if (s.span.begin > 0) {
    const CodePoint before = decode_before(text, s.span.begin);
    p.before = before.value;
    if (s.span.begin > before.size) p.second_before = decode_before(text, s.span.begin - before.size).value;
  }
  if (s.span.end < text.size()) p.after = decode_at(text, s.span.end).value;
  const CodePoint lead = decode_at(text, s.span.begin);
  p.lead = lead.value;
  p.rest = s.span.begin + lead.size < s.span.end ? decode_at(text, s.span.begin + lead.size).value : U' ';
  p.last = decode_before(text, s.span.end).value;
  return p;
}

bool is_lower(Sort s) { return s == Sort::lower || s == Sort::accented_lower; }

bool is_capital(Sort s) { return s == Sort::upper || s == Sort::accented_upper; }

/// Letter after letter: odd where two scripts meet in a word, or small and capital letters stand as no word has them.
int oddity_of_letters(const Place& p) {
  if (script_of(p.lead) != script_of(p.rest)) return 3;
  const bool lead_up = is_upper(p.lead), rest_up = is_upper(p.rest);
  if (any_of(p.rest, U"œŒ") && lead_up) return 3;
  if (lead_up && is_letter(p.before) && !is_upper(p.before)) return 2;
  if (lead_up && !rest_up && is_capital(sort_of(p.before)) && is_capital(sort_of(p.after))) return 2;
  return lead_up && rest_up && sort_of(p.after) == Sort::lower ? 1 : 0;
}

/// Symbol leads (Mac, DOS) take letters after them in no text, symbols only where no word touches them.
int oddity_after_symbol(const Place& p) {
  if (is_letter(p.rest)) return 3;
  return sort_of(p.before) == Sort::space || sort_of(p.before) == Sort::odd ? 0 : 3;
}

/// How odd the second character is right after the first, as text that was decoded rightly goes.
int oddity(const Place& p) {
  const Sort rest = sort_of(p.rest);
  if (!is_letter(p.lead) && script_of(p.lead) == 0 && p.lead != U'×') return rest == Sort::box ? 0 : oddity_after_symbol(p);
  const int stuck = is_letter(p.after) ? 1 : 0;  // a symbol inside a word
  switch (rest) {
    case Sort::odd:
      return 4 + stuck;
    case Sort::currency:
      return 3 + (p.rest == U'¥' ? 0 : stuck);
    case Sort::numeric:
      return 2 + stuck;
    case Sort::open:
      return 3;
    case Sort::close:
      return 1 + stuck;
    case Sort::dash:
    case Sort::apostrophe:
      return 1;
    case Sort::box:
      return 3;
    case Sort::rare_cyrillic:
      return script_of(p.lead) == script_of(p.rest) ? 2 : 4;
    case Sort::blank:
    case Sort::space:
      return p.lead == U'Ã' && is_lower(sort_of(p.before)) ? 4 : p.lead == U'Ã' && p.rest != U' ' ? 3 : 0;
    default:
      return script_of(p.rest) != 0 ? oddity_of_letters(p) : 1;
  }
}

int case_fit(const Place& p, bool upper) {
  const Sort before = sort_of(p.before), after = sort_of(p.after);
  if (upper && is_lower(before)) return -4;
  if (upper) return is_capital(before) || is_capital(after) ? 3 : is_lower(after) ? 2 : 0;
  if (is_capital(before) && (is_capital(after) || (!is_lower(after) && is_capital(sort_of(p.second_before))))) return -3;
  if (is_lower(before) || is_lower(after)) return 3;
  return is_letter(p.before) || is_letter(p.after) ? 2 : 0;
}

/// How well the code point read fits where it would stand.
int fit(const Place& p, char32_t value) {
  const bool in_latin = sort_of(p.before) == Sort::lower || sort_of(p.after) == Sort::lower || sort_of(p.before) == Sort::upper;
  switch (sort_of(value)) {
    case Sort::accented_lower:
      return case_fit(p, false);
    case Sort::accented_upper:
      return case_fit(p, true);
    case Sort::other_latin:
      return -3;
    case Sort::vietnamese:
      return 5;
    case Sort::greek:
      return 2;
    case Sort::cyrillic:
    case Sort::rare_cyrillic:
      return in_latin ? -3 : 2;
    case Sort::script:
    case Sort::ideograph:
      return in_latin ? -6 : 2;
    case Sort::control:
      return -9;
    case Sort::nothing:
      return -6;
    default:
      return 2;
  }
}

bool is_usual_picture(char32_t c) {
  if (within(c, 0x2028, 0x202E)) return false;
  return within(c, 0x2010, 0x2044) || within(c, 0x2070, 0x209F) || within(c, 0x20A0, 0x20BF) || within(c, 0x2100, 0x2BFF) || within(c, 0x3000, 0x3002) ||
         within(c, 0xFB00, 0xFB06) || within(c, 0xFE0E, 0xFE0F) || within(c, 0xFF01, 0xFF5E) || c == 0xFEFF || c == kReplacement || within(c, 0x2000, 0x200F);
}

int two_bytes(const Place& p, const Sequence& s) {
  const int odd = oddity(p);
  const char32_t v = s.value;
  if (v < 0xA0) return -9;
  // C2: the character itself follows its lead byte in most codecs; no word ends in Â or has another such letter
  // behind it.
  if (v < 0xC0 && p.lead == U'Â' && v != 0xA0 && (v == p.rest || is_letter(p.rest))) return 5;
  if (sort_of(v) == Sort::currency && is_digit(p.after)) return 5;
  if (any_of(v, U"ÂÃâ") && p.after >= 0x80) return odd + 2;  // read wrongly twice
  if (v == U'×' && (is_digit(p.before) || is_digit(p.after) || (p.before == U' ' && is_digit(p.second_before)))) return 8;
  if (v < 0xC0) return odd + (v == p.rest ? 2 : 1) + (p.rest == U'\u00A0' && is_upper(p.lead) && !is_upper(p.before) ? 2 : 0);
  const bool usual = any_of(v, U"éèêëàáâãçñíîïóôöúûüäßòø");
  return odd + fit(p, v) + (usual && odd >= 2 && p.rest != U'¥' ? 1 : 0);
}

int more_bytes(const Place& p, const Sequence& s) {
  if (is_usual_picture(s.value)) return 7;
  const Sort sort = sort_of(s.value);
  if (s.value >= 0x10000) return sort == Sort::picture ? 9 : sort == Sort::nothing ? -6 : 2;
  return fit(p, s.value) + (sort == Sort::ideograph || sort == Sort::script ? 1 : 0) + (sort_of(p.rest) == Sort::odd && sort_of(p.last) == Sort::odd ? 6 : 0);
}

/// A byte is known to be lost: U+FFFD never comes with text that is whole.
int marked(const Place& p, const Sequence& s) {
  if (s.have > 1) return s.bytes[0] == 0xE2 && s.bytes[1] == 0x80 && p.last == kReplacement ? 6 : 2;
  if (p.rest != kReplacement) return -2;
  return is_lower(sort_of(p.before)) ? 4 : 1;
}

/// A capital at the end of a word in small letters, and a space: à, or a no-break space.
int spaced(const Place& p, const Sequence& s) {
  const bool usual = s.want == 2 && (p.lead == U'Ã' || s.bytes[0] == 0xC2) && is_upper(p.lead);
  if (!usual) return -9;
  if (is_lower(sort_of(p.before))) return 5;
  return s.bytes[0] == 0xC2 && any_of(p.before, U".,;:!?)") ? 4 : 1;
}

int evidence_of(const Place& p, const Sequence& s) { return s.want == 2 ? two_bytes(p, s) : more_bytes(p, s); }

/// Two scripts in one word.
bool clashes(const Place& p) { return script_of(p.lead) > 1 && script_of(p.before) != 0 && script_of(p.before) != script_of(p.lead) && p.before < 0x80; }

}  // namespace

int evidence(std::string_view text, const Sequence& s, CodecId codec) {
  const Place p = place_of(text, s);
  const int scruple = codec > 1 ? 1 : 0;  // the usual two need less
  if (s.state == Sequence::State::marked) return marked(p, s) - scruple;
  const int points = evidence_of(p, s) - scruple + (clashes(p) ? 2 : 0);
  if (s.spaced) return std::max(std::min(points, 1), spaced(p, s));
  return s.c1 ? 5 + std::min(points, 2) : points;
}

int script_of(char32_t c) {
  switch (sort_of(c)) {
    case Sort::lower:
    case Sort::upper:
    case Sort::accented_lower:
    case Sort::accented_upper:
    case Sort::other_latin:
    case Sort::vietnamese:
      return 1;
    case Sort::greek:
      return 2;
    case Sort::cyrillic:
    case Sort::rare_cyrillic:
      return 3;
    case Sort::ideograph:
      return 4;
    case Sort::script:
      return 0x100 + static_cast<int>(c >> 7);
    default:
      return 0;
  }
}

Sort sort_of(char32_t c) {
  if (c < 0x80) return ascii_sort(c);
  if (c < 0xA0) return Sort::control;
  if (c == 0xA0 || c == 0xAD || within(c, 0x2000, 0x200F) || c == 0x202F || c == 0xFEFF) return Sort::blank;
  if (any_of(c, U"ªº") || within(c, 0x2070, 0x214F)) return symbol_sort(c);
  if (is_letter(c)) return letter_sort(c);
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  if (category == UTF8PROC_CATEGORY_CN || category == UTF8PROC_CATEGORY_CO || category == UTF8PROC_CATEGORY_CS || c == kReplacement)
    return c == 0xF8FF ? Sort::odd : Sort::nothing;
  if (c >= 0x1F000 || within(c, 0x2190, 0x21FF) || within(c, 0x2300, 0x24FF) || within(c, 0x25A0, 0x2BFF)) return Sort::picture;
  if (category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC || category == UTF8PROC_CATEGORY_ME) return c < 0x370 ? Sort::blank : Sort::script;
  return c >= 0x590 && c < 0x2000 ? Sort::script : symbol_sort(c);
}

}  // namespace hypeline
