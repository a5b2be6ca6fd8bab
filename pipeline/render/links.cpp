#include "render/links.h"

#include "render/escape.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace hypeline {
namespace {

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }
bool is_plain(char c) {
  return is_digit_byte(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || std::string_view("-._~/:()").find(c) != std::string_view::npos;
}

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) is_plain(c) ? void(out += c) : void(out += fmt::format("%{:02X}", static_cast<unsigned char>(c)));
  return out;
}

/// The last run of digits, if it has between `least` and `most` of them.
std::string_view digits(std::string_view words, std::size_t least, std::size_t most) {
  std::size_t end = words.size();
  while (end > 0 && !is_digit_byte(words[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && is_digit_byte(words[begin - 1])) --begin;
  const std::size_t n = end - begin;
  return n >= least && n <= most ? words.substr(begin, n) : std::string_view();
}

std::string numbered(std::string_view base, std::string_view number) { return number.empty() ? std::string() : fmt::format("{}{}", base, number); }

std::string doi(std::string_view words) {
  std::size_t at = words.find("10.");
  if (at == std::string_view::npos || words.find('/', at) == std::string_view::npos) return {};
  std::string_view id = words.substr(at);
  id = id.substr(0, id.find_first_of(" \t\n\r\"<>"));
  while (!id.empty() && (id.back() == '.' || id.back() == ',' || id.back() == ';' || (id.back() == ')' && id.find('(') == std::string_view::npos)))
    id.remove_suffix(1);
  return "https://doi.org/" + percent_encoded(id);
}

std::string arxiv(std::string_view words) {
  const std::size_t at = words.find_first_of("0123456789");
  if (at == std::string_view::npos) return {};
  std::size_t begin = at;  // "arXiv:hep-th/9901001": the archive stands before the number
  while (begin > 0 && words[begin - 1] != ':' && words[begin - 1] != ' ') --begin;
  const std::string_view id = words.substr(begin, words.find_first_of(" \t\n", begin) - begin);
  const bool shaped = std::all_of(id.begin(), id.end(), [](char c) { return is_plain(c) && c != ':'; });
  return shaped && id.size() >= 9 ? fmt::format("https://arxiv.org/abs/{}", id) : std::string();
}

std::string web(std::string_view words) {
  const bool whole = words.find("://") != std::string_view::npos;
  const std::string url = whole ? std::string(words) : fmt::format("https://{}", words);
  return is_web_url(url) ? url : std::string();
}

struct Resolver {
  std::string_view kind;
  std::string (*link)(std::string_view words);
};

constexpr std::array<Resolver, 7> kResolvers = {{
    {"doi", doi},
    {"pmid", [](std::string_view w) { return numbered("https://pubmed.ncbi.nlm.nih.gov/", digits(w, 4, 9)); }},
    {"pmcid", [](std::string_view w) { return numbered("https://pmc.ncbi.nlm.nih.gov/articles/PMC", digits(w, 4, 9)); }},
    {"nct", [](std::string_view w) { return numbered("https://clinicaltrials.gov/study/NCT", digits(w, 8, 8)); }},
    {"isrctn", [](std::string_view w) { return numbered("https://www.isrctn.com/ISRCTN", digits(w, 8, 8)); }},
    {"arxiv", arxiv},
    {"url", web},
}};

}  // namespace

std::string source_link(std::string_view kind, std::string_view words) {
  const auto at = std::find_if(kResolvers.begin(), kResolvers.end(), [&](const Resolver& r) { return r.kind == kind; });
  if (at == kResolvers.end()) return {};
  std::string link = at->link(words);
  return is_web_url(link) ? link : std::string();
}

bool has_address(std::string_view kind) {
  return std::any_of(kResolvers.begin(), kResolvers.end(), [&](const Resolver& r) { return r.kind == kind; });
}

}  // namespace hypeline
