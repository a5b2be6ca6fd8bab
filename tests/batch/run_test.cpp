#include "batch/run.h"
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
  in.write("in/good.txt", "New pill helps\n\nA groundbreaking pill cured mice in a study. Researchers said it may help people one day, if all goes well in trials.\n");
  in.write("in/page.html", "<html><head><title>T</title></head><body><article><h1>Tea and sleep</h1><p>Tea drinkers slept longer in a survey of 200 adults, said the team.</p></article></body></html>");
  in.write("in/empty.txt", "");
  in.write("in/program.bin", std::string("\x7f" "ELF\0\0\0\0\1\2\3\4", 12));
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
  for (const char* file : {"out/index.html", "out/app.css", "out/run.json"}) CHECK(std::filesystem::exists(in / file));
  CHECK(std::distance(std::filesystem::directory_iterator(in / "out/articles"), {}) == 3);
}

TEST_CASE("the output is byte for byte the same for 1, 2 and 7 workers", "[batch][run]") {
  const Folder in;
  for (const unsigned n : {1u, 2u, 7u}) annotate_folders({HYPELINE_ROOT "/corpus/articles"}, in / std::to_string(n), shipped(), [&] {
    RunOptions options;
    options.jobs = n;
    return options;
  }());
  const auto one = contents(in / "1");
  CHECK(one.size() > 25);
  CHECK(contents(in / "2") == one);
  CHECK(contents(in / "7") == one);
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

TEST_CASE("every annotation maps to source bytes that read the same", "[batch][run]") {
  const Folder in;
  Worker worker(shipped(), 1 << 24);
  std::size_t checked = 0, identical = 0;
  for (const FoundFile& found : discover({HYPELINE_ROOT "/corpus/articles"})) {
    for (const Article& article : process(worker, {found.id, found.path, {}, {}, {}})) {
      const Document& d = article.document;
      std::uint32_t last = 0;
      for (const Annotation& a : d.annotations) {
        const auto source = d.text.to_source(a.span);
        if (!source) continue;
        REQUIRE(source->end <= d.text.source().size());
        REQUIRE(d.source.bytes.contains(*source));
        ++checked;
        identical += d.text.identical(a.span);
        if (a.label == "structure.sentence"_label) {
          CHECK(source->begin >= last);
          last = source->begin;
        }
      }
      for (const Run& run : d.text.runs())
        if (run.kind == Run::Kind::kept) REQUIRE(run.source.end <= d.text.source().size());
    }
  }
  CHECK(checked > 5000);
  CHECK(identical * 10 > checked * 7);  // the rest crosses references, collapsed white space or repairs
}
