#include "batch/feed.h"
#include "folder.h"

#include <fcntl.h>

using namespace hypeline;

namespace {

std::vector<Item> all(Feed feed) {
  std::vector<Item> out;
  while (auto item = feed.next()) out.push_back(*item);
  return out;
}

Feed from_file(const std::string& path, std::size_t most) { return Feed(Fd(::open(path.c_str(), O_RDONLY)), "", most); }

}  // namespace

TEST_CASE("records come line by line, empty lines are no records", "[batch][feed]") {
  const Folder in;
  in.write("r", "{\"a\":1}\n\n  \r\n{\"b\":2}");
  const auto items = all(from_file(in / "r", 100));
  REQUIRE(items.size() == 2);
  CHECK(*items[0].bytes == "{\"a\":1}");
  CHECK(items[0].id == "1");
  CHECK(*items[1].bytes == "{\"b\":2}");
  CHECK(items[1].id == "4");
}

TEST_CASE("a record over the limit is rejected and the next one is read", "[batch][feed]") {
  const Folder in;
  in.write("r", std::string(300'000, 'x') + "\n{}\n" + std::string(200, 'y'));
  const auto items = all(from_file(in / "r", 100));
  REQUIRE(items.size() == 3);
  CHECK(items[0].rejected->reason == "too-large");
  CHECK(*items[1].bytes == "{}");
  CHECK(items[2].rejected->reason == "too-large");
}

TEST_CASE("a line across many blocks is whole", "[batch][feed]") {
  const Folder in;
  const std::string line(200'001, 'z');
  in.write("r", line + "\n" + line);
  const auto items = all(from_file(in / "r", 1 << 20));
  REQUIRE(items.size() == 2);
  CHECK(*items[0].bytes == line);
  CHECK(*items[1].bytes == line);
}

TEST_CASE("files of JSON lines give an item a line, other files one item", "[batch][feed]") {
  const Folder in;
  in.write("a.jsonl", "{}\n{}\n");
  in.write("b.txt", "text");
  const auto items = all(Feed(discover({in.string()}), 100));
  REQUIRE(items.size() == 3);
  CHECK(items[0].id == "a.jsonl:1");
  CHECK(items[1].id == "a.jsonl:2");
  CHECK(items[2].id == "b.txt");
  CHECK_FALSE(items[2].bytes);
}
