#include "batch/run.h"
#include "../ingest/packed.h"
#include "batch/publish.h"
#include "folder.h"

#include <nlohmann/json.hpp>

#include <fcntl.h>

using namespace hypeline;
using Json = nlohmann::json;

namespace {

const Resources& shipped() {
  static const auto resources = load_resources(HYPELINE_ROOT "/lexicons");
  REQUIRE(resources.has_value());
  return **resources;
}

void fill(const Folder& in) {
  in.write("in/good.txt",
           "New pill helps\n\nA groundbreaking pill cured mice in a study. Researchers said it may help people one day, if all goes well in trials.\n");
  in.write("in/page.html",
           "<html><head><title>T</title></head><body><article><h1>Tea and sleep</h1><p>Tea drinkers slept longer in a survey of 200 adults, said the "
           "team.</p></article></body></html>");
  in.write("in/empty.txt", "");
  in.write("in/program.bin", std::string("\x7f"
                                         "ELF\0\0\0\0\1\2\3\4",
                                         12));
  in.write("in/large.txt", std::string(5000, 'x'));
  in.write("in/records.jsonl", "{\"id\":\"r1\",\"text\":\"The drug was linked to fewer strokes in the study.\"}\nnot json\n");
}

std::vector<Json> lines(const std::string& path) {
  std::vector<Json> out;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) out.push_back(Json::parse(line));
  return out;
}

RunOptions jobs(unsigned n) {
  RunOptions options;
  options.jobs = n;
  options.max_bytes = 4000;
  return options;
}

}  // namespace

TEST_CASE("every input ends as an article or a rejection with its reason", "[batch][run]") {
  const Folder in;
  fill(in);
  const Tally tally = annotate_folders({in / "in"}, in / "out", shipped(), jobs(2));
  CHECK(tally.articles == 3);
  CHECK(tally.rejected == 4);
  std::map<std::string, std::string> reasons;
  for (const Json& r : lines(in / "out/annotations.jsonl")) reasons[r["input"]] = r.contains("rejected") ? r["rejected"]["reason"].get<std::string>() : "";
  CHECK(reasons == std::map<std::string, std::string>{{"empty.txt", "empty"},
                                                      {"good.txt", ""},
                                                      {"large.txt", "too-large"},
                                                      {"page.html", ""},
                                                      {"program.bin", "binary"},
                                                      {"records.jsonl:1", ""},
                                                      {"records.jsonl:2", "bad-record"}});
  for (const char* file : {"out/index.html", "out/list.html", "out/app.js", "out/data.js", "out/rules.js", "out/app.css", "out/run.json"})
    CHECK(std::filesystem::exists(in / file));
  for (const char* folder : {"out/articles", "out/a"}) CHECK(std::distance(std::filesystem::directory_iterator(in / folder), {}) == 3);
}

TEST_CASE("the output is byte for byte the same for 1, 2 and 7 workers", "[batch][run]") {
  const Folder in;
  for (const unsigned n : {1u, 2u, 7u})
    annotate_folders({HYPELINE_ROOT "/corpus/articles"}, in / std::to_string(n), shipped(), [&] {
      RunOptions options;
      options.jobs = n;
      return options;
    }());
  const auto one = contents(in / "1");
  CHECK(one.size() > 25);
  CHECK(contents(in / "2") == one);
  CHECK(contents(in / "7") == one);
}

TEST_CASE("copies, archives and packed files come out the same for 1, 2 and 7 workers, and on a stream", "[batch][run]") {
  const Folder in;
  const auto page = [](int n) {
    return small_page("Trial " + std::to_string(n) + " had a result, and the result of trial " + std::to_string(n) + " was a good one.");
  };
  std::string crawl;
  std::string records;
  for (int i = 0; i < 30; ++i) {
    crawl += gzipped(warc_record("response", "https://a.example/" + std::to_string(i), http_response(page(i % 20))));
    records += Json{{"id", "n" + std::to_string(i)}, {"html", page(i % 20)}}.dump() + "\n";
  }
  in.write("in/crawl.warc.gz", crawl);
  in.write("in/records.jsonl.zst", zstd_packed(records));
  in.write("in/page.html.gz", gzipped(page(3)));
  in.write("in/cut.html.gz", gzipped(page(3)).substr(0, 40));
  for (const unsigned n : {1u, 2u, 7u}) {
    RunOptions options;
    options.jobs = n;
    const Tally tally = annotate_folders({in / "in"}, in / std::to_string(n), shipped(), options);
    CHECK(tally.articles == 61);
    CHECK(tally.copies == 41);
    CHECK(tally.rejected == 1);
  }
  const auto one = contents(in / "1");
  CHECK(contents(in / "2") == one);
  CHECK(contents(in / "7") == one);
  const auto out = lines(in / "1/annotations.jsonl");
  CHECK(out[0]["id"] == "crawl.warc.gz:1");
  CHECK(out[0]["meta"]["url"] == "https://a.example/0");
  CHECK(out[0]["meta"]["crawled"] == "2026-01-02T03:04:05Z");
  CHECK_FALSE(out[0].contains("duplicate_of"));
  CHECK(out[23]["duplicate_of"] == "crawl.warc.gz:4");
  CHECK(out.back()["duplicate_of"] == "crawl.warc.gz:10");
  CHECK(one.at("list.html").find("near copy of") != std::string::npos);
  in.write("in.jsonl", records);
  const Fd from(::open((in / "in.jsonl").c_str(), O_RDONLY));
  const Fd to(::open((in / "out.jsonl").c_str(), O_WRONLY | O_CREAT, 0600));
  annotate_stream(from.get(), to.get(), shipped(), {});
  CHECK(lines(in / "out.jsonl").at(25)["duplicate_of"] == "n5");
}

TEST_CASE("a second run on the same output is refused", "[batch][run]") {
  const Folder in;
  fill(in);
  const OutputFolder first(in / "out");
  CHECK_THROWS_AS(annotate_folders({in / "in"}, in / "out", shipped(), jobs(1)), Locked);
}

TEST_CASE("a stopped run publishes nothing", "[batch][run]") {
  const Folder in;
  fill(in);
  RunOptions options = jobs(2);
  options.stopped = [] { return true; };
  annotate_folders({in / "in"}, in / "out", shipped(), options);
  CHECK_FALSE(std::filesystem::exists(in / "out"));
}

TEST_CASE("records on a stream come back in order under their own ids", "[batch][run]") {
  const Folder in;
  std::string records;
  for (int i = 0; i < 50; ++i) records += "{\"id\":\"n" + std::to_string(i) + "\",\"text\":\"It may help.\"}\n";
  in.write("in.jsonl", records);
  const Fd from(::open((in / "in.jsonl").c_str(), O_RDONLY));
  const Fd to(::open((in / "out.jsonl").c_str(), O_WRONLY | O_CREAT, 0600));
  annotate_stream(from.get(), to.get(), shipped(), jobs(3));
  const auto out = lines(in / "out.jsonl");
  REQUIRE(out.size() == 50);
  for (int i = 0; i < 50; ++i) CHECK(out[static_cast<std::size_t>(i)]["input"] == "n" + std::to_string(i));
}

namespace {

struct Mapped {
  std::size_t checked = 0, identical = 0;
};

/// Every annotation of the articles lies in its article's source range, and reads there as it does in the text wherever nothing was replaced.
Mapped check_map(const std::vector<Article>& articles) {
  Mapped out;
  for (const Article& article : articles) {
    const Document& d = article.document;
    for (const Annotation& a : d.annotations) {
      REQUIRE(a.span.end <= d.text.view().size());
      const auto source = d.text.to_source(a.span);
      if (!source) continue;
      REQUIRE(source->end <= d.text.source().size());
      if (a.label != "structure.zone"_label) REQUIRE(d.source.bytes.contains(*source));  // zones hold the white space behind them too
      ++out.checked;
      out.identical += d.text.identical(a.span);
    }
    for (std::size_t i = 0; i < d.text.runs().size(); ++i) {
      const hypeline::Run& run = d.text.runs()[i];
      const std::size_t end = i + 1 < d.text.runs().size() ? d.text.runs()[i + 1].text_begin : d.text.view().size();
      REQUIRE(run.source.end <= d.text.source().size());
      if (run.kind == hypeline::Run::Kind::kept) REQUIRE(d.text.identical(make_span(run.text_begin, end)));
    }
  }
  return out;
}

Mapped check_folder(const std::string& folder) {
  Worker worker(shipped(), {});
  Mapped sum;
  for (const FoundFile& found : discover({folder})) {
    const Mapped one = check_map(process(worker, {found.id, found.path, {}, {}, {}}));
    sum.checked += one.checked;
    sum.identical += one.identical;
  }
  return sum;
}

}  // namespace

TEST_CASE("every annotation of the corpus maps to source bytes that read the same", "[batch][run]") {
  const Mapped sum = check_folder(HYPELINE_ROOT "/corpus/articles");
  CHECK(sum.checked > 2500);
  CHECK(sum.identical * 10 > sum.checked * 6);  // the rest crosses references, collapsed white space, repairs, or is no UTF-8 in the source
}

TEST_CASE("every annotation of real scrapes, where they lie beside the project, maps to source bytes", "[batch][run]") {
  const std::string seeds = HYPELINE_ROOT "/../shared/seeds";
  if (std::filesystem::is_directory(seeds)) CHECK(check_folder(seeds).checked > 500);
}

TEST_CASE("every annotation of random bytes maps to source bytes", "[batch][run]") {
  const Folder in;
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {"groundbreaking ",
                                           "may help ",
                                           "said Ann Lee. ",
                                           "<p>",
                                           "</p>",
                                           "&rsquo;",
                                           "\xE2\x80\x99",
                                           "\xCE\xB2 ",
                                           "\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2",
                                           "\r\n",
                                           "\n\n",
                                           "\xFF",
                                           "10.5555/abc ",
                                           "\xE2\x80\x9C",
                                           "\xE2\x80\x9D ",
                                           "50% ",
                                           "\xC2\xA0",
                                           "in mice. "};
  for (int i = 0; i < 60; ++i) {
    std::string bytes = "The pill and the people of the town. ";
    for (int n = 0; n < 120; ++n) bytes += random() % 6 == 0 ? std::string(1, static_cast<char>(random())) : pieces[random() % pieces.size()];
    in.write(std::to_string(i) + (i % 2 == 0 ? ".txt" : ".html"), bytes);
  }
  CHECK(check_folder(in.string()).checked > 1000);
}
