#include "ingest/encoding/broken.h"

#include "core/unicode.h"
#include "ingest/byte_scan.h"

#include <algorithm>

namespace hypeline {
namespace {

/// Coarse classes of neighbours; the numbers are part of the learned table.
enum Near : std::uint16_t { edge, space, lower, upper, digit, stop, cry, open, close, quote, money, other, letter, strange, kNear };

bool any_of(char32_t c, std::string_view set) { return c < 0x80 && set.find(static_cast<char>(c)) != std::string_view::npos; }

Near near(char32_t c) {
  if (c == '\n' || c == '\r') return edge;
  if (is_space(c)) return space;
  if (c >= 'a' && c <= 'z') return lower;
  if (c >= 'A' && c <= 'Z') return upper;
  if (is_digit(c)) return digit;
  if (any_of(c, ".,;:")) return stop;
  if (any_of(c, "?!")) return cry;
  if (any_of(c, "([{<")) return open;
  if (any_of(c, ")]}>")) return close;
  if (any_of(c, "\"'")) return quote;
  if (any_of(c, "$%#&") || c == U'£' || c == U'€') return money;
  if (c < 0x80) return other;
  return is_letter(c) ? letter : strange;
}

Near near_before(std::string_view text, std::size_t at) { return at == 0 ? edge : near(decode_before(text, at).value); }
Near near_after(std::string_view text, std::size_t at) { return at >= text.size() ? edge : near(decode_at(text, at).value); }

bool is_word_like(Near n) { return n == lower || n == upper || n == digit || n == letter; }
bool is_gap(Near n) { return n == space || n == edge; }

/// The class of the first thing before the white space at `at`, and behind it.
Near beyond_before(std::string_view text, std::size_t at) {
  for (int n = 0; n < 4 && at > 0 && near_before(text, at) == space; ++n) at -= decode_before(text, at).size;
  return near_before(text, at);
}
Near beyond_after(std::string_view text, std::size_t at) {
  for (int n = 0; n < 4 && at < text.size() && near_after(text, at) == space; ++n) at += decode_at(text, at).size;
  return near_after(text, at);
}

Shape shape_of(std::string_view text, Span s) {
  const Near before = near_before(text, s.begin), after = near_after(text, s.end);
  if (before == edge && is_gap(after)) return Shape::line_start;
  if (is_gap(before) && is_gap(after)) return Shape::spaced;
  if (is_gap(before) || before == open) return Shape::opening;
  if (is_gap(after) || after == close || after == stop || after == cry) return Shape::closing;
  return is_word_like(before) && is_word_like(after) ? Shape::inside : Shape::alone;
}

/// The end of the ASCII word at `at`, at most 12 letters on.
std::size_t word_end(std::string_view text, std::size_t at) {
  const std::size_t most = std::min(text.size(), at + 12);
  while (at < most && (near_after(text, at) == lower || near_after(text, at) == upper)) ++at;
  return at;
}

/// What follows an apostrophe in English; 0: something else, then by length.
std::uint16_t ending(std::string_view text, Span s) {
  const std::string_view word = text.substr(s.end, word_end(text, s.end) - s.end);
  constexpr std::array<std::string_view, 9> kEndings = {"s", "t", "re", "ve", "ll", "d", "m", "em", "S"};
  const auto known = std::find(kEndings.begin(), kEndings.end(), word);
  if (known != kEndings.end()) return static_cast<std::uint16_t>(1 + (known - kEndings.begin()));
  return static_cast<std::uint16_t>(10 + std::min<std::size_t>(word.size(), 3));
}

std::uint16_t left_letter(std::string_view text, Span s) {
  if (s.begin == 0) return 0;
  const char c = text[s.begin - 1];
  return c == 's' ? 1 : c == 'n' ? 2 : c == '\n' ? 3 : 4;
}

/// What a whole text says about its writer's habits.
struct Habits {
  bool straight_apostrophe = false, straight_quote = false, lone_lines = false, pictures = false;
  std::size_t inside = 0, line_starts = 0, spaced = 0;
};

Habits habits(std::string_view text, const std::vector<Broken>& all) {
  Habits h;
  h.straight_quote = text.find('"') != std::string_view::npos;
  for (std::size_t at = text.find('\''); at != std::string_view::npos && !h.straight_apostrophe; at = text.find('\'', at + 1))
    h.straight_apostrophe = near_before(text, at) == lower && near_after(text, at + 1) == lower;
  for (const Broken& b : all) {
    const bool short_ending = ending(text, b.sequence.span) < 10;
    h.inside += b.shape == Shape::inside && !short_ending && near_before(text, b.sequence.span.begin) != digit;
    h.line_starts += b.shape == Shape::line_start ? 1 : 0;
    h.lone_lines |= b.shape == Shape::line_start && near_after(text, b.sequence.span.end) == edge;
    h.pictures |= b.sequence.bytes[0] == 0xF0;
    h.spaced += b.shape == Shape::spaced;
  }
  return h;
}

std::uint16_t up_to(std::size_t n, std::size_t most) { return static_cast<std::uint16_t>(std::min(n, most)); }

/// Per line: the sites from `first`, how many are spaced, and where the line begins.
struct Line {
  std::size_t first = 0, last = 0;
  std::uint32_t begin = 0;
  std::size_t spaced = 0;
};

std::vector<Line> lines_of(std::string_view text, const std::vector<Broken>& all) {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i == 0 || all[i].line != all[i - 1].line) {
      const std::size_t newline = text.rfind('\n', all[i].sequence.span.begin);
      lines.push_back({i, i, newline == std::string_view::npos ? 0 : static_cast<std::uint32_t>(newline + 1), 0});
    }
    lines.back().last = i + 1;
    lines.back().spaced += all[i].shape == Shape::spaced;
  }
  return lines;
}

/// For each site of a line: is there an opening one before it that nothing closes, and does one close it behind?
struct Quoting {
  bool open_before = false, closed_behind = false;
};

std::vector<Quoting> quoting_of(std::string_view text, const std::vector<Broken>& all, const Line& line) {
  std::vector<Quoting> out(line.last - line.first);
  const auto closes = [&](const Broken& b) {
    return b.shape == Shape::closing || (b.shape == Shape::alone && near_before(text, b.sequence.span.begin) == stop);
  };
  bool open = false;
  for (std::size_t i = line.first; i < line.last; ++i) {
    out[i - line.first].open_before = open;
    open = all[i].shape == Shape::opening || (open && !closes(all[i]));
  }
  bool closed = false;
  for (std::size_t i = line.last; i-- > line.first;) {
    out[i - line.first].closed_behind = closed;
    closed = closes(all[i]) || (closed && all[i].shape != Shape::opening);
  }
  return out;
}

std::uint16_t bullet(std::string_view text, std::uint32_t begin) {
  const Near n = near_after(text, begin);
  return n == digit ? 1 : begin < text.size() && (text[begin] == '-' || text[begin] == '*') ? 2 : 0;
}

std::uint16_t neighbour_sites(const std::vector<Broken>& all, std::size_t i) {
  const bool left = i > 0 && all[i - 1].sequence.span.end + 1 >= all[i].sequence.span.begin;
  const bool right = i + 1 < all.size() && all[i].sequence.span.end + 1 >= all[i + 1].sequence.span.begin;
  return static_cast<std::uint16_t>(left + 2 * right);
}

Features features(std::string_view text, const std::vector<Broken>& all, std::size_t i, const Line& line, Quoting quoting, const Habits& h) {
  const Broken& b = all[i];
  const Span s = b.sequence.span;
  const auto shape = static_cast<std::uint16_t>(b.shape);
  const std::uint16_t before = near_before(text, s.begin), after = near_after(text, s.end);
  Features f{};
  f[0] = static_cast<std::uint16_t>(before * kNear + after);
  f[1] = static_cast<std::uint16_t>(beyond_before(text, s.begin) * kNear + beyond_after(text, s.end));
  f[2] = is_word_like(static_cast<Near>(before)) ? ending(text, s) : std::uint16_t{20};
  f[3] = static_cast<std::uint16_t>(shape * 4 + quoting.open_before + 2 * quoting.closed_behind);
  const std::uint16_t place = s.begin - line.begin < 25 ? 0 : s.begin - line.begin < 60 ? 1 : 2;
  f[4] = b.shape == Shape::spaced ? static_cast<std::uint16_t>(1 + up_to(line.spaced - 1u, 2) * 9 + place * 3 + bullet(text, line.begin)) : std::uint16_t{0};
  f[5] = b.shape == Shape::spaced ? static_cast<std::uint16_t>(1 + up_to(h.inside, 2) * 3 + up_to(h.spaced, 3) - 1) : std::uint16_t{0};
  f[6] = static_cast<std::uint16_t>(shape * 4 + h.straight_apostrophe + 2 * h.straight_quote);
  f[7] = b.shape == Shape::line_start ? static_cast<std::uint16_t>(1 + up_to(h.line_starts, 4) + 5 * h.pictures) : std::uint16_t{0};
  const bool newline = s.end < text.size() && text[s.end] == '\n';
  f[8] = static_cast<std::uint16_t>(neighbour_sites(all, i) + (newline ? h.lone_lines ? 8 : 4 : 0));
  f[9] = static_cast<std::uint16_t>(shape * 5 + left_letter(text, s));
  return f;
}

}  // namespace

std::vector<Broken> broken_at(std::string_view text, const std::vector<Sequence>& sequences) {
  std::vector<Broken> out;
  std::uint32_t line = 0, at = 0;
  for (const Sequence& s : sequences) {
    line += static_cast<std::uint32_t>(count_bytes(text.substr(at, s.span.begin - at), [](auto c) { return c == '\n'; }));
    at = s.span.begin;
    out.push_back({s, shape_of(text, s.span), line});
  }
  return out;
}

std::vector<Features> features_of(std::string_view text, const std::vector<Broken>& all) {
  std::vector<Features> out;
  const Habits h = habits(text, all);
  for (const Line& line : lines_of(text, all)) {
    const auto quoting = quoting_of(text, all, line);
    for (std::size_t i = line.first; i < line.last; ++i) out.push_back(features(text, all, i, line, quoting[i - line.first], h));
  }
  return out;
}

}  // namespace hypeline
