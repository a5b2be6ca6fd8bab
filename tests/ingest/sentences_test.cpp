#include "ingest/sentences.h"
#include "golden.h"
#include "ingest/quotations.h"

#include <catch2/catch.hpp>

using namespace hypeline;

namespace {

std::vector<std::string> words(std::string_view text, const std::vector<Span>& spans) {
  std::vector<std::string> out;
  for (const Span span : spans) out.emplace_back(slice(text, span));
  return out;
}

std::vector<std::string> sentences(std::string_view text) { return words(text, split_sentences(text, make_span(0, text.size()))); }
std::vector<std::string> quotations(std::string_view text) { return words(text, find_quotations(text, make_span(0, text.size()))); }

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("sentences of the golden cases come back line by line", "[ingest][sentences]") {
  const auto cases = golden_cases("sentences/wild.txt");
  REQUIRE(cases.size() > 20);
  for (const auto& lines : cases) {
    std::string text;
    for (const std::string& line : lines) (text += text.empty() ? "" : " ") += line;
    CHECK(sentences(text) == lines);
  }
}

TEST_CASE("a sentence may run over a line break inside its paragraph", "[ingest][sentences]") {
  CHECK(sentences("One line\nand the next. Then more.") == Strings{"One line\nand the next.", "Then more."});
}

TEST_CASE("a paragraph without a stop is one sentence and an empty one none", "[ingest][sentences]") {
  CHECK(sentences("A heading without an end") == Strings{"A heading without an end"});
  CHECK(sentences("").empty());
  CHECK(sentences(" \n ").empty());
}

TEST_CASE("sentences of hostile runs are linear", "[ingest][sentences]") {
  CHECK(sentences(std::string(1000000, '.')).size() == 1);
  CHECK(sentences(std::string(1000000, 'x')).size() == 1);
  std::string stops;
  for (int i = 0; i < 200000; ++i) stops += "A. ";
  CHECK_FALSE(sentences(stops).empty());
}

TEST_CASE("quotations in curly, straight and angled marks are found with their marks", "[ingest][quotations]") {
  CHECK(quotations("He said “it works” and left.") == Strings{"“it works”"});
  CHECK(quotations("He said \"it works\" and left.") == Strings{"\"it works\""});
  CHECK(quotations("Il dit «ça marche» hier.") == Strings{"«ça marche»"});
  CHECK(quotations("better 'ON time' now") == Strings{"'ON time'"});
}

TEST_CASE("apostrophes, years and inches are no quotations", "[ingest][quotations]") {
  CHECK(quotations("It's the patients' choice in the '90s, isn't it?").empty());
  CHECK(quotations("It’s the patients’ choice.").empty());
  CHECK(quotations("A 12\" pipe and a 5\" nail").empty());
}

TEST_CASE("nested quotations follow the one that holds them", "[ingest][quotations]") {
  CHECK(quotations("“He called it ‘a cure’ twice,” she said.") == Strings{"“He called it ‘a cure’ twice,”", "‘a cure’"});
}

TEST_CASE("an unclosed quotation runs to the end of its paragraph and no further", "[ingest][quotations]") {
  const std::string text = "“It goes on.\n\n“And on,” he said.";
  CHECK(words(text, find_quotations(text, {0, 14})) == Strings{"“It goes on."});
}
