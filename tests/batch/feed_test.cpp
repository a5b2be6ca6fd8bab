#include "batch/feed.h"
#include "../ingest/packed.h"
#include "folder.h"

#include <fcntl.h>

using namespace hypeline;

namespace {

std::vector<Item> all(Feed feed) {
  std::vector<Item> out;
  while (auto item = feed.next()) out.push_back(*item);
  return out;
}

Feed from_file(const std::string& path, std::size_t most) { return Feed(Fd(::open(path.c_str(), O_RDONLY)), most); }

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

TEST_CASE("records of packed files come one by one", "[batch][feed]") {
  const Folder in;
  const std::string page = warc_record("response", "u", http_response(small_page("One.")));
  const std::string request = warc_record("request", "u", "GET / HTTP/1.1");
  in.write("a.warc.gz", gzipped(request) + gzipped(page) + gzipped(page));
  in.write("b.warc.zst", zstd_packed(page));
  in.write("c.jsonl.gz", gzipped("{}\n{}"));
  in.write("d.html.gz", gzipped("text"));
  std::string ids;
  for (const Item& item : all(Feed(discover({in.string()}), 10'000))) ids += item.id + " " + item.format + (item.rejected ? " rejected\n" : "\n");
  CHECK(ids == "a.warc.gz:2 warc\na.warc.gz:3 warc\nb.warc.zst:1 warc\nc.jsonl.gz:1 jsonl\nc.jsonl.gz:2 jsonl\nd.html.gz \n");
}

TEST_CASE("whole records of a packed file that is cut short stand, the file is rejected once", "[batch][feed]") {
  const Folder in;
  const std::string page = warc_record("response", "u", http_response(small_page("One.")));
  const std::string packed = gzipped(page);
  in.write("a.warc.gz", packed + packed + packed.substr(0, packed.size() / 2));
  in.write("b.jsonl.gz", gzipped("{\"a\":1}\n") + gzipped("{\"text\":\"half").substr(0, 20));
  const auto items = all(Feed(discover({in.string()}), 10'000));
  REQUIRE(items.size() == 5);
  CHECK(items[1].id == "a.warc.gz:2");
  CHECK(items[1].bytes);
  CHECK(items[2].id == "a.warc.gz");
  CHECK(items[2].rejected->reason == "corrupt");
  CHECK(*items[3].bytes == "{\"a\":1}");
  CHECK(items[4].rejected->reason == "corrupt");
}

TEST_CASE("whole records before a damage in one and the same packing stand", "[batch][feed]") {
  const Folder in;
  const std::string page = warc_record("response", "u", http_response(small_page("One.")));
  std::string packed = gzipped(page + page + page);
  packed[packed.size() - 6] = static_cast<char>(packed[packed.size() - 6] ^ 1);
  in.write("a.warc.gz", packed);
  const auto items = all(Feed(discover({in.string()}), 10'000));
  REQUIRE(items.size() == 4);
  CHECK(items[2].bytes);
  CHECK(items[3].rejected->reason == "corrupt");
}

TEST_CASE("a large record is passed over, whatever its length says", "[batch][feed]") {
  const Folder in;
  const std::string page = warc_record("response", "u", http_response(small_page("One.")));
  const std::string large = warc_record("response", "u", http_response(std::string(500'000, 'x')));
  const std::string picture = warc_record("response", "u", http_response(std::string(500'000, 'x'), "Content-Type: image/png\r\n"));
  std::string lie = page;
  lie.replace(lie.find("Length: ") + 8, 1, "999999999");
  in.write("a.warc", page + large + picture + lie + page + std::string(400'000, 'j') + "\r\n\r\n" + page);
  std::string ids;
  for (const Item& item : all(Feed(discover({in.string()}), 10'000))) ids += item.id + (item.rejected ? " " + item.rejected->reason + "\n" : "\n");
  CHECK(ids == "a.warc:1\na.warc:2 too-large\na.warc:4 too-large\na.warc:5\na.warc:6 too-large\na.warc:7\n");
}

TEST_CASE("a container without a record is rejected as empty", "[batch][feed]") {
  const Folder in;
  in.write("a.jsonl", "\n\n");
  in.write("b.warc", "");
  in.write("c.warc.gz", gzipped(warc_record("request", "u", "GET / HTTP/1.1")));
  const auto items = all(Feed(discover({in.string()}), 10'000));
  REQUIRE(items.size() == 3);
  for (const Item& item : items) CHECK(item.rejected->reason == "empty");
}

TEST_CASE("a stream may be packed, and may be a WARC file", "[batch][feed]") {
  const Folder in;
  in.write("r", gzipped("{}\n{}\n"));
  CHECK(all(from_file(in / "r", 100)).size() == 2);
  in.write("w", warc_record("response", "u", http_response(small_page("One."))));
  const auto items = all(from_file(in / "w", 10'000));
  REQUIRE(items.size() == 1);
  CHECK(items[0].format == "warc");
  CHECK(items[0].id == "1");
}
