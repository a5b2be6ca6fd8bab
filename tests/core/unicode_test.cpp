#include "core/unicode.h"

#include <catch2/catch.hpp>

using namespace hypeline;

TEST_CASE("decoding ends on any bytes", "[core][unicode]") {
  const std::string bytes = "a\xC3\xA9\xF0\x9F\x9A\xA8\xE2\x82";
  CHECK(decode_at(bytes, 0).value == U'a');
  CHECK(decode_at(bytes, 1).value == U'\u00e9');
  CHECK(decode_at(bytes, 3).value == U'\U0001F6A8');
  CHECK(decode_at(bytes, 7).value == 0xFFFD);
  CHECK(decode_at(bytes, 7).size == 1);
  CHECK(decode_before(bytes, 7).value == U'\U0001F6A8');
  CHECK(decode_before(bytes, 9).value == 0xFFFD);
  CHECK(decode_before(bytes, 1).value == U'a');
}

TEST_CASE("word boundaries see letters outside ASCII", "[core][unicode]") {
  const std::string text = "pécan can’t";
  CHECK_FALSE(is_word_boundary(text, 1));
  CHECK_FALSE(is_word_boundary(text, 3));
  CHECK(is_word_boundary(text, 6));
  CHECK(is_word_boundary(text, 10));
  CHECK(is_word_boundary(text, 0));
  CHECK(is_word_boundary(text, text.size()));
}

TEST_CASE("folding agrees with simple case folding", "[core][unicode]") {
  CHECK(fold(U'A') == U'a');
  CHECK(fold(U'\u00c9') == U'\u00e9');
  CHECK(fold(U'\u017f') == U's');
  CHECK(fold(U'\u212a') == U'k');
  CHECK(fold(U'7') == U'7');
}

TEST_CASE("valid UTF-8 stops at the first fault", "[core][unicode]") {
  CHECK(is_valid_utf8("caf\u00e9"));
  CHECK(valid_utf8_prefix("ab\xC0\xBC") == 2);
  CHECK(valid_utf8_prefix("\xED\xA0\x80") == 0);
  CHECK(valid_utf8_prefix("x\xF4\x90\x80\x80") == 1);
}

TEST_CASE("code-point offsets count characters, not bytes", "[core][unicode]") {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "a\u00e9\U0001F6A8";
  const CodePointIndex index(text);
  CHECK(index.at(0) == 0);
  CHECK(index.at(7) == 3);
  CHECK(index.at(3) == 2);
  CHECK(index.at(7 * 299) == 3 * 299);
  CHECK(index.at(static_cast<std::uint32_t>(text.size())) == 900);
}
