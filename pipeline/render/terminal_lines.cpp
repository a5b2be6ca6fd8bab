#include "render/terminal_lines.h"

#include "core/unicode.h"

#include <fmt/format.h>

#include <algorithm>

namespace hypeline {
namespace {

/// Bytes of the longest beginning of at most `most` columns; one code point at least.
std::size_t cut(std::string_view text, std::size_t most) {
  std::size_t at = 0, columns = 0;
  while (at < text.size()) {
    const CodePoint c = decode_at(text, at);
    columns += count_columns(text.substr(at, c.size));
    if (at != 0 && columns > most) break;
    at += c.size;
  }
  return at;
}

}  // namespace

void LineBreaker::put(std::string_view text, std::size_t columns, std::string_view code) {
  line_.shown += colour_ && !code.empty() ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
  line_.columns += columns;
}

void LineBreaker::piece(std::string_view text, std::string_view code, bool apart) {
  const std::size_t columns = count_columns(text), blank = apart && line_.columns != 0 ? 1 : 0;
  if (line_.columns != 0 && line_.columns + blank + columns > width_)
    end_line();
  else if (blank != 0)
    put(" ", 1, {});
  while (count_columns(text) > width_) {
    const std::size_t bytes = cut(text, width_);
    put(text.substr(0, bytes), width_, code);
    end_line();
    text.remove_prefix(bytes);
  }
  put(text, count_columns(text), code);
}

void LineBreaker::words(std::string_view text, std::string_view code) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n\t", at), text.size());
    if (end > at) piece(text.substr(at, end - at), code, true);
    at = end + 1;
  }
}

void LineBreaker::end_line() {
  lines_.push_back(std::move(line_));
  line_ = {};
}

std::vector<TerminalLine> LineBreaker::take() {
  if (line_.columns != 0) end_line();
  return std::move(lines_);
}

std::string beside(const std::vector<TerminalLine>& text, const std::vector<TerminalLine>& notes, std::size_t left) {
  std::string out;
  if (left == 0) {
    for (const TerminalLine& line : text) out += line.shown + '\n';
    for (const TerminalLine& line : notes) out += "    " + line.shown + '\n';
    return out;
  }
  for (std::size_t i = 0; i < std::max(text.size(), notes.size()); ++i) {
    const TerminalLine empty, &line = i < text.size() ? text[i] : empty;
    out += line.shown;
    if (i < notes.size()) out += std::string(left - line.columns, ' ') + " │ " + notes[i].shown;
    out += '\n';
  }
  return out;
}

}  // namespace hypeline
