#include "assess/facts/identifiers.h"

#include "core/tsv.h"

#include <algorithm>

namespace hypeline {
namespace {

constexpr std::size_t kLongestPmid = 9;

bool is_figure(char c) { return c >= '0' && c <= '9'; }

std::string small(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

/// The digits that begin where `words` has its first one behind `mark`.
std::string_view digits_behind(std::string_view words, std::string_view mark) {
  const std::size_t found = words.find(mark);
  if (found == std::string_view::npos) return {};
  const std::size_t begin = words.find_first_of("0123456789", found + mark.size());
  if (begin == std::string_view::npos) return {};
  const std::size_t end = words.find_first_not_of("0123456789", begin);
  return words.substr(begin, end == std::string_view::npos ? end : end - begin);
}

SourceId of_address(std::string_view words) {
  const std::string address = small(words);
  if (address.find("doi.org/") != std::string::npos) return {normal_doi(doi_in(words)), {}};
  for (const std::string_view place : {"pubmed.ncbi.nlm.nih.gov/", "ncbi.nlm.nih.gov/pubmed/"})
    if (address.find(place) != std::string::npos) return {{}, normal_pmid(digits_behind(address, place))};
  return {};
}

}  // namespace

std::string_view doi_in(std::string_view words) {
  const std::size_t at = words.find("10.");
  if (at == std::string_view::npos || words.find('/', at) == std::string_view::npos) return {};
  std::string_view doi = words.substr(at);
  doi = doi.substr(0, doi.find_first_of(" \t\n\r\"<>"));
  while (!doi.empty() && (doi.back() == '.' || doi.back() == ',' || doi.back() == ';' || (doi.back() == ')' && doi.find('(') == std::string_view::npos)))
    doi.remove_suffix(1);
  return doi;
}

std::string normal_doi(std::string_view cell) { return small(doi_in(trim(cell))); }

std::string normal_pmid(std::string_view cell) {
  cell = trim(cell);
  cell.remove_prefix(std::min(cell.find_first_not_of('0'), cell.size()));
  const bool shaped = !cell.empty() && cell.size() <= kLongestPmid && std::all_of(cell.begin(), cell.end(), is_figure);
  return shaped ? std::string(cell) : std::string();
}

SourceId identify(const Document& document, const Annotation& cited) {
  const std::string_view words = document.words(cited), kind = cited.attribute("kind");
  if (cited.attribute("truncated") == "yes") return {};
  if (kind == "doi") return {normal_doi(doi_in(words)), {}};
  if (kind == "pmid") return {{}, normal_pmid(digits_behind(words, ""))};
  return kind == "url" ? of_address(words) : SourceId{};
}

}  // namespace hypeline
