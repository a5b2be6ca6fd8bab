#include "assess/verdicts.h"

#include "assess/ignore_list.h"
#include "assess/promotional.h"
#include "made.h"

using namespace hypeline;

namespace {

const std::string kSha(64, 'a');

std::string line(std::string_view print, std::string_view rule, std::string_view verdict, std::string_view reviewer, std::string_view at = "2026-11-22") {
  std::string out = R"({"fingerprint":")";
  out.append(16 - print.size(), '0').append(print).append(R"(","rule":")").append(rule).append(R"(","verdict":")").append(verdict);
  out.append(R"(","reviewer":")").append(reviewer).append(R"(","at":")").append(at).append(R"(","text_sha256":")").append(kSha).append("\"}\n");
  return out;
}

VerdictBook book(const std::string& lines) {
  VerdictBook out;
  REQUIRE(out.add("v", lines));
  return out;
}

}  // namespace

TEST_CASE("a reviewer's latest verdict holds, in whatever order the files come", "[assess][verdicts]") {
  const std::string old = line("1", "hope", "agree", "ann", "2026-01-01"), later = line("1", "hope", "not-a-finding", "ann", "2026-02-01");
  for (const std::string& lines : {old + later, later + old}) {
    const VerdictBook all = book(lines);
    REQUIRE(all.all().size() == 1);
    CHECK(all.all()[0].opinion == Opinion::not_a_finding);
    CHECK(all.decision("0000000000000001") == Decision::wrong);
  }
}

TEST_CASE("a finding counts once, its reviewers' disagreement counts neither way", "[assess][verdicts]") {
  const VerdictBook all = book(line("1", "hope", "agree", "ann") + line("1", "hope", "agree", "ben") + line("2", "hope", "wrong-label", "ann") +
                               line("3", "hope", "agree", "ann") + line("3", "hope", "not-a-finding", "ben") + line("4", "hope", "unsure", "ann") +
                               line("5", "hope", "unsure", "ann") + line("5", "hope", "agree", "ben"));
  const RuleRecord& record = all.records().find("hope")->second;
  CHECK(record.right == 2);
  CHECK(record.wrong == 1);
  CHECK(record.unsure == 1);
  CHECK(record.conflicts == 1);
  CHECK(record.precision == Approx(2.0 / 3));
  CHECK(all.conflicts() == std::vector<std::string>{"0000000000000003"});
}

TEST_CASE("the interval is Wilson's", "[assess][verdicts]") {
  CHECK(wilson_interval(0, 0) == std::array<double, 2>{0, 1});
  CHECK(wilson_interval(10, 10)[0] == Approx(0.7225).margin(0.0001));
  CHECK(wilson_interval(10, 10)[1] == Approx(1.0));
  CHECK(wilson_interval(8, 10)[0] == Approx(0.4902).margin(0.0001));
  CHECK(wilson_interval(8, 10)[1] == Approx(0.9433).margin(0.0001));
}

TEST_CASE("a bad line is an error with its number, and nothing of the file is taken", "[assess][verdicts]") {
  VerdictBook all;
  const auto added =
      all.add("v.jsonl", line("1", "hope", "agree", "ann") + "\n{\n[1]\n" + line("2", "hope", "maybe", "ann") + line("2", "hope", "agree", "") +
                             line("2", "", "agree", "ann") + line("2", "hope", "agree", "ann", "yesterday") + line("xyz", "hope", "agree", "ann"));
  REQUIRE_FALSE(added);
  REQUIRE(added.error().size() == 7);
  CHECK(added.error()[0].line == 3);
  CHECK(added.error()[2].message.find("maybe") != std::string::npos);
  CHECK(all.all().empty());
}

TEST_CASE("an entry of the ignore list needs a reason, an author and an end", "[assess][verdicts]") {
  IgnoreList list;
  const auto added = list.add("i", R"({"fingerprint":"0000000000000001","reason":"r","by":"ann"}
{"fingerprint":"0000000000000001","reason":"r","until":"2026-12-31"}
{"fingerprint":"0000000000000001","by":"ann","until":"2026-12-31"}
{"rule":"hope","reason":"r","by":"ann","until":"2026-12-31"}
)",
                              "2026-11-22");
  REQUIRE_FALSE(added);
  CHECK(added.error().size() == 4);
}

TEST_CASE("an entry holds to its last day, for its finding or for its rule on its site", "[assess][verdicts]") {
  IgnoreList list;
  REQUIRE(list.add("i", R"({"fingerprint":"0000000000000001","reason":"a name","by":"ann","until":"2026-11-22"}
{"rule":"hope","site":"example.org","reason":"house style","by":"ann","until":"2026-12-31"}
{"fingerprint":"0000000000000002","reason":"old","by":"ann","until":"2026-11-21"}
)",
                   "2026-11-22"));
  CHECK(list.find("0000000000000001", "any", "")->reason == "a name");
  CHECK(list.find("0000000000000009", "hope", "example.org")->reason == "house style");
  CHECK(list.find("0000000000000009", "hope", "example.com") == nullptr);
  CHECK(list.find("0000000000000002", "any", "") == nullptr);
  CHECK(list.expired().size() == 1);
}

TEST_CASE("a finding that is ignored is not counted", "[assess][verdicts]") {
  Made made;
  made.block(Zone::body, "A miracle.").finding("hype.superlative"_label, "miracle");
  CHECK(View(made.document()).findings({"hype.superlative"_label}).size() == 1);
  made.last().attributes.emplace_back("ignored", "a name");
  CHECK(View(made.document()).findings({"hype.superlative"_label}).empty());
}

TEST_CASE("verdicts and lines of the ignore list stand in one file", "[assess][verdicts]") {
  const std::string print(16, '0'), sha(64, '0');
  const std::string file = R"({"fingerprint":")" + print + R"(","rule":"r","verdict":"agree","reviewer":"Ann","at":"2026-11-22","text_sha256":")" + sha +
                           "\"}\n{\"fingerprint\":\"" + print + R"(","reason":"why","by":"Ann","until":"2026-12-31","at":"2026-11-22"})" + "\n";
  VerdictBook book;
  IgnoreList list;
  REQUIRE(book.add("both.jsonl", file));
  REQUIRE(list.add("both.jsonl", file, "2026-12-01"));
  CHECK(book.all().size() == 1);
  CHECK(list.in_force().size() == 1);
}
