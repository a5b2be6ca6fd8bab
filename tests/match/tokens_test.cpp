#include "match/tokens.h"
#include "match/fold.h"
#include "match/vocabulary.h"

#include "core/unicode.h"
#include "match/charset.h"

#include <re2/re2.h>

#include <catch2/catch.hpp>
#include <map>

using namespace hypeline;

namespace {

std::vector<std::string> words_of(std::string_view text) {
  Tokens tokens;
  tokens.read(text, make_span(0, text.size()));
  std::vector<std::string> out;
  for (std::size_t i = 0; i < tokens.size(); ++i) out.emplace_back(slice(text, tokens[i].span));
  return out;
}

}  // namespace

TEST_CASE("tokens are maximal runs of word characters", "[match][tokens]") {
  CHECK(words_of("New hope, 3.5 mg_x") == std::vector<std::string>{"New", "hope", "3", "5", "mg_x"});
  CHECK(words_of("p\xC3\xA9"
                 "can na\xC3\xAFve can\xE2\x80\x99t can\xCA\xBCt") == std::vector<std::string>{"p\xC3\xA9"
                                                                                               "can",
                                                                                               "na\xC3\xAFve", "can", "t", "can", "t"});
  CHECK(words_of("a\xC3 b\x80"
                 "c \xF0\x9F\x92\x8A d") == std::vector<std::string>{"a", "b", "c", "d"});
  CHECK(words_of("").empty());
}

TEST_CASE("tokens do not depend on where in a block they lie", "[match][tokens]") {
  for (std::size_t pad = 0; pad < 140; ++pad) {
    const std::string text = std::string(pad, ' ') + "hop\xC3\xA9 again" + std::string(pad % 3, '.');
    CHECK(words_of(text) == std::vector<std::string>{"hop\xC3\xA9", "again"});
  }
  CHECK(words_of(std::string(200, 'x')) == std::vector<std::string>{std::string(200, 'x')});
}

TEST_CASE("a paragraph's tokens end with it", "[match][tokens]") {
  Tokens tokens;
  tokens.read("one two three", {2, 9});
  REQUIRE(tokens.size() == 3);
  CHECK(tokens[0].span == Span{2, 3});
  CHECK(tokens[2].span == Span{8, 9});
}

TEST_CASE("gaps are told apart", "[match][tokens]") {
  CHECK(gap_text(" \xC2\xA0\n") == pack_gap(" "));
  CHECK(gap_text("\xE2\x80\x93") == pack_gap(" "));
  CHECK(gap_text(" - ") == pack_gap("   "));
  CHECK(gap_text("\xE2\x80\x99") == pack_gap("'"));
  CHECK(gap_text(", ") == pack_gap(", "));
  CHECK(gap_text("..........") == 0);
  CHECK(match_gap("%  off", "% ") == 3);
  CHECK_FALSE(match_gap(" off", "% "));
}

TEST_CASE("the vocabulary finds words however they are cased, and no others", "[match][tokens]") {
  const Vocabulary words({fold_word("hope"), fold_word("internationalisation"), fold_word("caf\xC3\xA9"), fold_word("a_b")});
  Tokens tokens;
  const std::string_view text =
      "Hope hop hopes INTERNATIONALISATION internationalisatiom CAF\xC3\x89 cafe A_B a\x7F"
      "b";
  tokens.read(text, make_span(0, text.size()));
  std::vector<std::uint32_t> ids;
  for (std::size_t i = 0; i < tokens.size(); ++i) ids.push_back(words.find(tokens, tokens[i]));
  constexpr std::uint32_t kNone = Vocabulary::kNone;
  CHECK(ids == std::vector<std::uint32_t>{0, kNone, kNone, 1, kNone, 2, kNone, 3, kNone, kNone});
}

TEST_CASE("token folding joins the letters RE2's (?i) joins", "[match][tokens]") {
  std::map<std::string, std::vector<std::string>> groups;
  for (char32_t c = 1; c < 0x20000; ++c) {
    if ((c >= 0xD800 && c < 0xE000) || !is_token_char(c)) continue;
    std::string letter;
    append_utf8(letter, c);
    groups[fold_word(letter)].push_back(letter);
  }
  for (const auto& [folded, letters] : groups) {
    if (letters.size() < 2) continue;
    RE2::Options options;
    options.set_case_sensitive(false);
    const RE2 regex(letters.front(), options);
    for (const std::string& letter : letters) CHECK(RE2::FullMatch(letter, regex));
  }
  CHECK(groups.at("k").size() == 3);
  CHECK(groups.at("i").size() == 2);
}
