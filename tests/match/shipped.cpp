#include "shipped.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace hypeline::testing {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<fs::path> files_below(const fs::path& root) {
  std::vector<fs::path> out;
  if (!fs::exists(root)) return out;
  for (const auto& entry : fs::recursive_directory_iterator(root))
    if (entry.is_regular_file()) out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

std::vector<LexiconFile> shipped_files() {
  const fs::path root = fs::path(HYPELINE_ROOT) / "lexicons";
  std::vector<LexiconFile> out;
  for (const fs::path& path : files_below(root))
    if (path.extension() == ".tsv") out.push_back({fs::relative(path, root).generic_string(), read_file(path)});
  return out;
}

Lexicon shipped_lexicon() {
  auto lexicon = Lexicon::parse(shipped_files());
  if (!lexicon) throw std::runtime_error(to_string(lexicon.error().front()));
  return std::move(*lexicon);
}

std::vector<std::string> corpus_articles() { return texts_below((fs::path(HYPELINE_ROOT) / "corpus" / "articles").string()); }

std::vector<std::string> texts_below(const std::string& folder) {
  std::vector<std::string> out;
  for (const fs::path& path : files_below(folder))
    if (path.extension() == ".txt") out.push_back(read_file(path));
  return out;
}

std::vector<Span> paragraphs_of(std::string_view text) {
  std::vector<Span> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", at), text.size());
    if (end > at) out.push_back(make_span(at, end));
    at = std::min(text.find_first_not_of('\n', end), text.size());
  }
  return out;
}

}  // namespace hypeline::testing
