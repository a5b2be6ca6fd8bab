#include "core/unicode.h"
#include "ingest/encoding/charset.h"
#include "ingest/encoding/labels.h"
#include "ingest/encoding/prescan.h"

#include <catch2/catch.hpp>

#include <random>

using namespace hypeline;
using namespace std::string_literals;

namespace {

struct Case {
  std::string bytes, given;
  bool html;
  std::string text, charset, from;
};

std::string page(const std::string& head) { return "<!doctype html><html><head>" + head + "</head><p>caf\xE9"; }

/// Every byte of the text leads back to source bytes, in order, and a kept one to itself.
void check_map(const Text& text) {
  Span last{0, 0};
  for (std::uint32_t i = 0; i < text.view().size(); ++i) {
    const auto at = text.to_source({i, i + 1});
    REQUIRE(at);
    REQUIRE(at->begin >= last.begin);
    REQUIRE(at->end <= text.source().size());
    last = *at;
  }
}

}  // namespace

TEST_CASE("Bytes are decoded by mark, UTF-8, header, declaration, sound, in this order", "[ingest][encoding]") {
  const Case cases[] = {
      {"plain", "", false, "plain", "utf-8", "utf-8"},
      {"", "", false, "", "utf-8", "utf-8"},
      {"\xEF\xBB\xBFna\xC3\xAFve", "iso-8859-2", false, "naïve", "utf-8", "bom"},
      {"\xFF\xFE\x41\0\xE9\0"s, "", false, "Aé", "utf-16le", "bom"},
      {"\xFE\xFF\0\x41\xD8\x3D\xDE\x00"s, "", false, "A😀", "utf-16be", "bom"},
      {"\xFF\xFE\0\0\x41\0\0\0"s, "", false, "A", "utf-32le", "bom"},
      {"\0\0\xFE\xFF\0\x01\xF6\x00"s, "", false, "😀", "utf-32be", "bom"},
      {"D\0o\0s\0e\0 \0u\0p\0"s, "", false, "Dose up", "utf-16le", "detected"},
      {"\0D\0o\0s\0e"s, "utf-8", false, "Dose", "utf-16be", "detected"},
      {"\0\0\0D\0\0\0o"s, "", false, "Do", "utf-32be", "detected"},
      {"na\xC3\xAFve", "windows-1251", false, "naïve", "utf-8", "utf-8"},
      {"\xF1\xE5\xF0\xE4\xF6\xE5", " CP1251 ", false, "сердце", "windows-1251", "given"},
      {"caf\xE9 \x80\x31 \x81", "ISO-8859-1", false, "café €1 \xC2\x81", "windows-1252", "given"},
      {"\xC1\xE3", "utf-16le", false, "\xEE\x8F\x81", "utf-16le", "given"},
      {page("<meta charset=macintosh>"), "", true, page("<meta charset=macintosh>").replace(page("<meta charset=macintosh>").size() - 1, 1, "È"), "macintosh",
       "declared"},
      {"\x82\xA0", "shift_jis", false, "あ", "shift_jis", "given"},
      {"\xA3\xD2", "iso-8859-16", false, "ŁŇ"s.replace(2, 2, "Ò"), "iso-8859-16", "given"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Decoded d = decode(c.bytes, c.given, c.html);
    CHECK(d.text.view() == c.text);
    CHECK(d.charset == c.charset);
    CHECK(d.charset_from == c.from);
    CHECK(d.damage.empty());
    CHECK(d.repairs.empty());
    CHECK(d.text.source() == c.bytes);
    check_map(d.text);
  }
}

TEST_CASE("UTF-8 with a few ill-formed bytes stays UTF-8, and the damage is marked", "[ingest][encoding]") {
  const Decoded d = decode("“twelve” – naïve\xFF cells, a ‘first’\xE2\x80, said", "", false);
  CHECK(d.charset == "utf-8");
  CHECK(d.text.view() == "“twelve” – naïve\xEF\xBF\xBD cells, a ‘first’\xEF\xBF\xBD, said");
  REQUIRE(d.damage.size() == 2);
  CHECK(slice(d.text.source(), d.damage[0]) == "\xFF");
  CHECK(slice(d.text.source(), d.damage[1]) == "\xE2\x80");
  REQUIRE(d.repairs.size() == 1);
  CHECK(d.repairs[0].kind == "invalid-bytes");
  CHECK(d.repairs[0].count == 2);
  CHECK(d.repairs[0].lossy);
  check_map(d.text);
}

TEST_CASE("A text cut off inside a sequence is UTF-8, one lone Latin byte is not", "[ingest][encoding]") {
  CHECK(decode("It works\xE2\x80", "", false).text.view() == "It works\xEF\xBF\xBD");
  CHECK(decode("Un caf\xE9 noir, un th\xE9 vert", "", false).text.view() == "Un café noir, un thé vert");
}

TEST_CASE("What is said to be UTF-8 and is not is read by its sound", "[ingest][encoding]") {
  const Decoded d = decode(
      "Les m\xE9"
      "decins ont trait\xE9 des malades \xE0 l'h\xF4pital, tr\xE8s t\xF4t apr\xE8s l'op\xE9ration",
      "utf-8", false);
  CHECK(d.charset_from == "detected");
  CHECK(d.text.view() == "Les médecins ont traité des malades à l'hôpital, très tôt après l'opération");
}

TEST_CASE("Ill-formed multi-byte text loses only the ill-formed bytes", "[ingest][encoding]") {
  const Decoded d = decode("\x82\xA0<\x85<b>\xFD\x82\xA2", "shift_jis", false);
  CHECK(d.text.view() == "あ<\xEF\xBF\xBD<b>\xEF\xBF\xBDい");
  CHECK(d.damage == std::vector<Span>{{3, 4}, {7, 8}});
  CHECK(decode("\xFF\xFE\x00\xD8\x41\0\x42"s, "", false).text.view() ==
        "\xEF\xBF\xBD"
        "A\xEF\xBF\xBD");
}

TEST_CASE("Labels are WHATWG's", "[ingest][encoding]") {
  CHECK(charset_of_label("Latin1") == "windows-1252");
  CHECK(charset_of_label("\tUTF8\n") == "utf-8");
  CHECK(charset_of_label("x-user-defined") == "windows-1252");
  CHECK(charset_of_label("l2") == "iso-8859-2");
  CHECK(charset_of_label("tis-620") == "windows-874");
  CHECK(charset_of_label("utf-7").empty());
  CHECK(charset_of_label("latin").empty());
  CHECK(charset_of_label("l1 l2").empty());
  CHECK(charset_of_label("").empty());
}

TEST_CASE("A page's declaration is found where browsers find it", "[ingest][encoding]") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"<meta charset=koi8-r>", "koi8-r"},
      {"<META CHARSET = 'KOI8-R' >", "koi8-r"},
      {"<meta/charset=\"l2\"/>", "iso-8859-2"},
      {"<meta http-equiv=content-type content='text/html; charset=gb2312'>", "gbk"},
      {"<meta content='text/html; charset=\"big5\"' http-equiv=Content-Type>", "big5"},
      {"<meta content='text/html; charset=big5'>", ""},
      {"<meta charset=utf-16le>", "utf-8"},
      {"<meta charset=utf-7><meta charset=l2>", "iso-8859-2"},
      {"<!-- <meta charset=koi8-r> --><p title='<meta charset=l2>'>", ""},
      {"<!--><meta charset=l2>", "iso-8859-2"},
      {"<?xml version='1.0' encoding='l2'?><metal charset=l2>", ""},
      {"<meta charset=l2", ""},
      {"</p ><meta charset=l2>", "iso-8859-2"},
  };
  for (const auto& [html, charset] : cases) {
    CAPTURE(html);
    CHECK(declared_charset(html) == charset);
  }
  CHECK(declared_charset(std::string(1000, ' ') + "<meta charset=l2>") == "iso-8859-2");
  CHECK(declared_charset(std::string(20000, ' ') + "<meta charset=l2>").empty());
}

TEST_CASE("Any bytes decode to valid UTF-8 with a whole map", "[ingest][encoding]") {
  std::mt19937 random(7);
  const char* const charsets[] = {"", "utf-8", "gb18030", "shift_jis", "iso-2022-jp", "euc-kr", "big5", "utf-16", "koi8-u", "windows-874", "euc-jp"};
  for (int round = 0; round < 1100; ++round) {
    std::string bytes(random() % 200, '\0');
    const unsigned mask = round % 3 == 0 ? 0x7F : 0xFF;
    for (char& c : bytes) c = static_cast<char>(random() & mask);
    const Decoded d = decode(bytes, charsets[round % 11], round % 2 == 0);
    CHECK(is_valid_utf8(d.text.view()));
    check_map(d.text);
    for (const Span& span : d.damage) CHECK((!span.empty() && span.end <= bytes.size()));
  }
}

TEST_CASE("Decoding is linear", "[ingest][encoding]") {
  CHECK(decode(std::string(1 << 22, '\xFF'), "", true).text.view().size() == std::size_t{1 << 22} * 2);
  CHECK(decode("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9" + std::string(1 << 22, 'x') + "\xFF", "", true).damage.size() == 1);
}
