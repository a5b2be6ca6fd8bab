#include "assess/mismatches.h"
#include "made.h"

using namespace hypeline;

namespace {

std::vector<Mismatch> find(const Made& made) {
  const Document document = made.document();
  return find_mismatches(View(document));
}

bool has(const std::vector<Mismatch>& all, std::string_view kind) {
  return std::any_of(all.begin(), all.end(), [&](const Mismatch& m) { return m.kind == kind; });
}

}  // namespace

TEST_CASE("certainty over a mouse study is a mismatch that quotes both", "[assess][mismatches]") {
  Made made;
  made.block(Zone::body, "It is proven to work.").block(Zone::body, "The study was in mice.");
  made.finding("hype.certainty"_label, "proven to work").finding("evidence.design"_label, "in mice", {{"level", "animal"}});
  const auto all = find(made);
  REQUIRE(has(all, "certainty-over-weak-design"));
  CHECK(all[0].message.find("proven to work") != std::string::npos);
  CHECK(all[0].message.find("in mice") != std::string::npos);
  CHECK(all[0].annotations.size() == 2);
}

TEST_CASE("certainty beside a randomised trial, or hedged, is none", "[assess][mismatches]") {
  Made made;
  made.block(Zone::body, "It is proven to work.").block(Zone::body, "The study was in mice, then a great trial.");
  made.finding("hype.certainty"_label, "proven to work").finding("evidence.design"_label, "in mice", {{"level", "animal"}});
  Made hedged = made;
  made.finding("evidence.design"_label, "great trial", {{"level", "randomised"}});
  CHECK_FALSE(has(find(made), "certainty-over-weak-design"));
  CHECK(has(find(hedged), "certainty-over-weak-design"));
}

TEST_CASE("what an illness does is no certainty over a mouse study", "[assess][mismatches]") {
  for (const auto& [agent, is_raised] : {std::pair{"The disease", false}, {"The pill", true}}) {
    Made made;
    made.block(Zone::body, std::string(agent) + " destroys the nerves.").block(Zone::body, "The study was in mice.");
    made.finding("claim.effect"_label, "destroys", {{"strength", "causal"}, {"agent", agent}})
        .finding("evidence.design"_label, "in mice", {{"level", "animal"}});
    CHECK(has(find(made), "certainty-over-weak-design") == is_raised);
  }
}

TEST_CASE("an unhedged title over a text that states its limits is a mismatch", "[assess][mismatches]") {
  Made made;
  made.block(Zone::title, "Cells restore sight").block(Zone::body, "This is a preliminary result.");
  made.finding("claim.effect"_label, "restore", {{"strength", "causal"}}).finding("evidence.limitation"_label, "preliminary");
  CHECK(has(find(made), "unhedged-title"));
}

TEST_CASE("a hedged title, or limits in the title itself, are none", "[assess][mismatches]") {
  Made made;
  made.block(Zone::title, "Cells may restore sight, preliminary work says").block(Zone::body, "Nothing more.");
  made.finding("claim.effect"_label, "restore", {{"strength", "causal"}}).finding("evidence.limitation"_label, "preliminary");
  CHECK_FALSE(has(find(made), "unhedged-title"));
  made.block(Zone::body, "An early look.").finding("evidence.limitation"_label, "An early look").finding("hedge.cue"_label, "may");
  CHECK_FALSE(has(find(made), "unhedged-title"));
}

TEST_CASE("a relative number needs an absolute one in its own section", "[assess][mismatches]") {
  Made made;
  made.block(Zone::body, "It fell by 60%.").block(Zone::heading, "More").block(Zone::body, "That was 3 of 12.");
  made.finding("evidence.relative"_label, "by 60%").finding("evidence.quantity"_label, "3 of 12", {{"kind", "count"}});
  CHECK(has(find(made), "relative-without-absolute"));
  Made same;
  same.block(Zone::body, "It fell by 60%, 3 of 12.")
      .finding("evidence.relative"_label, "by 60%")
      .finding("evidence.quantity"_label, "3 of 12", {{"kind", "count"}});
  CHECK_FALSE(has(find(same), "relative-without-absolute"));
}

TEST_CASE("approval of a trial told as approval is raised, plain approval is not", "[assess][mismatches]") {
  Made made;
  made.block(Zone::body, "The FDA approved it for Phase 1.")
      .finding("regulatory.status"_label, "approved it for Phase 1", {{"stage", "trial"}, {"inflated", "yes"}});
  CHECK(has(find(made), "approved-in-trial"));
  CHECK_FALSE(has(find(Made().block(Zone::body, "The FDA approved it.").finding("regulatory.status"_label, "approved it")), "approved-in-trial"));
}

TEST_CASE("vague authority is raised only where the article cites nothing that can be looked up", "[assess][mismatches]") {
  Made made;
  made.block(Zone::body, "Studies show it. See example.org/abc…").finding("source.vague"_label, "Studies show");
  made.finding("source.cited"_label, "example.org/abc…", {{"kind", "url"}, {"truncated", "yes"}});
  CHECK(has(find(made), "vague-source-only"));
  made.block(Zone::references, "doi: 10.5555/12345").finding("source.cited"_label, "10.5555/12345", {{"kind", "doi"}});
  CHECK_FALSE(has(find(made), "vague-source-only"));
}

TEST_CASE("the heaviest mismatch comes first", "[assess][mismatches]") {
  Made made;
  made.block(Zone::body, "It fell by 60%. The FDA approved it for Phase 1.").finding("evidence.relative"_label, "by 60%");
  made.finding("regulatory.status"_label, "approved it for Phase 1", {{"stage", "trial"}, {"inflated", "yes"}});
  const auto all = find(made);
  REQUIRE(all.size() == 2);
  CHECK(all[0].severity == Severity::high);
}
