#include "ingest/encoding/mojibake.h"
#include "core/unicode.h"

#include <catch2/catch.hpp>

#include <charconv>
#include <fstream>
#include <random>

using namespace hypeline;

namespace {

struct Case {
  std::string scraped, wanted;
  std::size_t line = 0;
};

std::string unescape(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      out += text[i];
    } else if (text[++i] == 'u') {
      std::uint32_t value = 0;
      const std::size_t end = text.find('}', i);
      std::from_chars(text.data() + i + 2, text.data() + end, value, 16);
      append_utf8(out, value);
      i = end;
    } else {
      out += text[i] == 'n' ? '\n' : text[i];
    }
  }
  return out;
}

/// `negative` cases want what they are.
std::vector<Case> cases(const std::string& name) {
  std::ifstream file(HYPELINE_ROOT "/tests/golden/mojibake/" + name);
  REQUIRE(file);
  std::vector<Case> out;
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.starts_with("> ")) out.push_back({unescape(line.substr(2)), unescape(line.substr(2)), number});
    if (line.starts_with("< ")) out.back().wanted = unescape(line.substr(2));
  }
  return out;
}

Repaired repair(const std::string& text) { return repair_mojibake(Text::raw(text)); }

/// Every byte leads back to the source, in order; what stands there unchanged is kept.
void check_map(const Text& text) {
  std::uint32_t last = 0;
  for (std::uint32_t i = 0; i < text.view().size(); ++i) {
    const auto at = text.to_source({i, i + 1});
    REQUIRE(at);
    REQUIRE(at->begin >= last);
    REQUIRE(at->end <= text.source().size());
    last = at->begin;
  }
}

}  // namespace

TEST_CASE("Wrongly decoded text is put right", "[ingest][mojibake]") {
  for (const char* const name : {"wild.txt", "synthetic.txt"})
    for (const Case& c : cases(name)) {
      CAPTURE(name, c.line);
      const Repaired r = repair(c.scraped);
      CHECK(r.text.view() == c.wanted);
      CHECK_FALSE(r.repairs.empty());
      check_map(r.text);
    }
}

TEST_CASE("Text that is right comes back as it is, sharing its storage", "[ingest][mojibake]") {
  for (const Case& c : cases("negative.txt")) {
    CAPTURE(c.line);
    const Text text = Text::raw(c.scraped);
    const Repaired r = repair_mojibake(text);
    CHECK(r.text.view() == c.scraped);
    CHECK(r.text.view().data() == text.view().data());
    CHECK(r.repairs.empty());
    CHECK(r.damage.empty());
  }
}

TEST_CASE("What the repairer cannot do yet, it still cannot", "[ingest][mojibake]") {
  for (const Case& c : cases("known_failures.txt")) {
    CAPTURE(c.line);
    CHECK(repair(c.scraped).text.view() != c.wanted);
  }
}

TEST_CASE("Repairs leave the rest of the text kept, and each one maps to its own bytes", "[ingest][mojibake]") {
  const Repaired r = repair("A cafÃ© thatâ€™s new");
  REQUIRE(r.text.view() == "A café that’s new");
  CHECK(slice(r.text.source(), *r.text.to_source({5, 7})) == "Ã©");
  CHECK(slice(r.text.source(), *r.text.to_source({12, 15})) == "â€™");
  CHECK(r.text.identical({0, 5}));
  CHECK(r.text.identical({15, 20}));
  REQUIRE(r.repairs.size() == 1);
  CHECK(r.repairs[0].kind == "mojibake");
  CHECK(r.repairs[0].codec == "windows-1252");
  CHECK(r.repairs[0].count == 2);
  CHECK_FALSE(r.repairs[0].lossy);
  CHECK(r.damage.empty());
}

TEST_CASE("What is lost for good is marked, and counted as lossy", "[ingest][mojibake]") {
  const Repaired r = repair("They donât say why ð");
  REQUIRE(r.text.view() == "They don’t say why \xEF\xBF\xBC");
  REQUIRE(r.damage.size() == 1);
  CHECK(slice(r.text.source(), r.damage[0]) == "ð");
  const auto lost = std::find_if(r.repairs.begin(), r.repairs.end(), [](const Repair& x) { return x.lossy; });
  REQUIRE(lost != r.repairs.end());
  CHECK(lost->kind == "mojibake-lost");
  CHECK(lost->codec == "iso-8859-1");
}

TEST_CASE("A repair stacks on the layer below", "[ingest][mojibake]") {
  TextBuilder builder(Text::raw("xx It isnâ€™t"));
  builder.keep({3, 14});
  builder.keep({14, 18});
  const Repaired r = repair_mojibake(std::move(builder).finish());
  REQUIRE(r.text.view() == "It isn’t");
  CHECK(r.text.to_source({6, 9}) == Span{9, 17});
}

TEST_CASE("Any text is repaired to valid UTF-8 with a whole map", "[ingest][mojibake]") {
  std::mt19937 random(11);
  const std::string pieces[] = {"â",        "€",        "™", "Ã",
                                "\xC2\xA0", " ",        "ð", "Ÿ",
                                "˜",        "€",        "β", "π",
                                "\xC2\x80", "\xC2\x99", "?", "\xEF\xBF\xBD",
                                "\n",       "a",        "5", "í",
                                "½",        "\xC2\x85", "Р", "°",
                                "‚",        "Ä",        "ô", "\xF0\x9F\x98\x80",
                                "œ",        "“",        "Â", "ï",
                                "¿",        "─",        "'"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t n = random() % 24; n > 0; --n) text += pieces[random() % std::size(pieces)];
    CAPTURE(text);
    const Repaired r = repair(text);
    CHECK(is_valid_utf8(r.text.view()));
    check_map(r.text);
    for (const Span& span : r.damage) CHECK((span.begin <= span.end && span.end <= text.size()));
  }
}

TEST_CASE("Repairing is linear in any text", "[ingest][mojibake]") {
  for (const std::string piece : {"â", "ð ", "\xC3\xAD\xC2\xA0\xC2\xBD", "Ã©", "β\n", "â€", "плюс ", "â a ", "'"}) {
    std::string text;
    while (text.size() < (1u << 18)) text += piece;
    CHECK(is_valid_utf8(repair(text).text.view()));
  }
}
