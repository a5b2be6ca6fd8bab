#include "match/char_class.h"

#include "core/unicode.h"

#include <charconv>

namespace hypeline {
namespace {

template <class Test>
CharSet ascii_where(Test test) {
  CharSet set;
  for (char32_t c = 0; c < 128; ++c)
    if (test(c)) set.add(c);
  return set;
}

CharSet perl_class(char name) {
  switch (name | 0x20) {
    case 'd':
      return ascii_where(is_digit);
    case 'w':
      return ascii_where(is_word);
    default:
      return ascii_where([](char32_t c) { return is_space(c) && c != '\v'; });
  }
}

char32_t control_of(char name) {
  switch (name) {
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case 'r':
      return '\r';
    case 'f':
      return '\f';
    case 'v':
      return '\v';
    case 'a':
      return '\a';
    default:
      return 0;
  }
}

CharPiece piece_of(char32_t c, std::string_view text) {
  CharPiece piece{{}, std::string(text), text.size()};
  piece.set.add(c);
  return piece;
}

std::expected<CharPiece, PatternError> read_hex(std::string_view source, std::size_t at) {
  const bool braced = at + 2 < source.size() && source[at + 2] == '{';
  const std::size_t first = at + (braced ? 3 : 2);
  const std::size_t end = braced ? source.find('}', first) : first + 2;
  if (end > source.size()) return std::unexpected(PatternError{at, "a \\x escape without its digits"});
  std::uint32_t value = 0;
  const auto [stop, error] = std::from_chars(source.data() + first, source.data() + end, value, 16);
  if (error != std::errc() || stop != source.data() + end) return std::unexpected(PatternError{at, "a \\x escape without its digits"});
  return piece_of(value, source.substr(at, end + (braced ? 1 : 0) - at));
}

// \pL, \p{Greek}, \PN: which characters these are is RE2's business; here they may be any letter, digit or sign.
CharPiece read_property(std::string_view source, std::size_t at) {
  CharPiece piece;
  piece.set.complement();
  piece.set.vague = true;
  const bool braced = at + 2 < source.size() && source[at + 2] == '{';
  const std::size_t end = braced ? source.find('}', at) : at + 2;
  piece.size = std::min(end, source.size() - 1) + 1 - at;
  piece.re2 = source.substr(at, piece.size);
  return piece;
}

struct ClassReader {
  std::string_view source;
  std::size_t at;
  CharPiece out;

  std::expected<CharPiece, PatternError> item() {
    if (source[at] == '\\') return read_escape(source, at);
    if (source.substr(at).starts_with("[:")) return posix();
    const CodePoint c = decode_at(source, at);
    return piece_of(c.value, source.substr(at, c.size));
  }

  // Named classes are rare: any ASCII character will do for what the tree is asked.
  std::expected<CharPiece, PatternError> posix() const {
    const std::size_t end = source.find(":]", at + 2);
    if (end == std::string_view::npos) return std::unexpected(PatternError{at, "'[:' without ':]'"});
    CharPiece piece{{}, std::string(source.substr(at, end + 2 - at)), end + 2 - at};
    piece.set.add(0, 127);
    piece.set.vague = true;
    return piece;
  }

  bool range_follows() const { return at + 1 < source.size() && source[at] == '-' && source[at + 1] != ']'; }

  std::expected<void, PatternError> range(const CharPiece& from) {
    ++at;
    const auto to = item();
    if (!to) return std::unexpected(to.error());
    if (!from.set.all([](char32_t) { return true; }) || from.set.members().size() != 1 || to->set.others || to->set.members().size() != 1)
      return std::unexpected(PatternError{at, "a range in a class goes from one character to one character"});
    if (to->set.members()[0] < from.set.members()[0]) return std::unexpected(PatternError{at, "a range in a class goes upward"});
    out.set.add(from.set.members()[0], to->set.members()[0]);
    out.re2 += from.re2 + "-" + to->re2;
    at += to->size;
    return {};
  }

  std::expected<void, PatternError> step() {
    const auto piece = item();
    if (!piece) return std::unexpected(piece.error());
    const bool apostrophe = piece->re2 == "'";
    at += piece->size;
    if (range_follows()) return range(*piece);
    out.set.add(apostrophe ? apostrophe_set() : piece->set);
    out.re2 += apostrophe ? kApostropheClass : std::string_view(piece->re2);
    return {};
  }
};

}  // namespace

std::expected<CharPiece, PatternError> read_escape(std::string_view source, std::size_t at) {
  if (at + 1 >= source.size()) return std::unexpected(PatternError{at, "a backslash at the end"});
  const char name = source[at + 1];
  const std::string_view two = source.substr(at, 2);
  if (std::string_view("dDwWsS").find(name) != std::string_view::npos) {
    CharPiece piece{perl_class(name), std::string(two), 2};
    if (name < 'a') piece.set.complement();
    return piece;
  }
  if (name == 'x') return read_hex(source, at);
  if (name == 'p' || name == 'P') return read_property(source, at);
  if (const char32_t control = control_of(name)) return piece_of(control, two);
  if (static_cast<unsigned char>(name) >= 128 || is_word(static_cast<char32_t>(name)))
    return std::unexpected(PatternError{at, "the escape \\" + std::string(1, name) + " has no meaning here"});
  return piece_of(static_cast<char32_t>(name), two);
}

std::expected<CharPiece, PatternError> read_class(std::string_view source, std::size_t at) {
  ClassReader reader{source, at + 1, {}};
  const bool negated = source.substr(reader.at).starts_with('^');
  reader.out.re2 = negated ? "[^" : "[";
  if (negated) ++reader.at;
  for (bool first = true;; first = false) {
    if (reader.at >= source.size()) return std::unexpected(PatternError{at, "'[' without ']'"});
    if (!first && source[reader.at] == ']') break;
    if (auto done = reader.step(); !done) return std::unexpected(done.error());
  }
  if (negated) reader.out.set.complement();
  reader.out.re2 += ']';
  reader.out.size = reader.at + 1 - at;
  return std::move(reader.out);
}

}  // namespace hypeline
