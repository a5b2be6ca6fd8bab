#include "batch/diff.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace hypeline;

namespace {

RunArticle article(std::uint64_t text, std::uint64_t rules, std::vector<RunFinding> findings, std::vector<std::uint64_t> passages) {
  return {"a", "A", text, rules, std::move(findings), std::move(passages)};
}

RunFinding finding(std::uint64_t fingerprint, std::uint64_t passage, std::uint32_t index = 0) {
  return {fingerprint, index, passage, "hype.hope", "rule", "words"};
}

}  // namespace

TEST_CASE("the same article differs in nothing", "[batch][diff]") {
  const RunArticle one = article(1, 1, {finding(7, 1)}, {1});
  const Changes changes = compare_articles(one, one);
  CHECK(changes.kind == Change::none);
  CHECK(changes.unchanged == 1);
}

TEST_CASE("under the same rules the text is the cause, in the same text the rules are", "[batch][diff]") {
  const RunArticle before = article(1, 1, {finding(7, 1)}, {1});
  const Changes text = compare_articles(before, article(2, 1, {finding(8, 1)}, {1}));
  CHECK(text.kind == Change::text);
  CHECK(text.added.at(0).cause == Cause::text);
  CHECK(text.gone.at(0).cause == Cause::text);
  const Changes rules = compare_articles(before, article(1, 2, {finding(8, 1)}, {1}));
  CHECK(rules.kind == Change::rules);
  CHECK(rules.added.at(0).cause == Cause::rules);
  CHECK(rules.gone.at(0).cause == Cause::rules);
}

TEST_CASE("where both changed, what stands in an unchanged passage is the rules' doing", "[batch][diff]") {
  const RunArticle before = article(1, 1, {finding(7, 1), finding(8, 2)}, {1, 2});
  const RunArticle after = article(2, 2, {finding(9, 1, 3), finding(10, 5, 4)}, {1, 5});
  const Changes changes = compare_articles(before, after);
  const ChangeCounts counts = count_changes(changes);
  CHECK(counts.new_rules == 1);
  CHECK(counts.new_text == 1);
  CHECK(counts.gone_rules == 1);
  CHECK(counts.gone_text == 1);
  CHECK(changes.added.at(0).index == 3);
}

TEST_CASE("a finding that is there twice and once goes is gone once", "[batch][diff]") {
  const Changes changes = compare_articles(article(1, 1, {finding(7, 1), finding(7, 1)}, {1}), article(2, 1, {finding(7, 1)}, {1}));
  CHECK(changes.gone.size() == 1);
  CHECK(changes.added.empty());
  CHECK(changes.unchanged == 1);
}

TEST_CASE("a line of annotations.jsonl is read back, offsets in code points", "[batch][diff]") {
  const auto read = read_run_article(R"({"id":"x","meta":{"title":"T"},"text":"🧬 One. A cure. End.","text_sha256":"00","sentences":[[0,6],[7,14],[15,19]],)"
                                     R"("annotations":[{"begin":9,"label":"hype.certainty","rule":"r","text":"cure","fingerprint":"00000000000000ff"}],)"
                                     R"("tool":{"version":"1","lexicon_digest":"d"}})");
  REQUIRE(read);
  CHECK(read->title == "T");
  CHECK(read->findings.at(0).fingerprint == 255);
  CHECK(std::binary_search(read->passages.begin(), read->passages.end(), read->findings.at(0).passage));
  CHECK_FALSE(read_run_article(R"({"id":"x","rejected":{"reason":"binary"}})"));
  CHECK_FALSE(read_run_article("no json"));
}
