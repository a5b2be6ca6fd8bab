#include "match/rule_row.h"

#include "match/expression.h"
#include "match/marks.h"

#include <fmt/format.h>

#include <algorithm>

namespace hypeline {
namespace {

bool is_id(std::string_view text) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !text.empty() && std::all_of(text.begin(), text.end(), fits) && text.front() != '-' && text.back() != '-';
}

// `level=animal` as its two sides; a word without `=` gets an empty key, which check_rule reports.
std::pair<std::string, std::string> read_attribute(std::string_view word) {
  const std::size_t equals = word.find('=');
  if (equals == std::string_view::npos) return {std::string(), std::string(word)};
  return {std::string(word.substr(0, equals)), std::string(word.substr(equals + 1))};
}

void read_label(std::string_view cell, Rule& rule) {
  auto words = split(trim(cell), ' ');
  std::erase_if(words, [](std::string_view word) { return word.empty(); });
  if (words.empty()) return;
  rule.label = label_id(words[0]);
  for (const std::string_view word : std::vector(words.begin() + 1, words.end())) rule.attributes.push_back(read_attribute(word));
}

}  // namespace

std::vector<std::string_view> rule_header() { return {"id", "label", "pattern", "unless", "hit", "miss", "source"}; }

Rule make_rule(std::string_view file, const TsvRow& row) {
  Rule rule;
  rule.id = row.cells[0];
  read_label(row.cells[1], rule);
  rule.pattern = row.cells[2];
  rule.unless = row.cells[3];
  rule.hit = row.cells[4];
  rule.miss = row.cells[5];
  rule.source = row.cells[6];
  rule.file = file;
  rule.line = row.line;
  return rule;
}

std::vector<std::string> check_rule(const Rule& rule, const Labels& labels) {
  std::vector<std::string> out;
  if (!is_id(rule.id)) out.push_back(fmt::format("an id is lower-case-with-dashes, not '{}'", rule.id));
  if (labels.find(rule.label) == nullptr) out.emplace_back("unknown label");
  for (const auto& [key, value] : rule.attributes)
    if (key.empty() || value.empty()) out.push_back(fmt::format("an attribute is written key=value, not '{}{}'", key, value));
  if (rule.hit.empty()) out.emplace_back("no hit: a sentence in which the rule must match");
  if (!read_marks(rule.hit)) out.emplace_back("[[ and ]] in hit do not pair");
  return out;
}

std::expected<Pattern, PatternError> compile_pattern(std::string_view pattern, const Fragments& fragments, Role role) {
  auto read = read_pattern(pattern, fragments, role);
  if (!read || read->sure || !read->whole.empty()) return read;
  if (std::string error = Expression(*read).error(); !error.empty()) return std::unexpected(PatternError{0, std::move(error)});
  return read;
}

}  // namespace hypeline
