#include "match/pattern.h"

#include "match/expression.h"
#include "match/phrase.h"

#include <algorithm>

namespace hypeline {
namespace {

constexpr int kMaxNesting = 8;
constexpr std::size_t kMostSpellings = 200;

std::size_t depth_of(Role role) { return role == Role::rule ? 3 : 2; }

using Inserted = std::expected<std::string, PatternError>;

Inserted insert_fragments(std::string_view source, const Fragments& fragments, int depth) {
  std::string out;
  for (std::size_t at = 0;;) {
    const std::size_t open = source.find("<<", at);
    out += source.substr(at, open - at);
    if (open == std::string_view::npos) return out;
    const std::size_t close = source.find(">>", open);
    if (close == std::string_view::npos) return std::unexpected(PatternError{open, "'<<' without '>>'"});
    const std::string_view name = source.substr(open + 2, close - open - 2);
    const std::string_view regex = find_fragment(fragments, name);
    if (regex.empty()) return std::unexpected(PatternError{open, "unknown fragment '" + std::string(name) + "'"});
    if (depth == kMaxNesting) return std::unexpected(PatternError{open, "fragments that hold each other"});
    auto inner = insert_fragments(regex, fragments, depth + 1);
    if (!inner) return std::unexpected(PatternError{open, "in <<" + std::string(name) + ">>: " + inner.error().message});
    out += "(?:" + *inner + ")";
    at = close + 2;
  }
}

// A place in the expression as a place in the pattern; past the first fragment the two differ, and the first fragment is the best guess.
std::size_t place_in(std::string_view pattern, std::size_t at) { return std::min(at + 1, std::min(pattern.find("<<"), pattern.size() - 1)); }

std::expected<Pattern, PatternError> read_expression(std::string_view pattern, const Fragments& fragments, Role role) {
  const auto source = insert_fragments(pattern.substr(1, pattern.size() - 2), fragments, 0);
  if (!source) return std::unexpected(PatternError{source.error().at + 1, source.error().message});
  auto regex = read_regex(*source);
  if (!regex) return std::unexpected(PatternError{place_in(pattern, regex.error().at), regex.error().message});
  const bool sure = surely_compiles(*regex, Expression::kLargestProgram);
  Pattern out{.re2 = std::move(regex->re2), .sure = sure};
  out.triggers = derive_triggers(regex->tree, depth_of(role));
  out.lane = out.triggers.empty();
  if (role == Role::rule) out.needs = derive_needs(regex->tree);
  return out;
}

// The triggers of all spellings if the trie can find every one of them whole, none otherwise.
std::vector<Trigger> whole_triggers(const Phrase& phrase) {
  std::vector<Trigger> out;
  for (const std::string& spelling : spell_out(phrase, kMostSpellings)) {
    PhraseTrigger found = phrase_trigger(spelling);
    if (!found.whole) return {};
    out.push_back(std::move(found.trigger));
  }
  return out;
}

std::expected<Pattern, PatternError> read_words(std::string_view pattern, Role role) {
  const auto phrase = read_phrase(pattern);
  if (!phrase) return std::unexpected(phrase.error());
  Regex regex = phrase_regex(*phrase);
  const bool sure = surely_compiles(regex, Expression::kLargestProgram);
  Pattern out{.re2 = std::move(regex.re2), .phrase = true, .sure = sure};
  if (role == Role::rule) out.whole = whole_triggers(*phrase);
  if (out.whole.empty()) out.triggers = derive_triggers(regex.tree, depth_of(role));
  out.lane = out.whole.empty() && out.triggers.empty();
  return out;
}

}  // namespace

std::string_view find_fragment(const Fragments& fragments, std::string_view name) {
  const auto at = std::find_if(fragments.begin(), fragments.end(), [&](const auto& f) { return f.first == name; });
  return at == fragments.end() ? std::string_view() : std::string_view(at->second);
}

std::expected<Pattern, PatternError> read_pattern(std::string_view pattern, const Fragments& fragments, Role role) {
  if (pattern.empty()) return std::unexpected(PatternError{0, "an empty pattern"});
  if (pattern.front() != '/') return read_words(pattern, role);
  if (pattern.size() < 3 || pattern.back() != '/') return std::unexpected(PatternError{0, "a regular expression stands between two slashes"});
  return read_expression(pattern, fragments, role);
}

}  // namespace hypeline
