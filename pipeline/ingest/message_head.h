#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hypeline {

/// The head of a WARC record or an HTTP message: a start line, then lines "Name: value", then an empty line. Views into the message.
struct MessageHead {
  std::string_view start_line;
  std::string_view fields;
  std::size_t size = 0;  ///< bytes up to the body, the empty line included

  /// The value of the first field of that name (any case), white space at its ends cut and folded lines joined by a space; empty where there is none.
  std::string field(std::string_view name) const;
};

inline constexpr std::size_t kMostHead = 1 << 16;  ///< bytes of a head; a longer one is none

/// nullopt where no empty line ends it within kMostHead bytes. Lines may end in LF alone.
std::optional<MessageHead> read_head(std::string_view message);

/// What a Content-Type says: the type in lower case, and the label of its charset (may be empty).
struct MediaType {
  std::string type, charset;
};
MediaType parse_media_type(std::string_view value);

/// `a` and `b` are the same but for the case of ASCII letters.
bool same_word(std::string_view a, std::string_view b);

}  // namespace hypeline
