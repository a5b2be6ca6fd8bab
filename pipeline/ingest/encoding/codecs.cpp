#include "ingest/encoding/codecs.h"

namespace hypeline {
namespace {

bool is_c1(char32_t c) { return c >= 0x80 && c < 0xA0; }

/// ICU's tables, and what they leave open: iso-8859-1 is the identity here, and a byte without a meaning is the control of its number.
CodePage completed(CodePage page, std::string_view name) {
  for (char32_t b = 0x80; b < 0x100; ++b) {
    if (name == "iso-8859-1" || page[b] == kReplacement) page[b] = b;
    if (name == "macintosh" && b == 0xF0) page[b] = 0xF8FF;
  }
  return page;
}

bool is_losing(std::uint8_t lead) { return lead == 0xC2 || lead == 0xC3 || lead == 0xE2 || lead == 0xEF || lead == 0xF0; }

}  // namespace

const Codecs& Codecs::all() {
  static const Codecs codecs;
  return codecs;
}

Codecs::Codecs() : bytes_(64), roles_(64) {
  for (CodecId codec = 0; codec < kCodecs; ++codec) {
    const CodePage known = *code_page(kWrongCodecs[codec]), page = completed(known, kWrongCodecs[codec]);
    for (char32_t b = 0x80; b < 0x100; ++b) {
      const auto byte = static_cast<std::uint8_t>(b);
      add(codec, page[b], byte);
      vanish_[codec][byte] = is_c1(page[b]) || known[b] == kReplacement;
    }
  }
}

void Codecs::add(CodecId codec, char32_t c, std::uint8_t byte) {
  std::uint8_t& page = pages_[c >> 6];
  if (page == 0) {
    page = static_cast<std::uint8_t>(bytes_.size() / 64);
    bytes_.resize(bytes_.size() + 64);
    roles_.resize(bytes_.size());
  }
  bytes_[page * 64u + (c & 63u)][codec] = byte;
  Roles& roles = roles_[page * 64u + (c & 63u)];
  const auto bit = static_cast<CodecSet>(1u << codec);
  if (byte < 0xC0) roles.continuation |= bit;
  if (byte >= 0xC2 && byte <= 0xF4) roles.lead |= bit;
  if (is_losing(byte)) roles.losing |= bit;
}

}  // namespace hypeline
