#include "ingest/paragraphs.h"

#include "ingest/spans.h"

#include <algorithm>
#include <span>

namespace hypeline {
namespace {

constexpr std::size_t kNarrowest = 45, kWidest = 120;  // columns a text may be wrapped at

std::size_t first_word(std::string_view line) { return std::min(line.find(' '), line.size()); }

/// True if the lines end where the next word would not have fitted, as a program wraps them. The last line may be short.
bool is_wrapped(std::string_view text, std::span<const Span> lines) {
  if (lines.size() < 2) return false;
  std::size_t width = 0;
  for (const Span line : lines) width = std::max<std::size_t>(width, line.size());
  if (width < kNarrowest || width > kWidest) return false;
  std::size_t loose = 0, open = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const char last = text[lines[i].end - 1];
    loose += lines[i].size() + 1 + first_word(slice(text, lines[i + 1])) + 2 < width;
    open += last != '.' && last != '!' && last != '?' && last != ':';
  }
  return loose * 8 <= lines.size() - 1 && open * 2 >= lines.size() - 1;
}

/// Adds the blocks of lines that no blank line parts.
void add_stretch(std::string_view text, std::span<const Span> lines, std::vector<Block>& out) {
  if (lines.empty()) return;
  if (is_wrapped(text, lines)) return out.push_back({{lines.front().begin, lines.back().end}});
  for (const Span line : lines) out.push_back({line});
}

}  // namespace

std::vector<Block> find_paragraphs(std::string_view text) {
  std::vector<Block> out;
  std::vector<Span> stretch;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const Span line = trimmed(text, make_span(begin, end));
    if (!line.empty()) stretch.push_back(line);
    if (line.empty() || end == text.size()) {
      add_stretch(text, stretch, out);
      stretch.clear();
    }
    begin = end + 1;
  }
  add_stretch(text, stretch, out);
  return out;
}

}  // namespace hypeline
