#include "assess/comparison.h"
#include "assess/facts/csv.h"
#include "assess/facts/pubmed.h"
#include "assess/facts/retractions.h"
#include "assess/mismatch_rules.h"
#include "assess/tables.h"
#include "made.h"

using namespace hypeline;

namespace {

/// Rows joined by "|", cells by ";"; an error ends it with its line.
std::string rows_of(std::string_view csv) {
  CsvReader reader("f.csv", csv);
  std::string out;
  while (const auto row = reader.next()) {
    if (!*row) return out + "error:" + std::to_string(row->error().line);
    for (const std::string& cell : (*row)->cells) out += cell + ";";
    out += "@" + std::to_string((*row)->line) + "|";
  }
  return out;
}

constexpr std::string_view kHeader =
    "Record ID,Title,Reason,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature\r\n";

RetractionList listed(const std::string& rows) {
  RetractionList out;
  const auto done = out.add("list.csv", std::string(kHeader) + rows);
  REQUIRE(done);
  return out;
}

std::vector<SourceRecord> read_xml(std::string_view xml, std::size_t block, std::string& fault) {
  std::vector<SourceRecord> out;
  PubmedReader reader([&](SourceRecord r) { out.push_back(std::move(r)); });
  for (std::size_t at = 0;; at += block) {
    const bool last = at + block >= xml.size();
    if (const auto wrong = reader.feed(xml.substr(at, block), last)) {
      fault = std::to_string(wrong->line) + ": " + wrong->message;
      return out;
    }
    if (last) return out;
  }
}

constexpr std::string_view kSet = R"(<?xml version="1.0"?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" "https://dtd.example/pubmed.dtd">
<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">0091</PMID><Article>
<ArticleTitle>Tea &amp; <i>sleep</i></ArticleTitle><Abstract><AbstractText Label="RESULTS">Tea was linked to sleep.</AbstractText>
<AbstractText Label="CONCLUSION">More work is needed.</AbstractText></Abstract><ELocationID EIdType="pii">x</ELocationID></Article>
<CommentsCorrectionsList><CommentsCorrections><PMID>77</PMID></CommentsCorrections></CommentsCorrectionsList></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="pubmed">91</ArticleId><ArticleId IdType="doi">10.5555/TEA.1</ArticleId></ArticleIdList>
<ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.5555/other</ArticleId></ArticleIdList></Reference></ReferenceList></PubmedData></PubmedArticle>
<PubmedArticle><MedlineCitation><PMID>92</PMID><Article><ArticleTitle>No abstract</ArticleTitle></Article></MedlineCitation></PubmedArticle>
</PubmedArticleSet>
)";

}  // namespace

TEST_CASE("CSV cells may hold commas, doubled quotes and line breaks, and rows any line end", "[assess][facts]") {
  CHECK(rows_of("a,b\r\n\"1,2\",\"say \"\"hi\"\"\nthere\"\r\n,\n\nz,\"\"\r") == "a;b;@1|1,2;say \"hi\"\nthere;@2|;;@4|z;;@6|");
  CHECK(rows_of("\xEF\xBB\xBFone") == "one;@1|");
  CHECK(rows_of("").empty());
}

TEST_CASE("broken CSV is an error with its line, and ends the file", "[assess][facts]") {
  CHECK(rows_of("a\nb,\"open\nstill\n") == "a;@1|error:2");
  CHECK(rows_of("a\n\"x\"y,b\nc\n") == "a;@1|error:2");
}

TEST_CASE("a paper is found by its DOI in any case and behind any resolver, and by its PMID", "[assess][facts]") {
  const RetractionList list =
      listed("1,Pills and hearts,+Data made up;+Breach of policy;,5/1/2023 0:00,10.5555/NOTE.9,0,10.5555/Pill.7,0012345,Retraction\r\n");
  const Retraction* by_doi = list.find({"10.5555/pill.7", ""});
  REQUIRE(by_doi != nullptr);
  CHECK(by_doi == list.find({"", "12345"}));
  CHECK(by_doi->date == "2023-05-01");
  CHECK(by_doi->notice == "10.5555/note.9");
  CHECK(by_doi->reason == "Data made up; Breach of policy");
  CHECK(list.find({"10.5555/pill.70", ""}) == nullptr);
  CHECK(list.find({"", "0"}) == nullptr);
}

TEST_CASE("a correction is no retraction, a reinstatement takes one back, and a retraction outweighs an expression of concern", "[assess][facts]") {
  const RetractionList list = listed(
      "1,a,,1/2/2020 0:00,,0,10.5555/a,0,Correction\n2,b,,1/2/2020 0:00,,0,10.5555/b,0,Retraction\n3,b,,1/2/2021 0:00,,0,10.5555/b,0,Reinstatement\n"
      "4,c,,1/2/2020 0:00,,0,10.5555/c,0,Expression of concern\n5,c,,6/2/2021 0:00,,0,10.5555/c,0,Retraction\n6,d,,not a day,,0,unavailable,0,Retraction\n");
  CHECK(list.find({"10.5555/a", ""}) == nullptr);
  CHECK(list.find({"10.5555/b", ""}) == nullptr);
  REQUIRE(list.find({"10.5555/c", ""}) != nullptr);
  CHECK(list.find({"10.5555/c", ""})->date == "2021-06-02");
}

TEST_CASE("cells with markup, formulas, controls and Latin-1 stay words", "[assess][facts]") {
  const RetractionList list = listed(
      "1,\"=HYPERLINK(\"\"x\"\")<script>\",+Pl\xE9"
      "agiat\x01;,1/2/2020 0:00,,0,10.5555/e,0,Retraction\n");
  REQUIRE(list.find({"10.5555/e", ""}) != nullptr);
  CHECK(list.find({"10.5555/e", ""})->title == "=HYPERLINK(\"x\")<script>");
  CHECK(list.find({"10.5555/e", ""})->reason == "Pl\u00e9agiat ");
}

TEST_CASE("a list without its columns, or with a short row, is an error with file and line", "[assess][facts]") {
  RetractionList list;
  const auto other = list.add("l.csv", "DOI,Nature\n10.5555/a,Retraction\n");
  REQUIRE(!other);
  CHECK(other.error().size() == 2);
  CHECK(to_string(other.error()[0]) == "l.csv:1: error: the column OriginalPaperDOI is missing");
  const auto shorter = list.add("l.csv", std::string(kHeader) + "1,2,3\n");
  REQUIRE(!shorter);
  CHECK(shorter.error()[0].line == 2);
  CHECK(list.empty());
}

TEST_CASE("what a citation is looked up by: DOI, PMID, addresses of doi.org and PubMed, and nothing else", "[assess][facts]") {
  const auto id_of = [](std::string_view words, const char* kind) {
    const Document document = Made().block(Zone::body, words).finding("source.cited"_label, words, {{"kind", kind}}).document();
    const SourceId id = identify(document, document.annotations.back());
    return id.doi + "|" + id.pmid;
  };
  CHECK(id_of("doi: 10.5555/Ab.C(1).", "doi") == "10.5555/ab.c(1)|");
  CHECK(id_of("PMID: 0037511", "pmid") == "|37511");
  CHECK(id_of("https://doi.org/10.5555/x", "url") == "10.5555/x|");
  CHECK(id_of("https://pubmed.ncbi.nlm.nih.gov/123/", "url") == "|123");
  CHECK(id_of("https://example.org/10.5555/x", "url") == "|");
  CHECK(id_of("NCT01234567", "nct") == "|");
}

TEST_CASE("PubMed's XML gives title, whole abstract, PMID and DOI, however it is cut into blocks", "[assess][facts]") {
  for (const std::size_t block : {std::size_t{1}, std::size_t{7}, std::size_t{100000}}) {
    std::string fault;
    const auto records = read_xml(kSet, block, fault);
    CHECK(fault.empty());
    REQUIRE(records.size() == 1);
    CHECK(records[0].pmid == "91");
    CHECK(records[0].doi == "10.5555/tea.1");
    CHECK(records[0].title == "Tea & sleep");
    CHECK(records[0].abstract == "Tea was linked to sleep. More work is needed.");
  }
}

TEST_CASE("XML that declares entities, nests without end or is cut short is refused with its line", "[assess][facts]") {
  std::string fault;
  read_xml("<!DOCTYPE a [\n<!ENTITY x \"yyyy\">]>\n<a>&x;</a>", 9, fault);
  CHECK(fault == "2: declares an entity");
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "<a>";
  read_xml(deep, 50, fault);
  CHECK(fault == "1: nests its elements too deeply");
  read_xml("<PubmedArticleSet>\n<PubmedArticle>", 50, fault);
  CHECK(fault.starts_with("2: "));
}

TEST_CASE("records of JSON lines may name the PMID as a number; those without an abstract are passed over", "[assess][facts]") {
  std::vector<SourceRecord> out;
  const TakeRecord take = [&](SourceRecord r) { out.push_back(std::move(r)); };
  CHECK(read_source_line(R"({"pmid": 12, "doi": "https://doi.org/10.5555/Q", "title": "T", "abstract": "A."})", take).empty());
  CHECK(read_source_line(R"({"pmid": "13", "title": "T"})", take).empty());
  CHECK(read_source_line("", take).empty());
  CHECK(!read_source_line("[1]", take).empty());
  REQUIRE(out.size() == 1);
  CHECK(out[0].pmid == "12");
  CHECK(out[0].doi == "10.5555/q");
}

TEST_CASE("a cited paper that was retracted is a mismatch and a finding where it is cited", "[assess][facts]") {
  const RetractionList list = listed("1,t,+Error in data;,5/1/2023 0:00,10.5555/n,0,10.5555/p,0,Retraction\n");
  Document document =
      Made().block(Zone::body, "Pills help hearts, says doi: 10.5555/p today.").finding("source.cited"_label, "doi: 10.5555/p", {{"kind", "doi"}}).document();
  const auto cited = static_cast<std::uint32_t>(document.annotations.size() - 1);
  SourceFacts facts(1);
  facts[0] = {{"10.5555/p", ""}, {cited}, list.find({"10.5555/p", ""}), {}};
  const auto marks = mark_retracted(document, facts);
  REQUIRE(marks.size() == 1);
  CHECK(marks[0].label == "source.retracted"_label);
  CHECK(marks[0].attribute("date") == "2023-05-01");
  const Assessment assessment = assess(document, Labels(), LearnedTables(), facts);
  REQUIRE(assessment.mismatches.size() == 1);
  CHECK(assessment.mismatches[0].kind == "retracted-source");
  CHECK(assessment.mismatches[0].message ==
        "“doi: 10.5555/p” cites a paper that was retracted on 2023-05-01; the reasons given: Error in data; the notice: doi 10.5555/n.");
}

TEST_CASE("chances of two strengths are compared class by class, and the answer leans to the same", "[assess][facts]") {
  ClaimStrength causal, linked, unsure;
  causal.chance = {0, 0, 0, 1};
  linked.chance = {0, 1, 0, 0};
  unsure.chance = {0.25, 0.25, 0.25, 0.25};
  CHECK(decide(compare_strengths(causal, linked)) == Comparison::exaggerates);
  CHECK(decide(compare_strengths(linked, causal)) == Comparison::downplays);
  CHECK(decide(compare_strengths(linked, linked)) == Comparison::same);
  const auto chances = compare_strengths(unsure, unsure);
  CHECK(chances[0] == Approx(0.375));
  CHECK(chances[1] == Approx(0.25));
}

TEST_CASE("the sentence beside the citation is compared with the abstract's strongest, and both are quoted", "[assess][facts]") {
  const auto model = StrengthModel::parse("s.tsv",
                                          "feature\tnone\tcorrelational\tconditional-causal\tcausal\nbias\t-2\t-2\t-2\t-2\n"
                                          "strength=causal\t-5\t-5\t-5\t8\nstrength=correlational\t-5\t8\t-5\t-5\n");
  REQUIRE(model);
  Document paper = Made()
                       .block(Zone::title, "Walnuts and memory")
                       .block(Zone::body, "Eating walnuts was associated with better memory scores.")
                       .finding("claim.effect"_label, "associated with", {{"strength", "correlational"}})
                       .document();
  const Document article = Made()
                               .block(Zone::title, "Nuts")
                               .block(Zone::body, "Eating walnuts improves memory, says doi: 10.5555/w.")
                               .finding("source.cited"_label, "doi: 10.5555/w", {{"kind", "doi"}})
                               .finding("claim.effect"_label, "improves", {{"strength", "causal"}})
                               .document();
  SourceFacts facts(1);
  facts[0] = {{"10.5555/w", ""}, {static_cast<std::uint32_t>(article.annotations.size() - 2)}, nullptr, paper};
  LearnedTables tables;
  tables.strength = *model;
  const Assessment assessment = assess(article, Labels(), tables, facts);
  REQUIRE(assessment.sources.size() == 1);
  const CitedSource& source = assessment.sources[0];
  CHECK(source.comparison == Comparison::exaggerates);
  CHECK(source.source_claim == "Eating walnuts was associated with better memory scores.");
  CHECK(article.words(source.claim) == "Eating walnuts improves memory, says doi: 10.5555/w.");
  const auto is_kind = [](const Mismatch& m) { return m.kind == "exceeds-source"; };
  const auto found = std::find_if(assessment.mismatches.begin(), assessment.mismatches.end(), is_kind);
  REQUIRE(found != assessment.mismatches.end());
  CHECK(found->message.find("“Eating walnuts improves memory, says doi: 10.5555/w.”") != std::string::npos);
  CHECK(found->message.find("“Eating walnuts was associated with better memory scores.”") != std::string::npos);

  facts[0].abstract = Made().block(Zone::title, "Cars").block(Zone::body, "Engines were associated with noise in cities.").document();
  CHECK(assess(article, Labels(), tables, facts).sources[0].comparison == Comparison::not_compared);
}
