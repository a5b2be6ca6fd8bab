#include "match/char_kind.h"

#include "core/unicode.h"

#include <algorithm>

namespace hypeline {

CharKind::CharKind(const CharSet& set) : unknown(set.others) {
  if (unknown) return;
  members = set.members();
  const auto all = [&](auto test) { return !members.empty() && std::all_of(members.begin(), members.end(), test); };
  number = all(is_number_char);
  no_number = std::none_of(members.begin(), members.end(), is_number_char);
  digits = static_cast<std::size_t>(std::count_if(members.begin(), members.end(), is_ascii_digit));
  apostrophes = all(is_apostrophe);
  signs = all([](char32_t c) { return !is_token_char(c); });
  if (all([](char32_t c) { return is_space(c) || is_dash(c); })) blank = Start::Blank::either;
  if (all(is_space)) blank = Start::Blank::space;
  if (all(is_dash)) blank = Start::Blank::dash;
}

}  // namespace hypeline
