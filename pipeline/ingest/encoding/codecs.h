#pragma once
#include "ingest/encoding/code_page.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hypeline {

/// The single-byte charsets UTF-8 is wrongly read as, most usual first.
inline constexpr std::array<std::string_view, 14> kWrongCodecs = {"windows-1252", "iso-8859-1",   "windows-1250", "windows-1251", "windows-1253",
                                                                  "windows-1254", "windows-1257", "iso-8859-2",   "iso-8859-7",   "iso-8859-9",
                                                                  "iso-8859-15",  "iso-8859-5",   "macintosh",    "ibm437"};
using CodecId = std::uint8_t;
inline constexpr CodecId kCodecs = kWrongCodecs.size();

/// One bit a codec.
using CodecSet = std::uint16_t;

/// What a character can be in wrongly decoded text, by codec.
struct Roles {
  CodecSet lead = 0, continuation = 0;  ///< the first byte of a sequence, a later one
  CodecSet losing = 0;                  ///< a first byte known to lose bytes behind it: general punctuation, pictures, Latin letters
};

/// Back from the characters a wrong codec made to the bytes they came from. Bytes a codec leaves undefined are taken to have become the C1
/// control (or other control) of that number, as sloppy decoders have it; of those a scraper drops, see `can_vanish`.
class Codecs {
 public:
  /// The one table, made at first use and never changed.
  static const Codecs& all();

  /// The byte (0x80 and up) that `codec` reads as `c`; 0 where there is none.
  std::uint8_t byte(CodecId codec, char32_t c) const {
    if (c < 0x80 || c > 0xFFFF) return 0;
    const std::uint8_t page = pages_[c >> 6];
    return page == 0 ? std::uint8_t{0} : bytes_[page * 64u + (c & 63u)][codec];
  }
  /// Constant time; a space and the marks of lost bytes (`?`, U+FFFD) can be later bytes.
  Roles roles(char32_t c) const {
    if (c < 0x80) return {0, c == ' ' || c == '?' ? kAll : CodecSet{0}, 0};
    if (c == kReplacement) return {0, kAll, 0};
    return c > 0xFFFF ? Roles{} : roles_[pages_[c >> 6] * 64u + (c & 63u)];
  }
  /// True for bytes whose character under `codec` is a control or nothing: text clean-up drops it without a trace.
  bool can_vanish(CodecId codec, std::uint8_t byte) const { return vanish_[codec][byte]; }

 private:
  static constexpr CodecSet kAll = (1u << kWrongCodecs.size()) - 1;
  Codecs();
  void add(CodecId codec, char32_t c, std::uint8_t byte);
  std::array<std::uint8_t, 1024> pages_{};
  std::vector<std::array<std::uint8_t, kWrongCodecs.size()>> bytes_;
  std::vector<Roles> roles_;
  std::array<std::array<bool, 256>, kWrongCodecs.size()> vanish_{};
};

}  // namespace hypeline
