#include "render/jsonl.h"
#include "core/unicode.h"
#include "render/findings.h"
#include "render/json.h"
#include "sample.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace hypeline;
using json = nlohmann::ordered_json;

namespace {

std::vector<std::string> keys(const json& object) {
  std::vector<std::string> out;
  for (const auto& [key, value] : object.items()) out.push_back(key);
  return out;
}

json record(const Article& article) { return json::parse(write_jsonl(article, sample::context())); }

std::string by_code_points(const std::string& text, std::uint32_t begin, std::uint32_t end) {
  std::string out;
  std::uint32_t n = 0;
  for (std::size_t at = 0; at < text.size(); ++n) {
    const CodePoint c = decode_at(text, at);
    if (n >= begin && n < end) out += text.substr(at, c.size);
    at += c.size;
  }
  return out;
}

}  // namespace

TEST_CASE("a JSON writer sets commas and fixed decimals", "[render][json]") {
  Json w;
  w.open('{').key("a").open('[').number(1).open('[').close(']').open('{').close('}').close(']');
  w.key("b").fixed(0.125, 2).key("c").fixed({}, 1).key("d").boolean(true).key("e").range({3, 4}).key("f:").string("x:").key("g").null().close('}');
  CHECK(std::move(w).finish() == R"({"a":[1,[],{}],"b":0.12,"c":null,"d":true,"e":[3,4],"f:":"x:","g":null})");
}

TEST_CASE("a short article is this line", "[render][jsonl][golden]") {
  sample::Draft d("p.txt");
  d.block(Zone::title, "Café").block(Zone::body, "A new hope.");
  d.mark("hype.hope", "new hope", 1).confidence = 0.93F;
  d.document().meta.title = "Café";
  d.document().source = {"in/p.txt", "00", {0, 20}, "UTF-8", "utf-8", {{"control", "", 2, true}}};
  d.article().assessment =
      Assessment{4, {1, 0, {}, {}, {}, "too short to rate", {d.last()}}, {{"cost", "Cost", Verdict::not_applicable, {}, "No.", {}}}, {}, 0, 0.5};
  CHECK(
      write_jsonl(d.article(), sample::context()) ==
      R"({"schema":"hypeline/1","id":"p.txt","input":"p.txt","source":{"path":"in/p.txt","sha256":"00","bytes":[0,20],"charset":"UTF-8","charset_from":"utf-8",)"
      R"("repairs":[{"kind":"control","count":2,"lossy":true,"codec":""}]},"meta":{"title":"Café","url":"","site":"","published":"","byline":"","language":""},)"
      R"("text":"Café\n\nA new hope.\n\n","offset_unit":"unicode-code-point","text_sha256":"f9468c8fb76a499f920cec5b0dfe165539c9c0b25306423ae19e81191daf2c97",)"
      R"("zones":[["title",0,6],["body",6,19]],"sentences":[[0,4],[6,17]],)"
      R"("annotations":[{"id":"a6","label":"hype.hope","begin":8,"end":16,"source":[9,17],"text":"new hope","rule":"offer-hope","zone":"body","negated":false,)"
      R"("quoted":null,"hypothetical":false,"hedged_by":[],"damaged":false,"confidence":0.93,"fingerprint":"994f3e00f2c11f58","attributes":{}}],)"
      R"("assessment":{"words":4,"promotional_load":{"count":1,"per_1000":null,"low":null,"high":null,"band":"too short to rate","quoted":0,"annotations":["a6"]},)"
      R"("criteria":[{"id":"cost","verdict":"not-applicable","probability":null,"annotations":[],"reason":"No."}],"mismatches":[],"ignored":0,"priority":0.50},)"
      R"("tool":{"version":"0.1.0","lexicon_digest":"af2bdbe1aa9b6ec1e2ade1d694f41fc71a831d0268e9891562113d8a62add1bf"}})"
      "\n");
}

TEST_CASE("the keys of a record stand in the design's order", "[render][jsonl]") {
  const json r = record(sample::news());
  using Keys = std::vector<std::string>;
  CHECK(keys(r) ==
        Keys{"schema", "id", "input", "source", "meta", "text", "offset_unit", "text_sha256", "zones", "sentences", "annotations", "assessment", "tool"});
  CHECK(keys(r["annotations"][0]) == Keys{"id", "label", "begin", "end", "source", "text", "rule", "zone", "negated", "quoted", "hypothetical", "hedged_by",
                                          "damaged", "confidence", "fingerprint", "attributes"});
  CHECK(keys(r["assessment"]) == Keys{"words", "promotional_load", "criteria", "mismatches", "ignored", "priority"});
}

TEST_CASE("an annotation's offsets are code points of the text in the same line", "[render][jsonl]") {
  for (const Article& article : sample::all()) {
    const json r = record(article);
    if (r.contains("rejected")) continue;
    for (const json& a : r["annotations"]) CHECK(by_code_points(r["text"], a["begin"], a["end"]) == a["text"]);
  }
}

TEST_CASE("only findings are annotations, and every reference is to one of them", "[render][jsonl]") {
  for (const Article& article : sample::all()) {
    const json r = record(article);
    if (r.contains("rejected")) continue;
    std::vector<std::string> ids;
    for (const json& a : r["annotations"]) {
      ids.push_back(a["id"]);
      CHECK_FALSE(a["label"].get<std::string>().starts_with("structure."));
    }
    const auto known = [&](const json& list) {
      for (const json& id : list) CHECK(std::find(ids.begin(), ids.end(), id) != ids.end());
    };
    known(r["assessment"]["promotional_load"]["annotations"]);
    for (const json& c : r["assessment"]["criteria"]) known(c["annotations"]);
    for (const json& m : r["assessment"]["mismatches"]) known(m["annotations"]);
    for (const json& a : r["annotations"]) known(a["hedged_by"]);
  }
}

TEST_CASE("quoted tells who speaks: null, a name, or an empty string where nobody is named", "[render][jsonl]") {
  const json r = record(sample::news());
  CHECK(r["annotations"][0]["quoted"].is_null());
  CHECK(r["annotations"][7]["quoted"] == "Dr Ada Lindqvist");
  const json other = record(sample::advertorial());
  for (const json& a : other["annotations"])
    if (a["label"] == "promotion.testimonial") CHECK(a["quoted"] == "");
}

TEST_CASE("zones are merged where neighbours are of the same kind", "[render][jsonl]") {
  const json r = record(sample::news());
  const json& zones = r["zones"];
  for (std::size_t i = 1; i < zones.size(); ++i) {
    CHECK(zones[i][0] != zones[i - 1][0]);
    CHECK(zones[i][1] == zones[i - 1][2]);
  }
}

TEST_CASE("what has no source bytes says so", "[render][jsonl]") {
  Article article;
  TextBuilder builder(Text::raw("ab"));
  builder.keep({0, 1});
  builder.insert("hope");
  builder.keep({1, 2});
  article.document.text = std::move(builder).finish();
  article.document.annotations.push_back(structure({1, 5}, "hype.hope"_label));
  article.document.annotations.push_back(structure({5, 6}, "hype.hope"_label));
  const json r = record(article);
  CHECK(r["annotations"][0]["source"].is_null());
  CHECK(r["annotations"][1]["source"] == json::array({1, 2}));
  CHECK(r["annotations"][0]["rule"].is_null());
}

TEST_CASE("a fingerprint is made of label, rule and the words around, never of places", "[render][jsonl]") {
  const auto print = [](std::string_view before, std::string_view label = "hype.hope", RuleId rule = 1) {
    sample::Draft d("x");
    d.block(Zone::body, std::string(before) + "One two, Three four offers hope: five six seven eight nine ten.");
    const Annotation a = d.mark(label, "offers hope", rule);
    return fingerprint(d.document(), a, sample::context());
  };
  CHECK(print("") == print("Much new text 123 before it. "));
  CHECK(print("", "hype.certainty") != print(""));
  CHECK(print("", "hype.hope", 2) != print(""));
  CHECK(print("").size() == 16);
}

TEST_CASE("a rejected input is a short line with its reason, and its name is kept to the byte", "[render][jsonl]") {
  const std::string line = write_jsonl(sample::rejected("a\xFF\n", "binary", "No text."), sample::context());
  CHECK(is_valid_utf8(line));
  CHECK(line.find('\n') == line.size() - 1);
  const json r = json::parse(line);
  CHECK(keys(r) == std::vector<std::string>{"schema", "id", "id_hex", "input", "source", "rejected"});
  CHECK(r["id_hex"] == "61ff0a");
  CHECK(r["source"]["path_hex"] == "696e2f61ff0a");
  CHECK(r["rejected"]["reason"] == "binary");
}

TEST_CASE("a rejected article keeps the text that could be read, and no findings", "[render][jsonl]") {
  sample::Draft d("de.html");
  d.block(Zone::title, "Neue Hoffnung").block(Zone::body, "Ein Wundermittel.");
  d.mark("hype.hope", "Hoffnung");
  d.document().rejected = Rejection{"not-english", "The text is German."};
  const json r = record(d.article());
  CHECK(r["rejected"]["reason"] == "not-english");
  CHECK(r["text"] == "Neue Hoffnung\n\nEin Wundermittel.\n\n");
  CHECK(r["zones"].size() == 2);
  CHECK_FALSE(r.contains("annotations"));
  CHECK_FALSE(r.contains("assessment"));
}
