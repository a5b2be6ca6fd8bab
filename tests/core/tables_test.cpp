#include "core/digest.h"
#include "core/document.h"
#include "core/tsv.h"

#include <catch2/catch.hpp>

using namespace hypeline;

TEST_CASE("a table names the line of a row with too many cells", "[core][tsv]") {
  const auto rows = read_tsv("x.tsv", "# note\na\tb\n\n1\t2\t3\n", {"a", "b"});
  REQUIRE_FALSE(rows);
  CHECK(to_string(rows.error()[0]) == "x.tsv:4: error: 3 cells where the header has 2");
}

TEST_CASE("a table pads trailing cells and cuts carriage returns", "[core][tsv]") {
  const auto rows = read_tsv("x.tsv", "a\tb\r\n1\r\n", {"a", "b"});
  REQUIRE(rows);
  REQUIRE(rows->size() == 1);
  CHECK((*rows)[0].line == 2);
  CHECK((*rows)[0].cells[0] == "1");
  CHECK((*rows)[0].cells[1].empty());
}

TEST_CASE("the last columns of a header may be optional", "[core][tsv]") {
  CHECK(read_tsv("x.tsv", "a\n1\n", {"a", "b"}, 1));
  CHECK_FALSE(read_tsv("x.tsv", "b\n1\n", {"a", "b"}, 1));
  CHECK_FALSE(read_tsv("x.tsv", "a\n1\n", {"a", "b"}));
}

TEST_CASE("a table without its header is an error", "[core][tsv]") { CHECK_FALSE(read_tsv("x.tsv", "1\t2\n", {"a", "b"})); }

TEST_CASE("an error with a column shows a caret below it", "[core][error]") {
  CHECK(to_string(Error{"f", 2, 3, "bad", "\tabc"}) == "f:2:3: error: bad\n\tabc\n\t ^");
}

TEST_CASE("labels are found by the hash of their name", "[core][labels]") {
  const auto labels = Labels::parse("l.tsv", "label\ttitle\tmeaning\tcriteria\tcolour\tweight\nhype.hope\tHope\tm\tbenefits,language\t#fff\t1\n");
  REQUIRE(labels);
  REQUIRE(labels->find("hype.hope"_label));
  CHECK(labels->find("hype.hope"_label)->criteria == std::vector<std::string>{"benefits", "language"});
  CHECK(labels->find("hype.hope"_label)->family() == "hype");
  CHECK_FALSE(labels->find("hype.none"_label));
}

TEST_CASE("labels reject twins, bad weights and names without a family, all at once", "[core][labels]") {
  const auto labels = Labels::parse("l.tsv", "label\ttitle\tmeaning\tcriteria\tcolour\tweight\na.b\t\t\t\t\t1\na.b\t\t\t\t\tx\nc\t\t\t\t\t0\n");
  REQUIRE_FALSE(labels);
  CHECK(labels.error().size() == 3);
}

TEST_CASE("digests are those of the standard", "[core][digest]") {
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("span_at finds the span that holds a byte", "[core][document]") {
  const std::vector<Span> spans = {{0, 3}, {5, 8}};
  CHECK(span_at(spans, 0) == 0);
  CHECK(span_at(spans, 3) == std::string_view::npos);
  CHECK(span_at(spans, 7) == 1);
  CHECK(span_at(spans, 9) == std::string_view::npos);
}
