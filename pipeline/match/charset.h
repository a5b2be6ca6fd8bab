#pragma once
#include <algorithm>
#include <bitset>
#include <optional>
#include <string_view>
#include <vector>

namespace hypeline {

/// The characters one piece of a regular expression can match: never fewer than it does, perhaps more. ASCII one by one; beyond it a short list,
/// or `others` where the list would be long or is not known.
struct CharSet {
  std::bitset<128> ascii;
  std::vector<char32_t> listed;
  bool others = false;
  bool vague = false;  ///< `ascii` holds too many

  void add(char32_t c);
  /// Both ends included.
  void add(char32_t from, char32_t to);
  void add(const CharSet& more);
  void complement();

  bool empty() const { return ascii.none() && listed.empty() && !others; }
  /// The member if there is exactly one, known for sure.
  std::optional<char32_t> only() const;
  /// All members, ascending within ASCII. REQUIRES !others.
  std::vector<char32_t> members() const;
  /// True if every member is known and `test` holds for it.
  template <class Test>
  bool all(Test test) const {
    if (others || empty()) return false;
    for (char32_t c = 0; c < ascii.size(); ++c)
      if (ascii[c] && !test(c)) return false;
    return std::all_of(listed.begin(), listed.end(), test);
  }
};

/// What stands between two words of one phrase.
bool is_dash(char32_t c);        ///< hyphen-minus and the typographic dashes
bool is_apostrophe(char32_t c);  ///< ' ’ ʼ
/// Word characters as the tokens see them: core's is_word without the letter apostrophe ʼ.
bool is_token_char(char32_t c);

CharSet space_set();
CharSet dash_set();
CharSet apostrophe_set();

/// The same three as the inside of an RE2 class, without the brackets.
inline constexpr std::string_view kSpaceClass = R"(\t-\r \x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000})";
inline constexpr std::string_view kDashClass = R"(\x{2010}-\x{2015}\x{2212}\x{fe58}\x{fe63}\x{ff0d}\-)";
inline constexpr std::string_view kApostropheClass = R"('\x{2019}\x{2bc})";

}  // namespace hypeline
