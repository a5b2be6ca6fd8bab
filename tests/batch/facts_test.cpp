#include "batch/facts.h"
#include "folder.h"

#include <zlib.h>

using namespace hypeline;

namespace {

std::string gzipped(const std::string& bytes) {
  Folder place;
  const gzFile file = gzopen((place / "x.gz").c_str(), "wb");
  gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size()));
  gzclose(file);
  return slurp(place / "x.gz");
}

std::string line(const std::string& doi, const std::string& abstract) {
  return R"({"doi": ")" + doi + R"(", "pmid": 7, "title": "T", "abstract": ")" + abstract + "\"}\n";
}

}  // namespace

TEST_CASE("abstracts are found on disk by DOI and by PMID, from packed files too, and the last record of a paper counts", "[batch][facts]") {
  Folder folder;
  folder.write("a.jsonl", line("10.5555/a", "Old words.") + line("10.5555/x", "Other words."));
  folder.write("b.jsonl.gz", gzipped(line("10.5555/A", "New words.")));
  folder.write("notes.txt", "not read");
  const std::string file = folder / "i.sqlite";
  CHECK(build_abstract_index(folder.string(), file) == 3);
  AbstractIndex index(file);
  REQUIRE(index.find({"10.5555/a", ""}));
  CHECK(index.find({"10.5555/a", ""})->abstract == "New words.");
  CHECK(index.find({"", "7"})->abstract == "New words.");
  CHECK(!index.find({"10.5555/a' OR 1 --", ""}));
  CHECK(!index.find({"", ""}));
}

TEST_CASE("an index stands while its files stand, and is made anew when one changes or it is broken", "[batch][facts]") {
  Folder folder;
  folder.write("a.jsonl", line("10.5555/a", "Old words."));
  const std::string file = folder / "i.sqlite";
  REQUIRE(build_abstract_index(folder.string(), file) == 1);
  const auto before = std::filesystem::last_write_time(file);
  CHECK(build_abstract_index(folder.string(), file) == 1);
  CHECK(std::filesystem::last_write_time(file) == before);
  folder.write("b.jsonl", line("10.5555/b", "More."));
  CHECK(build_abstract_index(folder.string(), file) == 2);
  std::ofstream(file) << "no database at all";
  CHECK(build_abstract_index(folder.string(), file) == 2);
}

TEST_CASE("a bad file among the abstracts is named with its line, and no index is left behind", "[batch][facts]") {
  Folder folder;
  folder.write("a.jsonl", line("10.5555/a", "Words.") + "{broken\n");
  const auto made = build_abstract_index(folder.string(), folder / "i.sqlite");
  REQUIRE(!made);
  CHECK(made.error()[0].line == 2);
  CHECK(contents(folder.string()).size() == 1);
  Folder empty;
  CHECK(!build_abstract_index(empty.string(), empty / "i.sqlite"));
}
