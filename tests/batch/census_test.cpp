#include "batch/census.h"
#include "batch/run.h"
#include "folder.h"

#include <nlohmann/json.hpp>

using namespace hypeline;
using Json = nlohmann::json;

namespace {

const std::string kAbout = "Our newsroom is paid for by its readers and by nobody else in the whole wide world.";

/// Sentences that no other seed has.
std::string prose(int seed, int sentences = 5) {
  std::string out;
  for (int i = 0; i < sentences; ++i)
    out += "Patient " + std::to_string(seed * 100 + i) + " slept for some hours more on day " + std::to_string(seed + i) + " of the trial, the team said. ";
  return out;
}

std::string article(int seed) { return "What trial " + std::to_string(seed) + " found\n\n" + prose(seed) + "\n\n" + kAbout + "\n\n" + prose(seed + 50) + "\n"; }

/// By input, the zone of the text that begins with `words`; empty where it is none of one zone's first words.
std::map<std::string, std::string> zones_of(const std::string& out, const std::string& words) {
  std::map<std::string, std::string> zones;
  std::ifstream in(out + "/annotations.jsonl");
  for (std::string line; std::getline(in, line);) {
    const Json record = Json::parse(line);
    const std::string text = record["text"];
    const std::size_t at = text.find(words);
    if (at == std::string::npos) continue;
    for (const Json& zone : record["zones"])
      if (zone[1].get<std::size_t>() <= at && at < zone[2].get<std::size_t>()) zones[record["input"]] = zone[0];
  }
  return zones;
}

std::map<std::string, std::string> annotate(const Folder& in, const std::string& words, bool one_pass = false) {
  static const auto resources = load_resources(HYPELINE_ROOT "/lexicons");
  RunOptions options;
  options.jobs = 3;
  options.one_pass = one_pass;
  std::filesystem::remove_all(in / "out");
  annotate_folders({in / "in"}, in / "out", **resources, options);
  return zones_of(in / "out", words);
}

int count(const std::map<std::string, std::string>& zones, std::string_view zone) {
  return static_cast<int>(std::ranges::count(zones, zone, [](const auto& pair) { return pair.second; }));
}

}  // namespace

TEST_CASE("a paragraph on five pages of a site that differ otherwise is boilerplate", "[batch][census]") {
  const Folder in;
  for (int i = 0; i < 5; ++i) in.write("in/site/" + std::to_string(i) + ".txt", article(i));
  for (int i = 5; i < 9; ++i) in.write("in/other/" + std::to_string(i) + ".txt", article(i));
  const auto zones = annotate(in, kAbout);
  CHECK(zones.size() == 9);
  CHECK(count(zones, "boilerplate") == 5);
  CHECK(zones.at("site/0.txt") == "boilerplate");
  CHECK(zones.at("other/5.txt") == "body");
  CHECK(count(annotate(in, "Patient"), "body") == 9);
  CHECK(count(annotate(in, kAbout, true), "boilerplate") == 0);
}

TEST_CASE("copies of one article do not make its paragraphs boilerplate", "[batch][census]") {
  const Folder in;
  for (int i = 0; i < 8; ++i) in.write("in/site/" + std::to_string(i) + ".txt", article(1) + "\nPrinted for reader " + std::to_string(i) + " of this page.\n");
  CHECK(count(annotate(in, kAbout), "body") == 8);
  CHECK(count(annotate(in, "Patient"), "body") == 8);
}

TEST_CASE("records belong to the site of their address, pages to that of theirs", "[batch][census]") {
  const Folder in;
  std::string records;
  for (int i = 0; i < 6; ++i) {
    const std::string host = i < 5 ? (i % 2 == 0 ? "https://www.News.example/" : "http://news.example:80/") : "https://else.example/";
    records += Json{{"url", host + std::to_string(i)}, {"text", article(i)}}.dump() + "\n";
  }
  in.write("in/r.jsonl", records);
  const auto zones = annotate(in, kAbout);
  CHECK(count(zones, "boilerplate") == 5);
  CHECK(zones.at("r.jsonl:6") == "body");
}

TEST_CASE("short items of lists are boilerplate only where half of the site has them", "[batch][census]") {
  const auto page = [](int i, const std::string& item) {
    return "<html><head><title>T</title></head><body><article><h1>What trial " + std::to_string(i) + " found</h1><p>" + prose(i) + "</p><p>" + prose(i + 50) +
           "</p><ul><li>Sleep of patient " + std::to_string(i) + " and of nobody else in the trial</li><li>" + item + "</li></ul><p>" + prose(i + 90) +
           "</p></article></body></html>";
  };
  Census some;
  Census many;
  for (int i = 0; i < 20; ++i) {
    PagePrint print{7, {{static_cast<std::uint64_t>(1000 + i), 500}}};
    if (i < 6) print.blocks.push_back({1, 10});
    some.add(print);
    if (i < 6) print.blocks.pop_back();
    if (i < 12) print.blocks.push_back({1, 10});
    many.add(print);
  }
  CHECK_FALSE(some.repeated().contains(1));
  CHECK(many.repeated().contains(1));
  const Folder in;
  for (int i = 0; i < 12; ++i) in.write("in/" + std::to_string(i) + ".html", page(i, i < 5 ? "Headache in the morning" : "Trial " + std::to_string(i)));
  CHECK(count(annotate(in, "Headache in the morning"), "boilerplate") == 0);
}

TEST_CASE("the count does not depend on the order of the pages", "[batch][census]") {
  std::vector<PagePrint> pages;
  for (std::uint64_t i = 0; i < 40; ++i) pages.push_back({i % 3, {{1 + i % 3, 100}, {10 + i % 7, 60}, {1000 + i, 90}}});
  const auto found = [&] {
    Census census;
    for (const PagePrint& page : pages) census.add(page);
    const RepeatedBlocks repeated = census.repeated();
    std::vector<bool> out;
    for (std::uint64_t hash = 0; hash < 2000; ++hash) out.push_back(repeated.contains(hash));
    return out;
  };
  const auto first = found();
  std::ranges::reverse(pages);
  CHECK(found() == first);
  CHECK(std::ranges::count(first, true) > 0);
}
