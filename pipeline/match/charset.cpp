#include "match/charset.h"

#include "core/unicode.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <initializer_list>
#include <utility>

namespace hypeline {
namespace {

constexpr char32_t kLongRange = 32;

CharSet set_of(std::initializer_list<std::pair<char32_t, char32_t>> ranges) {
  CharSet set;
  for (const auto& [from, to] : ranges) set.add(from, to);
  return set;
}

}  // namespace

void CharSet::add(char32_t c) {
  if (c < 128)
    ascii.set(c);
  else if (std::find(listed.begin(), listed.end(), c) == listed.end())
    listed.push_back(c);
}

void CharSet::add(char32_t from, char32_t to) {
  for (char32_t c = from; c <= to && c < 128; ++c) ascii.set(c);
  const char32_t beyond = std::max<char32_t>(from, 128);
  if (to >= beyond && to - beyond >= kLongRange) others = true;
  if (to >= beyond && to - beyond < kLongRange)
    for (char32_t c = beyond; c <= to; ++c) add(c);
}

void CharSet::add(const CharSet& more) {
  ascii |= more.ascii;
  for (const char32_t c : more.listed) add(c);
  others = others || more.others;
  vague = vague || more.vague;
}

void CharSet::complement() {
  ascii = vague ? std::bitset<128>().set() : ~ascii;
  listed.clear();
  others = true;
}

std::optional<char32_t> CharSet::only() const {
  if (others || vague || ascii.count() + listed.size() != 1) return std::nullopt;
  if (!listed.empty()) return listed.front();
  static const std::bitset<128> kLow(~0ULL);
  const std::uint64_t low = (ascii & kLow).to_ullong();
  const std::uint64_t high = (ascii >> 64).to_ullong();
  return static_cast<char32_t>(low != 0 ? std::countr_zero(low) : 64 + std::countr_zero(high));
}

std::vector<char32_t> CharSet::members() const {
  std::vector<char32_t> out;
  for (char32_t c = 0; c < 128; ++c)
    if (ascii.test(c)) out.push_back(c);
  out.insert(out.end(), listed.begin(), listed.end());
  return out;
}

bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D; }
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2BC; }
bool is_token_char(char32_t c) { return is_word(c) && c != 0x2BC; }

CharSet space_set() {
  return set_of({{'\t', '\r'},
                 {' ', ' '},
                 {0x85, 0x85},
                 {0xA0, 0xA0},
                 {0x1680, 0x1680},
                 {0x2000, 0x200A},
                 {0x2028, 0x2029},
                 {0x202F, 0x202F},
                 {0x205F, 0x205F},
                 {0x3000, 0x3000}});
}
CharSet dash_set() { return set_of({{'-', '-'}, {0x2010, 0x2015}, {0x2212, 0x2212}, {0xFE58, 0xFE58}, {0xFE63, 0xFE63}, {0xFF0D, 0xFF0D}}); }
CharSet apostrophe_set() { return set_of({{'\'', '\''}, {0x2019, 0x2019}, {0x2BC, 0x2BC}}); }

}  // namespace hypeline
