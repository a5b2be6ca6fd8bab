#include "batch/publish.h"
#include "folder.h"

using namespace hypeline;

TEST_CASE("the output folder appears whole and replaces the last one", "[batch][publish]") {
  const Folder in;
  {
    OutputFolder out(in / "report");
    write_whole(out.staging() + "/run.json", "1");
    CHECK_FALSE(std::filesystem::exists(in / "report"));
    out.publish();
  }
  CHECK(slurp(in / "report/run.json") == "1");
  {
    OutputFolder out(in / "report/");
    write_whole(out.staging() + "/run.json", "2");
    CHECK(slurp(in / "report/run.json") == "1");
    out.publish();
  }
  CHECK(slurp(in / "report/run.json") == "2");
}

TEST_CASE("an abandoned run leaves the last report and no traces", "[batch][publish]") {
  const Folder in;
  in.write("report/run.json", "old");
  {
    OutputFolder out(in / "report");
  }
  CHECK(slurp(in / "report/run.json") == "old");
  CHECK(contents(in.string()).size() == 2);  // the report and its lock
}

TEST_CASE("a second run on the same folder is refused while the first lives", "[batch][publish]") {
  const Folder in;
  {
    const OutputFolder first(in / "report");
    CHECK_THROWS_AS(OutputFolder(in / "report"), Locked);
    CHECK_NOTHROW(OutputFolder(in / "other"));
  }
  CHECK_NOTHROW(OutputFolder(in / "report"));
}

TEST_CASE("somebody's own folder is not replaced", "[batch][publish]") {
  const Folder in;
  in.write("mine/letter.txt", "dear");
  CHECK_THROWS_AS(OutputFolder(in / "mine"), IoError);
  CHECK_THROWS_AS(OutputFolder(in / "mine/letter.txt"), IoError);
  CHECK(slurp(in / "mine/letter.txt") == "dear");
}

TEST_CASE("what a killed run left is swept by the next", "[batch][publish]") {
  const Folder in;
  in.write("report.partial-0123/x", "x");
  {
    const OutputFolder out(in / "report");
  }
  CHECK_FALSE(std::filesystem::exists(in / "report.partial-0123"));
}
