// Lays out conformance cases in the format of html5lib-tests (tree-construction/*.dat) and compares the text.
// usage: html5lib_tree [-v] [--least N] FILE...     exit: 0 at least N are the same (all, where N is not given), 1 fewer, 2 a file is unreadable.
//
// A case passes when the layout's text is that of the expected tree, in its order, white space, NUL and U+FFFD aside. Left out of the expected text:
// elements whose text is none of the page's (script, svg, select …: kSkipped of html/elements.cpp). Cases of fragments and of scripting are passed over.

#include "ingest/html/elements.h"
#include "ingest/html/layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace hypeline;

struct Case {
  std::string page;
  std::vector<std::string> tree;  // its lines; text of several lines as it stands
  bool counts = true;
};

std::vector<Case> read_cases(std::istream& file) {
  std::vector<Case> out;
  std::string section;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("#data")) out.emplace_back();
    if (line == "#data" || line == "#errors" || line == "#new-errors" || line == "#document" || line == "#document-fragment" || line.starts_with("#script-")) {
      section = line;
      if (!out.empty() && (section == "#document-fragment" || section == "#script-on")) out.back().counts = false;
      continue;
    }
    if (section == "#data") out.back().page += line + "\n";
    if (section == "#document") out.back().tree.push_back(line);
  }
  for (Case& c : out)
    if (!c.page.empty()) c.page.pop_back();
  return out;
}

/// The text without what the comparison leaves aside.
std::string squeezed(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool lost = text.substr(at).starts_with("\uFFFD");
    if (lost) at += 2;
    if (!lost && static_cast<unsigned char>(text[at]) > ' ') out += text[at];
  }
  return out;
}

bool is_hidden(std::string_view node) {
  std::string_view name = node.substr(1, node.find_first_of(" >", 1) - 1);
  if (name == "svg" || name == "math") return true;
  return (html::element(name).flags & html::kSkipped) != 0 && node.find(' ') == std::string_view::npos;
}

/// The text nodes of a tree written as "| <p>", "|   "text"", outside hidden elements.
std::string shown(const std::vector<std::string>& tree) {
  std::string out;
  std::size_t hidden = std::string::npos;  // depth of the hidden element that is open
  bool in_text = false;
  for (const std::string& line : tree) {
    if (!line.starts_with("| ")) {
      if (in_text) out += line + "\n";
      continue;
    }
    const std::size_t depth = line.find_first_not_of(' ', 1);
    if (depth == std::string::npos) continue;
    if (hidden != std::string::npos && depth <= hidden) hidden = std::string::npos;
    const std::string_view node = std::string_view(line).substr(depth);
    in_text = node.starts_with('"') && hidden == std::string::npos;
    if (in_text) out += std::string(node.substr(1)) + "\n";
    if (node.starts_with('<') && !node.starts_with("<!") && hidden == std::string::npos && is_hidden(node)) hidden = depth;
  }
  return out;
}

/// The closing quotation mark of each text node is dropped with its line's end.
std::string expected_text(const std::vector<std::string>& tree) {
  std::string out = shown(tree);
  for (std::size_t at = out.find("\"\n"); at != std::string::npos; at = out.find("\"\n", at)) out.erase(at, 2);
  return squeezed(out);
}

struct Counts {
  int same = 0, other = 0;
};

std::optional<Counts> run_file(const std::string& path, bool verbose) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  Counts counts;
  for (const Case& c : read_cases(file)) {
    if (!c.counts) continue;
    const std::string expected = expected_text(c.tree), got = squeezed(html::lay_out(Text::raw(c.page)).text.view());
    ++(expected == got ? counts.same : counts.other);
    if (verbose && expected != got) fmt::print("  {}\n    expected {}\n    got      {}\n", c.page, expected, got);
  }
  return counts;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool verbose = std::erase(arguments, "-v") > 0;
  int least = -1;
  if (arguments.size() > 1 && arguments[0] == "--least") {
    least = std::atoi(arguments[1].c_str());
    arguments.erase(arguments.begin(), arguments.begin() + 2);
  }
  Counts total;
  for (const std::string& path : arguments) {
    const std::optional<Counts> counts = run_file(path, verbose);
    if (!counts) {
      fmt::print(stderr, "{}: error: not readable\n", path);
      return 2;
    }
    total.same += counts->same;
    total.other += counts->other;
  }
  fmt::print("same text: {} of {}\n", total.same, total.same + total.other);
  return total.same >= (least < 0 ? total.same + total.other : least) && total.same > 0 ? 0 : 1;
}
