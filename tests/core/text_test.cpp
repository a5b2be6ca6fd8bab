#include "core/text.h"

#include <catch2/catch.hpp>

using namespace hypeline;

TEST_CASE("a raw text maps every byte to itself", "[core][text]") {
  const Text text = Text::raw("a\xFF b");
  CHECK(text.view() == text.source());
  CHECK(text.to_source({1, 3}) == Span{1, 3});
  CHECK(text.identical({0, 4}));
}

TEST_CASE("a replaced run maps as a whole and a kept one byte by byte", "[core][text]") {
  TextBuilder builder(Text::raw("x &amp; y"));
  builder.keep({0, 2});
  builder.replace({2, 7}, "&");
  builder.keep({7, 9});
  const Text text = std::move(builder).finish();
  CHECK(text.view() == "x & y");
  CHECK(text.to_source({2, 3}) == Span{2, 7});
  CHECK(text.to_source({3, 5}) == Span{7, 9});
  CHECK(text.to_source({1, 4}) == Span{1, 8});
  CHECK_FALSE(text.identical({2, 3}));
}

TEST_CASE("layers stack and map to the first source", "[core][text]") {
  TextBuilder first(Text::raw("\xE9t\xE9!"));
  first.replace({0, 1}, "\u00e9");
  first.keep({1, 2});
  first.replace({2, 3}, "\u00e9");
  first.keep({3, 4});
  TextBuilder second(std::move(first).finish());
  second.keep({2, 5});
  second.replace({5, 6}, "?");
  const Text text = std::move(second).finish();
  CHECK(text.view() == "t\u00e9?");
  CHECK(text.to_source({0, 1}) == Span{1, 2});
  CHECK(text.to_source({1, 3}) == Span{2, 3});
  CHECK(text.to_source({3, 4}) == Span{3, 4});
}

TEST_CASE("inserted words stand nowhere in the source", "[core][text]") {
  TextBuilder builder(Text::raw("body"));
  builder.insert("Title\n\n");
  builder.keep({0, 4});
  const Text text = std::move(builder).finish();
  CHECK(text.view() == "Title\n\nbody");
  CHECK_FALSE(text.to_source({0, 5}).has_value());
  CHECK_FALSE(text.to_source({5, 9}).has_value());
  CHECK(text.to_source({7, 11}) == Span{0, 4});
}

TEST_CASE("a part keeps the source offsets of the whole", "[core][text]") {
  TextBuilder builder(Text::raw("one\r\ntwo"));
  builder.keep({0, 3});
  builder.replace({3, 5}, "\n");
  builder.keep({5, 8});
  const Text part = std::move(builder).finish().part({2, 6});
  CHECK(part.view() == "e\ntw");
  CHECK(part.to_source({0, 1}) == Span{2, 3});
  CHECK(part.to_source({1, 2}) == Span{3, 5});
  CHECK(part.to_source({2, 4}) == Span{5, 7});
}

TEST_CASE("dropped bytes fall inside the range of a span across them", "[core][text]") {
  TextBuilder builder(Text::raw("mir\u200bacle"));
  builder.keep({0, 3});
  builder.keep({6, 10});
  const Text text = std::move(builder).finish();
  CHECK(text.view() == "miracle");
  CHECK(text.to_source({0, 7}) == Span{0, 10});
  CHECK(text.to_source({3, 7}) == Span{6, 10});
}

TEST_CASE("empty texts and empty spans map to empty places", "[core][text]") {
  CHECK(Text::raw("").to_source({0, 0}) == Span{0, 0});
  const Text text = Text::raw("abc");
  CHECK(text.to_source({1, 1}) == Span{1, 1});
  CHECK(text.to_source({3, 3}) == Span{3, 3});
  CHECK(text.part({1, 1}).view().empty());
}
