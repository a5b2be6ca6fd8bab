// Prints what the places of broken sequences look like to the repairer, for scripts/make_mojibake_table.py.
// In: texts read as iso-8859-1 whose C1 controls are gone, NUL after each. Out: per text, "offset features…" lines, then an empty line.
#include "core/unicode.h"
#include "ingest/encoding/broken.h"
#include "ingest/encoding/whole.h"

#include <fmt/format.h>

#include <cstdio>
#include <iostream>
#include <iterator>
#include <string>

int main() {
  using namespace hypeline;
  constexpr CodecId kLatin1 = 1;
  for (std::string text; std::getline(std::cin, text, '\0');) {
    std::vector<Sequence> sequences;
    std::uint32_t at = 0;
    for (const Mark& mark : beyond_ascii(text)) {
      const auto s = mark.at < at ? std::nullopt : sequence_at(text, mark.at, kLatin1);
      if (!s) continue;
      at = s->span.end;
      if (s->state == Sequence::State::broken) sequences.push_back(*s);
    }
    const auto all = broken_at(text, sequences);
    const auto features = features_of(text, all);
    for (std::size_t i = 0; i < all.size(); ++i) {
      fmt::print("{}", all[i].sequence.span.begin);
      for (const auto f : features[i]) fmt::print(" {}", f);
      fmt::print("\n");
    }
    fmt::print("\n");
  }
}
