#include "ingest/warc.h"
#include "ingest/http.h"
#include "ingest/readers.h"
#include "packed.h"

#include <fmt/format.h>
#include <catch2/catch.hpp>

using namespace hypeline;

namespace {

std::vector<Document> read(std::string bytes, std::string path = "crawl.warc") {
  Input input;
  input.id = input.path = std::move(path);
  input.bytes = std::move(bytes);
  return read_input(input);
}

std::vector<Document> read_page(std::string_view body, std::string_view headers) {
  return read(warc_record("response", "https://example.org/tea", http_response(body, headers)));
}

std::string ids_and_reasons(const std::vector<Document>& documents) {
  std::string out;
  for (const Document& d : documents) out += d.input + (d.rejected ? " " + d.rejected->reason : "") + "\n";
  return out;
}

const std::string kHtml = "Content-Type: text/html\r\n";

}  // namespace

TEST_CASE("each page of a WARC file is an article with the record's address and date", "[ingest][warc]") {
  const std::string page = http_response(small_page("One."));
  const auto documents =
      read(warc_record("warcinfo", "", "software: x", "application/warc-fields") + warc_record("request", "u", "GET / HTTP/1.1\r\n\r\n") +
           warc_record("response", "https://example.org/a", page) + warc_record("response", "u", http_response("x", kHtml, "404 Not Found")) +
           warc_record("response", "u", http_response("x", "Content-Type: image/png\r\n")) +
           warc_record("resource", "<https://example.org/b>", small_page("Two."), "text/html"));
  REQUIRE(ids_and_reasons(documents) == "crawl.warc:3\ncrawl.warc:6\n");
  CHECK(documents[0].meta.url == "https://example.org/a");
  CHECK(documents[1].meta.url == "https://example.org/b");
  CHECK(documents[0].meta.crawled == "2026-01-02T03:04:05Z");
  CHECK(documents[0].meta.published.empty());
  CHECK(documents[0].meta.title == "Tea and sleep");
}

TEST_CASE("a WARC file is told by its first bytes where the name does not say", "[ingest][warc]") {
  CHECK(ids_and_reasons(read(warc_record("resource", "u", small_page(""), "text/html"), "download")) == "download:1\n");
}

TEST_CASE("the charset of the HTTP head is the charset given", "[ingest][warc]") {
  const auto documents = read_page(small_page("Caf\xE9 na\xEFve, \xA3"
                                              "5."),
                                   "content-type: text/html; Charset=\"ISO-8859-1\"\r\n");
  CHECK(documents.at(0).source.charset == "windows-1252");
  CHECK(documents[0].source.charset_from == "given");
  CHECK(documents[0].text.view().find("Caf\xC3\xA9 na\xC3\xAFve") != std::string_view::npos);
}

TEST_CASE("plain text in a response is an article", "[ingest][warc]") {
  const auto documents = read_page("Tea helps sleep, a survey of 200 adults says.", "Content-Type: text/plain\r\n");
  CHECK(documents.at(0).text.view() == "Tea helps sleep, a survey of 200 adults says.");
}

TEST_CASE("content and transfer codings are undone, those already undone are left", "[ingest][warc]") {
  const std::string page = small_page("Coded.");
  const std::string chunked = "5;x=y\r\n" + page.substr(0, 5) + "\r\n" + fmt::format("{:X}\r\n", page.size() - 5) + page.substr(5);
  const std::string zipped = gzipped(page);
  const std::vector<std::pair<std::string, std::string>> cases = {
      {zipped, "Content-Encoding: gzip\r\n"},
      {zipped, "Content-Encoding: x-GZIP\r\n"},
      {deflated(page, 15), "Content-Encoding: deflate\r\n"},
      {deflated(page, -15), "Content-Encoding: deflate\r\n"},
      {zstd_packed(page), "Content-Encoding: zstd\r\n"},
      {brotli_packed(page), "Content-Encoding: br\r\n"},
      {brotli_packed(gzipped(page)), "Content-Encoding: gzip, br\r\n"},
      {page, "Content-Encoding: gzip\r\n"},
      {page, "Content-Encoding: br\r\n"},
      {page, "Transfer-Encoding: chunked\r\n"},
      {chunked, "Transfer-Encoding: chunked\r\n"},
      {chunked + "\r\n0\r\n\r\n", "Transfer-Encoding: Chunked\r\nX: y\r\n z\r\n"},
  };
  for (const auto& [body, headers] : cases) {
    INFO(headers);
    const auto documents = read_page(body, headers + kHtml);
    REQUIRE_FALSE(documents.at(0).rejected);
    CHECK(documents[0].text.view().find("Coded.") != std::string_view::npos);
    CHECK(documents[0].text.source() == page);
  }
}

TEST_CASE("a body that cannot be unpacked is rejected with its reason", "[ingest][warc]") {
  const std::string zipped = gzipped(small_page("x"));
  const auto reason = [](std::string_view body, const std::string& headers) { return read_page(body, headers + kHtml).at(0).rejected->reason; };
  CHECK(reason(zipped.substr(0, zipped.size() / 2), "Content-Encoding: gzip\r\n") == "corrupt");
  CHECK(reason("\x01\x02\x03\x04 nothing", "Content-Encoding: br\r\n") == "corrupt");
  CHECK(reason("abc", "Content-Encoding: sdch\r\n") == "bad-record");
  CHECK(reason("abc", "Content-Encoding: gzip, gzip, gzip, gzip\r\n") == "nested");
  CHECK(reason(gzipped(std::string(20'000'000, 'a')), "Content-Encoding: gzip\r\n") == "bomb");
  CHECK(reason(zstd_packed(std::string(17'000'000, 'a')), "Content-Encoding: zstd\r\n") == "bomb");
}

TEST_CASE("lengths that lie cost no other record", "[ingest][warc]") {
  const std::string page = warc_record("response", "u", http_response(small_page("Good.")));
  const auto with_length = [](std::string record, const std::string& length) {
    const std::size_t at = record.find("Content-Length: ") + 16;
    return record.replace(at, record.find('\r', at) - at, length);
  };
  for (const char* lie : {"0", "7", "99", "100000", "99999999999999999999999", "-1", "x", ""}) {
    INFO(lie);
    const auto documents = read(page + with_length(page, lie) + page);
    CHECK(documents.size() == 3);
    CHECK_FALSE(documents.at(0).rejected);
    CHECK_FALSE(documents.at(2).rejected);
    CHECK(documents[2].text.view() == documents[0].text.view());
  }
  const auto recovered = read(with_length(page, "99") + page);
  CHECK(recovered.at(0).text.view() == recovered.at(1).text.view());
}

TEST_CASE("a cut record and bytes that are no record are corrupt, and the whole ones stand", "[ingest][warc]") {
  const std::string page = warc_record("response", "u", http_response(small_page("Good.")));
  CHECK(ids_and_reasons(read(page + page.substr(0, page.size() / 2))) == "crawl.warc:1\ncrawl.warc:2 corrupt\n");
  CHECK(ids_and_reasons(read("junk\r\njunk\r\n" + page)) == "crawl.warc:1 corrupt\ncrawl.warc:2\n");
  CHECK(ids_and_reasons(read(page + "junk")) == "crawl.warc:1\ncrawl.warc:2 corrupt\n");
  CHECK(ids_and_reasons(read(page + "\r\n\r\n\r\n")) == "crawl.warc:1\n");
  CHECK(ids_and_reasons(read(warc_record("request", "u", "GET"))) == "crawl.warc empty\n");
  CHECK(ids_and_reasons(read("WARC/1.0\r\n" + std::string(70'000, 'x') + "\r\n\r\n\n" + page)) == "crawl.warc:1 corrupt\ncrawl.warc:2\n");
}

TEST_CASE("a head's fields are found in any case, folded lines joined", "[ingest][warc]") {
  const auto head = read_head("HTTP/1.1 200 OK\nA: 1\nLong:  x\n\ty \na: 2\n\nbody");
  REQUIRE(head);
  CHECK(head->size == 40);
  CHECK(head->field("a") == "1");
  CHECK(head->field("LONG") == "x y");
  CHECK(head->field("b").empty());
  CHECK_FALSE(read_head("HTTP/1.1 200 OK\r\nA: 1\r\n"));
  CHECK(http_status("HTTP/1.1 200 OK") == 200);
  CHECK(http_status("HTTP/2  404") == 404);
  CHECK(http_status("ICY 200") == 0);
  CHECK(parse_media_type("Text/HTML ; charset = 'x' ").type == "text/html");
  CHECK(parse_media_type("Text/HTML ; charset = 'x' ").charset == "x");
}

TEST_CASE("encrypted files are rejected as such", "[ingest][readers]") {
  using std::string_literals::operator""s;
  for (const std::string& bytes :
       {"-----BEGIN PGP MESSAGE-----\n\nabc"s, "PK\x03\x04\x14\0\x01\0\x08\0abc"s, "%PDF-1.7\n1 0 obj\ntrailer <</Encrypt 2 0 R>>"s, "Salted__abc"s})
    CHECK(ids_and_reasons(read(bytes, "page.html")) == "page.html encrypted\n");
  CHECK(ids_and_reasons(read("PK\x03\x04\x14\0\0\0\x08\0abc"s, "page.html")) == "page.html binary\n");
}
