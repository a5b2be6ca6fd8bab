#include "ingest/readers.h"
#include "golden.h"
#include "ingest/jsonl.h"
#include "structure_checks.h"

#include <catch2/catch.hpp>

using namespace hypeline;

namespace {

std::vector<Document> read(std::string bytes, std::string path = "page.txt") {
  Input input;
  input.id = input.path = std::move(path);
  input.bytes = std::move(bytes);
  return read_input(input);
}

std::string reason(const std::vector<Document>& documents) { return documents.at(0).rejected ? documents[0].rejected->reason : ""; }

std::vector<std::string> zone_names(const Document& document) {
  std::vector<std::string> out;
  for (const Annotation& a : document.annotations)
    if (a.label == "structure.paragraph"_label) out.emplace_back(name(a.zone));
  return out;
}

std::string long_paragraph(const std::string& words) {
  std::string out;
  for (int i = 0; i < 4; ++i) out += "The " + words + " matter here, and the " + words + " are what this is about. ";
  return out;
}

}  // namespace

TEST_CASE("one short text comes back as it is, in one body zone", "[ingest][readers]") {
  const auto documents = read_record(R"({"id":"a","text":"Levels were normal.  Nobody fell ill."})", "x");
  REQUIRE(documents.size() == 1);
  CHECK(documents[0].id == "a");
  CHECK(documents[0].text.view() == "Levels were normal.  Nobody fell ill.");
  CHECK(zone_names(documents[0]) == std::vector<std::string>{"body"});
  CHECK(documents[0].layer("structure.sentence"_label).size() == 2);
  CHECK(documents[0].source.bytes == Span{0, 37});
}

TEST_CASE("a record's title goes before its text and has no source", "[ingest][readers]") {
  const auto documents = read_record(R"({"id":"a","title":"Knees","text":"They bend."})", "x");
  CHECK(documents[0].text.view() == "Knees\n\nThey bend.");
  CHECK(zone_names(documents[0]) == std::vector<std::string>{"title", "body"});
  CHECK_FALSE(documents[0].text.to_source({0, 5}));
  CHECK(documents[0].text.to_source({7, 17}) == Span{0, 10});
}

TEST_CASE("a record's title that already heads its text is not put twice", "[ingest][readers]") {
  const auto documents = read_record(R"({"title":"Knees bend","body":"Knees bend\n\nThey bend both ways, some of them."})", "line:7");
  CHECK(documents[0].id == "line:7");
  CHECK(documents[0].text.view().starts_with("Knees bend\n\nThey"));
  CHECK(zone_names(documents[0]) == std::vector<std::string>{"title", "body"});
}

TEST_CASE("records that cannot be read are rejected with a reason", "[ingest][readers]") {
  CHECK(reason(read_record("[1,2]", "x")) == "bad-record");
  CHECK(reason(read_record("{\"id\":", "x")) == "bad-record");
  CHECK(reason(read_record(R"({"id":"a"})", "x")) == "bad-record");
  CHECK(reason(read_record("{\"text\":\"\xff\"}", "x")) == "bad-record");
  CHECK(read_record(R"({"id":"kept","text":" "})", "x")[0].id == "kept");
}

TEST_CASE("files that hold no text are rejected with a reason", "[ingest][readers]") {
  CHECK(reason(read("")) == "empty");
  CHECK(reason(read("\n \n")) == "empty");
  CHECK(reason(read("<html><body><img src=x></body></html>", "a.html")) == "empty");
  CHECK(reason(read("%PDF-1.4 and so on")) == "binary");
  CHECK(reason(read(std::string(5000, '\0'))) == "binary");
}

TEST_CASE("text in another language is rejected, short text is not", "[ingest][readers]") {
  std::string german;
  for (int i = 0; i < 5; ++i) german += "Die Patienten wurden über mehrere Monate begleitet, und es ging ihnen danach deutlich besser als zuvor. ";
  CHECK(reason(read(german)) == "not-english");
  CHECK(reason(read("Guten Tag.")).empty());
}

TEST_CASE("a text file that holds a page is read as a page", "[ingest][readers]") {
  const auto documents = read("<!DOCTYPE html><title>T</title><p>One.<p>Two.");
  CHECK(documents[0].text.view() == "One.\n\nTwo.");
}

TEST_CASE("UTF-16 text is no binary", "[ingest][readers]") {
  std::string wide = "\xff\xfe";
  for (const char c : std::string("A miracle cure.")) (wide += c) += '\0';
  CHECK(read(wide)[0].text.view() == "A miracle cure.");
}

TEST_CASE("zones of the golden cases", "[ingest][zones]") {
  for (const auto& lines : golden_cases("zones/cases.txt")) {
    std::string text;
    std::vector<std::string> zones;
    for (const std::string& line : lines) {
      zones.push_back(line.substr(0, line.find(" | ")));
      (text += text.empty() ? "" : "\n\n") += line.substr(line.find(" | ") + 3);
    }
    const auto documents = read(text);
    REQUIRE(documents.size() == 1);
    CHECK(zone_names(documents[0]) == zones);
    CHECK(structure_fault(documents[0]).empty());
  }
}

TEST_CASE("articles of the golden cases start where they should", "[ingest][split]") {
  for (const auto& lines : golden_cases("split/cases.txt")) {
    std::string text;
    std::vector<std::uint32_t> starts;
    for (std::string line : lines) {
      if (!text.empty()) text += "\n\n";
      if (line.starts_with("== ")) {
        starts.push_back(static_cast<std::uint32_t>(text.size()));
        line = line.substr(3);
      }
      text += line.starts_with("%long ") ? long_paragraph(line.substr(6)) : line;
    }
    std::vector<std::uint32_t> found;
    for (const Document& document : read(text)) {
      found.push_back(document.source.bytes.begin);
      CHECK(structure_fault(document).empty());
    }
    INFO(text.substr(0, 200));
    CHECK(found == starts);
  }
}

TEST_CASE("several articles are numbered and share the whole source", "[ingest][split]") {
  const std::string text = "Knees\n\nKnees\n\n" + long_paragraph("knee joint") + "\n\nSleep\n\nSleep\n\n" + long_paragraph("bed pillow");
  const auto documents = read(text);
  REQUIRE(documents.size() == 2);
  CHECK(documents[1].id == "page.txt#2");
  CHECK(documents[1].input == "page.txt");
  CHECK(documents[1].meta.title == "Sleep");
  CHECK(documents[1].text.source() == text);
  CHECK(documents[0].source.sha256 == documents[1].source.sha256);
}

TEST_CASE("hard-wrapped lines are one paragraph, short lines are one each", "[ingest][readers]") {
  const std::string wrapped =
      "This paragraph was wrapped by a mail program at some seventy columns,\n"
      "as such programs do, and should be read as one stretch of running text\n"
      "and not as four sentences that each stop in the middle of nothing at\n"
      "all.";
  CHECK(read(wrapped)[0].layer("structure.paragraph"_label).size() == 1);
  CHECK(read("One thing.\nAnother thing.\nA third.")[0].layer("structure.paragraph"_label).size() == 3);
}
