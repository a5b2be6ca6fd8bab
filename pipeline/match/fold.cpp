#include "match/fold.h"

#include "core/unicode.h"

namespace hypeline {

void append_folded(std::string& out, char32_t c) {
  const char32_t folded = c == 0x130 || c == 0x131 ? c : fold(c);
  if (folded < 128)
    out += static_cast<char>(folded | 0x20);
  else
    append_utf8(out, folded);
}

std::string fold_word(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = decode_at(word, at);
    append_folded(out, c.value);
    at += c.size;
  }
  return out;
}

}  // namespace hypeline
