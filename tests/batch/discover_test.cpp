#include "batch/discover.h"
#include "batch/files.h"
#include "batch/source.h"
#include "folder.h"

#include <sys/stat.h>

using namespace hypeline;

namespace {

std::vector<std::string> ids(const std::vector<FoundFile>& all) {
  std::vector<std::string> out;
  for (const FoundFile& f : all) out.push_back(f.id + (f.rejected ? " !" : ""));
  return out;
}

}  // namespace

TEST_CASE("files come in the byte order of their paths, hidden ones too", "[batch][discover]") {
  const Folder in;
  for (const char* name : {"b.txt", "a/z.txt", "B.txt", ".h.txt", "a.txt"}) in.write(name, "x");
  CHECK(ids(discover({in.string()})) == std::vector<std::string>{".h.txt", "B.txt", "a.txt", "a/z.txt", "b.txt"});
}

TEST_CASE("what is no regular file is rejected, not opened and not followed", "[batch][discover]") {
  const Folder in;
  in.write("real.txt", "x");
  std::filesystem::create_symlink("real.txt", in / "link.txt");
  std::filesystem::create_symlink("..", in / "up");
  REQUIRE(::mkfifo((in / "pipe.txt").c_str(), 0600) == 0);
  CHECK(ids(discover({in.string()})) == std::vector<std::string>{"link.txt !", "pipe.txt !", "real.txt", "up !"});
  CHECK_FALSE(read_input_file(in / "link.txt", 100));
  CHECK_FALSE(read_input_file(in / "pipe.txt", 100));
}

TEST_CASE("several inputs keep their own names, a single one none", "[batch][discover]") {
  const Folder in;
  in.write("a/p.txt", "x");
  in.write("b/p.txt", "x");
  CHECK(ids(discover({in / "a"})) == std::vector<std::string>{"p.txt"});
  CHECK(ids(discover({in / "a", in / "b/p.txt"})) == std::vector<std::string>{in / "a/p.txt", in / "b/p.txt"});
  CHECK(discover({in / "a", in / "a"}).size() == 1);
}

TEST_CASE("a path beyond PATH_MAX is walked and read", "[batch][discover]") {
  const Folder in;
  const std::string name(200, 'd');
  const auto here = std::filesystem::current_path();
  std::filesystem::current_path(in.string());
  for (int i = 0; i < 30; ++i) {
    REQUIRE(::mkdir(name.c_str(), 0700) == 0);
    REQUIRE(::chdir(name.c_str()) == 0);
  }
  std::ofstream("deep.txt") << "deep";
  std::filesystem::current_path(here);
  const auto found = discover({in.string()});
  REQUIRE(found.size() == 1);
  CHECK(found[0].path.size() > 6000);
  CHECK(read_input_file(found[0].path, 100) == "deep");
  REQUIRE(std::system(("rm -rf '" + in.string() + "'").c_str()) == 0);  // remove_all() stops at PATH_MAX
}

TEST_CASE("a file over the limit is too large, also a sparse one", "[batch][files]") {
  const Folder in;
  in.write("ten.txt", "0123456789");
  CHECK(read_input_file(in / "ten.txt", 10) == "0123456789");
  CHECK(read_input_file(in / "ten.txt", 9).error().reason == "too-large");
  in.write("sparse.txt", "");
  std::filesystem::resize_file(in / "sparse.txt", std::uintmax_t{1} << 33);
  CHECK(read_input_file(in / "sparse.txt", 1 << 20).error().reason == "too-large");
}

TEST_CASE("an input that does not exist is an error of the run", "[batch][discover]") { CHECK_THROWS_AS(discover({"/no/such/folder"}), IoError); }
