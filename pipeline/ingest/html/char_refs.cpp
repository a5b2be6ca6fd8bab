#include "ingest/html/char_refs.h"

#include <algorithm>
#include <cstddef>

#include "ingest/html/bytes.h"

namespace hypeline::html {
namespace {

struct NamedRef {
  std::string_view name;  // without the semicolon
  std::string_view text;  // UTF-8
  bool bare;              // counts without the semicolon too
};

constexpr NamedRef kNamedRefs[] = {
#include "named_char_refs.inc"
};

/// Returns the greatest length of a name, of all names or only of those that may lack the semicolon.
consteval std::size_t longest_name(bool only_bare) {
  std::size_t longest = 0;
  for (const NamedRef& ref : kNamedRefs) {
    if (ref.bare || !only_bare) longest = std::max(longest, ref.name.size());
  }
  return longest;
}

constexpr std::size_t kLongestName = longest_name(false);
constexpr std::size_t kLongestBareName = longest_name(true);
constexpr std::size_t kShortestBareName = 2;

static_assert(std::ranges::all_of(kNamedRefs, [](const NamedRef& ref) { return ref.text.size() <= 8 && (!ref.bare || ref.name.size() >= kShortestBareName); }));

constexpr std::size_t kSlots = 4096;  // a power of two, about twice the number of names
static_assert(std::size(kNamedRefs) < kSlots);

/// Returns the slot where the search for a name begins (FNV-1a, its upper 12 bits).
constexpr std::size_t slot_of(std::string_view name) {
  std::uint32_t hash = 0x811C9DC5;
  for (const char c : name) hash = (hash ^ static_cast<std::uint8_t>(c)) * 0x01000193;
  return hash >> 20;
}

/// A hash table with linear probing: the row number plus one, or 0 where a slot is free.
consteval std::array<std::uint16_t, kSlots> make_slots() {
  std::array<std::uint16_t, kSlots> slots{};
  std::uint16_t row = 0;
  for (const NamedRef& ref : kNamedRefs) {
    std::size_t slot = slot_of(ref.name);
    while (slots[slot] != 0) slot = (slot + 1) % kSlots;
    slots[slot] = ++row;
  }
  return slots;
}

constexpr std::array<std::uint16_t, kSlots> kNameSlots = make_slots();

/// Returns the row of exactly this name, or nullptr.
const NamedRef* find_named(std::string_view name) {
  for (std::size_t slot = slot_of(name); kNameSlots[slot] != 0; slot = (slot + 1) % kSlots) {
    const NamedRef& ref = kNamedRefs[kNameSlots[slot] - 1];
    if (ref.name == name) return &ref;
  }
  return nullptr;
}

Replacement make_replacement(std::size_t consumed, std::string_view text) {
  Replacement made{static_cast<std::uint32_t>(consumed), static_cast<std::uint8_t>(text.size())};
  std::ranges::copy(text, made.utf8.begin());
  return made;
}

/// The longest name without semicolon that `word` begins with; `input` begins at the ampersand.
Replacement match_bare(std::string_view input, std::string_view word, RefPlace place) {
  for (std::size_t size = std::min(word.size(), kLongestBareName); size >= kShortestBareName; --size) {
    const NamedRef* ref = find_named(word.substr(0, size));
    if (ref == nullptr || !ref->bare) continue;
    const char after = size + 1 < input.size() ? input[size + 1] : '\0';
    const bool literal = place == RefPlace::attribute && is(after, kAlpha | kDigit | kEquals);
    return literal ? Replacement{} : make_replacement(size + 1, ref->text);
  }
  return {};
}

/// Names are letters and digits, so one with a semicolon is the whole word before it, and it is
/// longer than every bare name in that word: no search by prefix is needed.
Replacement match_named(std::string_view input, RefPlace place) {
  std::size_t end = 1;
  const std::size_t limit = std::min(input.size(), kLongestName + 2);
  while (end < limit && is(input[end], kAlpha | kDigit)) ++end;
  const std::string_view word = input.substr(1, end - 1);
  if (end < input.size() && input[end] == ';') {
    if (const NamedRef* ref = find_named(word)) return make_replacement(end + 1, ref->text);
  }
  return match_bare(input, word, place);
}

/// Returns the value of a digit in the base, or -1.
int digit_value(char c, int base) {
  if (is(c, kDigit)) return c - '0';
  const char lower = ascii_lower(c);
  return base == 16 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// What &#128; to &#159; mean: the characters of windows-1252; the holes stay control characters.
constexpr std::array<std::uint16_t, 32> kWindows1252 = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                        0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

/// Returns the code point that the number of a reference stands for.
std::uint32_t resolve_number(std::uint32_t number) {
  const bool surrogate = number >= 0xD800 && number <= 0xDFFF;
  if (number == 0 || number > 0x10FFFF || surrogate) return 0xFFFD;
  return number >= 0x80 && number <= 0x9F ? kWindows1252[number - 0x80] : number;
}

Replacement encode(std::size_t consumed, std::uint32_t code) {
  const auto tail = [code](int shift) { return static_cast<char>(0x80 | ((code >> shift) & 0x3F)); };
  const auto head = [code](int mark, int shift) { return static_cast<char>(mark | (code >> shift)); };
  const auto length = static_cast<std::uint32_t>(consumed);
  if (code < 0x80) return {length, 1, {static_cast<char>(code)}};
  if (code < 0x800) return {length, 2, {head(0xC0, 6), tail(0)}};
  if (code < 0x10000) return {length, 3, {head(0xE0, 12), tail(6), tail(0)}};
  return {length, 4, {head(0xF0, 18), tail(12), tail(6), tail(0)}};
}

Replacement match_number(std::string_view input) {
  const bool hex = input.size() > 2 && ascii_lower(input[2]) == 'x';
  const int base = hex ? 16 : 10;
  const std::size_t first = hex ? 3 : 2;
  std::size_t end = first;
  std::uint32_t number = 0;
  for (; end < input.size(); ++end) {
    const int digit = digit_value(input[end], base);
    if (digit < 0) break;
    number = std::min(number * base + digit, 0x110000U);  // one above the last code point
  }
  if (end == first) return {};
  if (end < input.size() && input[end] == ';') ++end;
  return encode(end, resolve_number(number));
}

}  // namespace

Replacement match_char_ref(std::string_view input, RefPlace place) {
  if (input.size() < 3) return {};  // the shortest are &lt and &#1
  return input[1] == '#' ? match_number(input) : match_named(input, place);
}

Replacement match_newline(std::string_view input) {
  const bool pair = input.size() > 1 && input[1] == '\n';
  return {pair ? 2U : 1U, 1, {'\n'}};
}

Replacement replace_nul() { return {1, 3, {'\xEF', '\xBF', '\xBD'}}; }

}  // namespace hypeline::html
