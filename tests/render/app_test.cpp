#include "render/app.h"
#include "core/unicode.h"
#include "render/findings.h"
#include "render/reasons.h"
#include "sample.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

using namespace hypeline;
using nlohmann::json;

namespace {

json data_of(const std::string& script) {
  const std::size_t open = script.find('(');
  REQUIRE(script.ends_with(");\n"));
  return json::parse(script.substr(open + 1, script.size() - open - 4));
}

std::vector<IndexRow> rows() {
  std::vector<IndexRow> out;
  for (const Article& article : sample::all()) out.push_back(summarise(article, sample::context()));
  return out;
}

/// The numbers of a column of data.js.
std::vector<std::size_t> column(const json& data, const char* name) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const std::string packed = data["columns"][name];
  const std::size_t count = data["count"], size = packed.size() / count;
  std::vector<std::size_t> out(count);
  for (std::size_t i = 0; i < packed.size(); ++i) out[i / size] = out[i / size] * 64 + kDigits.find(packed[i]);
  return out;
}

/// Of UTF-16, in valid UTF-8: one a lead byte, two where four bytes follow each other.
std::size_t code_units(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }) +
                                  std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xF0; }));
}

}  // namespace

TEST_CASE("an article's data holds its text, and every finding's words stand at its code points", "[render][app]") {
  const Article article = sample::news();
  const json data = json::parse(app_article(article, sample::context()));
  CHECK(data["text"] == article.document.text.view());
  CHECK(data["criteria"].size() == 10);
  CHECK(data["mismatches"].size() == 2);
  REQUIRE(data["findings"].size() > 20);
  const CodePointIndex points(article.document.text.view());
  const std::vector<std::uint32_t> order = findings(article.document, sample::context());
  std::uint32_t begin = 0;
  for (std::size_t n = 0; n < order.size(); ++n) {
    const json& finding = data["findings"][n];
    const Span span = article.document.annotations[order[n]].span;
    begin += finding[0].get<std::uint32_t>();
    CHECK(begin == points.at(span.begin));
    CHECK(begin + finding[1].get<std::uint32_t>() == points.at(span.end));
    CHECK(finding[5].get<std::string>().size() == 16);
  }
}

TEST_CASE("a source leads to its address and to the claims beside it", "[render][app]") {
  const json data = json::parse(app_article(sample::news(), sample::context()));
  std::map<std::string, std::string> address;
  for (const json& source : data["sources"]) address[source[1]] = source[2].get<std::string>() + source[3].get<std::string>();
  CHECK(address["doi"] == "https://doi.org/10.5555/wl.2026.0117");
  CHECK(address["pmid"] == "https://pubmed.ncbi.nlm.nih.gov/39990001");
  CHECK(address["nct"] == "https://clinicaltrials.gov/study/NCT05550001");
}

TEST_CASE("no script of the data can end its element or hide a line", "[render][app][security]") {
  for (const Article& article : sample::all()) {
    if (article.document.rejected) continue;
    const std::string script = app_article(article, sample::context());
    CHECK(script.find('<') == std::string::npos);
    CHECK(script.find("\xE2\x80\xA8") == std::string::npos);
    CHECK(script.find('\n') == std::string::npos);
    CHECK(app_article_file(script).find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/=(.\");\n") == std::string::npos);
  }
  const html::Rows all = html::split(rows());
  for (const std::string& script : {app_data(all.articles, sample::context()), app_rules(all.articles, sample::context())})
    CHECK(script.find('<') == std::string::npos);
}

TEST_CASE("the index has each article's name and numbers in the order of priority", "[render][app]") {
  const html::Rows all = html::split(rows());
  const json data = data_of(app_data(all.articles, sample::context()));
  const auto ends = column(data, "end"), words = column(data, "words"), loads = column(data, "load"), places = column(data, "order");
  REQUIRE(data["count"] == all.articles.size());
  std::string names;
  for (std::size_t i = 0; i < all.articles.size(); ++i) {
    const IndexRow& row = all.articles[i];
    names += row.key + ' ' + html::shorten(row.title, 90);
    CHECK(ends[i] == code_units(names));
    CHECK(words[i] == row.words);
    CHECK(loads[i] == (row.per_1000 ? static_cast<std::size_t>(std::lround(*row.per_1000 * 10) + 1) : 0));
    CHECK(row.title.starts_with("Groundbreaking") == (places[i] == 1));
  }
  CHECK(data["names"] == names);
  CHECK_FALSE(data["columns"].contains("copy"));  // nothing but zeros
}

TEST_CASE("a note says why in a sentence, by label and attribute", "[render][app]") {
  const Labels& labels = *sample::context().labels;
  Annotation a = structure({0, 1}, "claim.effect"_label);
  const Label& claim = *labels.find("claim.effect"_label);
  CHECK(reason_of(a, claim).sentence == html::as_sentence(claim.meaning));
  a.attributes.emplace_back("strength", "correlational");
  CHECK(reason_of(a, claim).sentence == "Says that two things go together, not that one causes the other.");
  CHECK(reason_of(a, claim).key == "strength");
  for (const NoteReason& reason : note_reasons()) {
    INFO(reason.sentence);
    CHECK(labels.find(label_id(reason.label)) != nullptr);
    CHECK(reason.sentence.ends_with('.'));
  }
}

TEST_CASE("rising numbers are packed as differences", "[render][app]") {
  CHECK(pack({}).empty());
  CHECK(pack({0, 1, 2}) == "AAA");
  CHECK(pack({31, 63, 64}) == "ffA");
  CHECK(pack({32}) == "gB");
}

TEST_CASE("the rules tell in which rows they fire", "[render][app]") {
  const html::Rows all = html::split(rows());
  const json data = data_of(app_rules(all.articles, sample::context()));
  REQUIRE(data.size() == sample::context().rules.size());
  CHECK(data[0][0] == "groundbreaking");
  CHECK_FALSE(data[0][4].get<std::string>().empty());
}

TEST_CASE("what deflated data points back into is ASCII and fits the window", "[render][app]") {
  CHECK(app_usual().size() < 32768);
  CHECK(std::all_of(app_usual().begin(), app_usual().end(), [](char c) { return c >= ' ' && c <= '~'; }));
}
