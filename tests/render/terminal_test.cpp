#include "render/terminal.h"

#include "core/unicode.h"
#include "render/terminal_lines.h"
#include "sample.h"

#include <catch2/catch.hpp>

#include <sstream>

using namespace hypeline;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

std::string shown(int width, bool colour = false) { return write_terminal(sample::news(), sample::context(), {colour, width}); }

}  // namespace

TEST_CASE("no line is wider than the terminal, whatever its width", "[render][terminal]") {
  for (const Article& article : sample::all())
    for (const int width : {20, 60, 89, 90, 140})
      for (const std::string& line : lines_of(write_terminal(article, sample::context(), {false, width}))) {
        INFO(width << ": " << line);
        CHECK(count_columns(line) <= static_cast<std::size_t>(width));
      }
}

TEST_CASE("notes stand in the margin where there is room, else below their paragraph", "[render][terminal]") {
  CHECK(shown(120).find(" │ [1] ") != std::string::npos);
  CHECK(shown(80).find("│") == std::string::npos);
  CHECK(shown(80).find("\n    [1] ") != std::string::npos);
}

TEST_CASE("what is marked is underlined in colour, and plain output has no escape sequence", "[render][terminal]") {
  CHECK(shown(80).find('\x1b') == std::string::npos);
  CHECK(shown(80, true).find("\x1b[4;1;31m") != std::string::npos);
}

TEST_CASE("wide characters take two columns, and a word longer than a line is cut", "[render][terminal]") {
  CHECK(count_columns("日本") == 4);
  CHECK(count_columns("e\u0301") == 1);
  LineBreaker lines(10, false);
  lines.words("日本語日本語 abcdefghijklmno p");
  std::vector<std::string> out;
  for (const TerminalLine& line : lines.take()) out.push_back(line.shown);
  CHECK(out == std::vector<std::string>{"日本語日本", "語", "abcdefghij", "klmno p"});
}
