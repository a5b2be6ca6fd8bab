#include "ingest/normalise.h"
#include "core/unicode.h"
#include "golden.h"
#include "structure_checks.h"

#include <catch2/catch.hpp>

using namespace hypeline;

namespace {

std::string unescape(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      out += text[i];
      continue;
    }
    const char kind = text[++i];
    if (kind == 'n' || kind == 'r' || kind == 't') out += kind == 'n' ? '\n' : kind == 'r' ? '\r' : '\t';
    const std::size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : 0;
    if (digits == 0) continue;
    append_utf8(out, static_cast<char32_t>(std::stoul(std::string(text.substr(i + 1, digits)), nullptr, 16)));
    i += digits;
  }
  return out;
}

}  // namespace

TEST_CASE("normalisation of the golden cases", "[ingest][normalise]") {
  for (const auto& lines : golden_cases("normalise/cases.txt"))
    for (const std::string& line : lines) {
      const std::size_t arrow = line.find(" => ");
      REQUIRE(arrow != std::string::npos);
      const Normalised normal = normalise(Text::raw(unescape(line.substr(0, arrow))));
      INFO(line);
      CHECK(normal.text.view() == unescape(line.substr(arrow + 4)));
      CHECK(map_fault(normal.text).empty());
    }
}

TEST_CASE("text that needs nothing shares its storage", "[ingest][normalise]") {
  const Text text = Text::raw("clean — “text”\nof two lines");
  CHECK(normalise(text).text.view().data() == text.view().data());
}

TEST_CASE("what normalisation took out is counted by kind", "[ingest][normalise]") {
  const Normalised normal =
      normalise(Text::raw("a\x01"
                          "b\u200b"
                          "c\u200b"));
  REQUIRE(normal.repairs.size() == 2);
  CHECK(normal.repairs[0].kind == "control");
  CHECK(normal.repairs[1].kind == "invisible");
  CHECK(normal.repairs[1].count == 2);
}

TEST_CASE("hundred thousand marks on one letter stay and take no time", "[ingest][normalise]") {
  std::string zalgo = "m";
  for (int i = 0; i < 100000; ++i) zalgo += i % 2 == 0 ? "\u0301" : "\u0327";
  CHECK(normalise(Text::raw(zalgo)).text.view() == zalgo);
}
