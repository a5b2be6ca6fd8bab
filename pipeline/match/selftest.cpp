#include "match/selftest.h"

#include "match/marks.h"
#include "match/matcher.h"

#include <fmt/format.h>

#include <algorithm>

namespace hypeline {
namespace {

constexpr std::string_view kBetween = " || ";

std::vector<Span> matches_of(RuleId rule, std::string_view text, Matcher& matcher) {
  std::vector<Span> out;
  for (const Match& match : matcher.find(text, {make_span(0, text.size())}))
    if (match.rule == rule) out.push_back(match.span);
  return out;
}

std::string shown(std::string_view text, const std::vector<Span>& spans) {
  std::string out;
  for (const Span span : spans) out += fmt::format("{}'{}'", out.empty() ? "" : ", ", slice(text, span));
  return out.empty() ? "nothing" : out;
}

std::vector<std::string> test_hit(const Rule& rule, RuleId id, Matcher& matcher) {
  const auto example = read_marks(rule.hit);
  const auto found = matches_of(id, example->text, matcher);
  if (found.empty()) return {fmt::format("hit: '{}' does not match in '{}'", rule.id, example->text)};
  std::vector<std::string> out;
  for (const Span mark : example->marks)
    if (std::find(found.begin(), found.end(), mark) == found.end())
      out.push_back(fmt::format("hit: '{}' matches {} where '{}' is marked", rule.id, shown(example->text, found), slice(example->text, mark)));
  return out;
}

std::vector<std::string_view> misses(std::string_view cell) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < cell.size();) {
    const std::size_t end = std::min(cell.find(kBetween, at), cell.size());
    out.push_back(cell.substr(at, end - at));
    at = end + kBetween.size();
  }
  return out;
}

std::vector<std::string> test_misses(const Rule& rule, RuleId id, Matcher& matcher) {
  std::vector<std::string> out;
  for (const std::string_view text : misses(rule.miss)) {
    const auto found = matches_of(id, text, matcher);
    if (!found.empty()) out.push_back(fmt::format("miss: '{}' matches {} in '{}'", rule.id, shown(text, found), text));
  }
  return out;
}

}  // namespace

Errors self_test(const Lexicon& lexicon) {
  Matcher matcher(lexicon);
  Errors out;
  for (RuleId id = 0; id < lexicon.rules().size(); ++id) {
    const Rule& rule = lexicon.rules()[id];
    for (const auto& messages : {test_hit(rule, id, matcher), test_misses(rule, id, matcher)})
      for (const std::string& message : messages) out.push_back({rule.file, rule.line, 0, message, {}});
  }
  return out;
}

}  // namespace hypeline
