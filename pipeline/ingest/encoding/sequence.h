#pragma once
#include "core/span.h"
#include "ingest/encoding/codecs.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace hypeline {

/// A UTF-8 sequence as a wrong codec has left it in a text: the characters of `span` are its bytes, or those of them that survived.
struct Sequence {
  enum class State : std::uint8_t {
    whole,   ///< every byte is there
    marked,  ///< `?` or U+FFFD stands where a byte was lost; it is U+FFFD again
    broken,  ///< bytes have vanished without a trace
  };
  Span span;
  std::array<std::uint8_t, 4> bytes{};  ///< what survived, in order
  std::uint8_t have = 0, want = 0;      ///< bytes that survived, bytes there were
  State state = State::broken;
  bool spaced = false;  ///< a space stands for byte 0xA0
  bool c1 = false;      ///< one of the characters is a C1 control
  char32_t value = 0;   ///< whole: the code point

  bool whole() const { return state == State::whole; }
};

/// The sequence whose lead byte is the character at `at` under `codec`; nullopt where it is no lead byte. REQUIRES at < text.size().
std::optional<Sequence> sequence_at(std::string_view text, std::size_t at, CodecId codec);

/// The characters that may stand in place of byte 0xA0 once white space was tidied.
constexpr bool is_tidied_a0(char32_t c) { return c == ' '; }

}  // namespace hypeline
