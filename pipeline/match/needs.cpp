#include "match/needs.h"

#include <algorithm>
#include <bitset>
#include <optional>
#include <utility>

namespace hypeline {
namespace {

using Kind = RegexNode::Kind;

constexpr std::size_t kMostNeeds = 4;
constexpr std::size_t kShortestStem = 3;  // bytes; outlook.h knows no shorter ones
constexpr double kMostChance = 2;         // words that meet a need by chance, beyond which it is not worth its test

/// What stands before the next character: surely a token's, surely none's, or either.
enum class Where : std::uint8_t { unknown, inside, apart };

/// Where a walk over the beginning of an expression stands.
struct Stand {
  Where where = Where::unknown;
  std::uint32_t tokens = 0;  // that may have begun so far, at most kAnywhere
  bool begun = false;        // the match has a first character
};

const std::bitset<128>& token_ascii() {
  static const std::bitset<128> kAll = [] {
    std::bitset<128> out;
    for (char32_t c = 0; c < 128; ++c) out[c] = is_token_char(c);
    return out;
  }();
  return kAll;
}

bool may_hold_tokens(const CharSet& set) { return set.others || (set.ascii & token_ascii()).any() || std::ranges::any_of(set.listed, is_token_char); }
bool holds_only_tokens(const CharSet& set) { return !set.others && (set.ascii & ~token_ascii()).none() && std::ranges::all_of(set.listed, is_token_char); }

bool may_be_empty(const RegexNode& node) {
  switch (node.kind) {
    case Kind::chars:
      return false;
    case Kind::sequence:
      return std::ranges::all_of(node.parts, may_be_empty);
    case Kind::choice:
      return std::ranges::any_of(node.parts, may_be_empty);
    case Kind::repeat:
      return node.min == 0 || may_be_empty(node.parts[0]);
    default:
      return true;
  }
}

Where after(const CharSet& set) {
  if (!may_hold_tokens(set)) return Where::apart;
  return holds_only_tokens(set) ? Where::inside : Where::unknown;
}

std::uint32_t limited(std::uint64_t tokens) { return static_cast<std::uint32_t>(std::min<std::uint64_t>(tokens, Need::kAnywhere)); }

Stand over(const RegexNode& node, Stand stand);

Stand over_chars(const CharSet& set, Stand stand) {
  const bool begins = may_hold_tokens(set) && stand.where != Where::inside;
  return {after(set), limited(std::uint64_t{stand.tokens} + begins), true};
}

Stand over_choice(const RegexNode& node, Stand stand) {
  Stand out = over(node.parts[0], stand);
  for (const RegexNode& part : node.parts) {
    const Stand one = over(part, stand);
    out = {one.where == out.where ? out.where : Where::unknown, std::max(one.tokens, out.tokens), one.begun && out.begun};
  }
  return out;
}

// A run of one class: every second character can begin a token if the class has characters of tokens and others, else the first at most.
std::uint64_t tokens_of_run(const RegexNode& node, const Stand& first) {
  if (first.where != Where::unknown) return first.tokens;
  return node.max == RegexNode::kUnbounded ? Need::kAnywhere : std::uint64_t{first.tokens} + static_cast<std::uint64_t>(node.max) / 2;
}

Stand over_repeat(const RegexNode& node, Stand stand) {
  if (node.max == 0) return stand;
  const Stand first = over(node.parts[0], stand);
  Stand out = over(node.parts[0], {first.where, first.tokens, first.begun});
  const std::uint64_t more = out.tokens - first.tokens;
  const bool run = node.parts[0].kind == Kind::chars;
  const std::uint64_t copies = node.max == RegexNode::kUnbounded ? Need::kAnywhere : static_cast<std::uint64_t>(node.max) - 1;
  out.tokens = limited(run ? tokens_of_run(node, first) : first.tokens + more * copies);
  if (first.where != out.where) out.where = Where::unknown;
  if (node.min > 0) return out;
  return {out.where == stand.where ? stand.where : Where::unknown, out.tokens, stand.begun};
}

Stand over(const RegexNode& node, Stand stand) {
  switch (node.kind) {
    case Kind::chars:
      return over_chars(node.chars, stand);
    case Kind::sequence:
      for (const RegexNode& part : node.parts) stand = over(part, stand);
      return stand;
    case Kind::choice:
      return over_choice(node, stand);
    case Kind::repeat:
      return over_repeat(node, stand);
    default:
      return stand;
  }
}

void flatten(const RegexNode& node, RegexParts& out) {
  if (node.kind != Kind::sequence) return out.push_back(&node);
  for (const RegexNode& part : node.parts) flatten(part, out);
}

// The share of words a trigger fits, by its length: a guess.
double share(const Trigger& trigger) {
  const std::size_t size = trigger.words.empty() ? trigger.stem.word.size() : trigger.words[0].word.size();
  const double whole = size <= 3 ? 0.02 : size == 4 ? 0.004 : size == 5 ? 0.002 : 0.0005;
  return trigger.words.empty() ? 3 * whole : whole;
}

bool is_usable(const Trigger& trigger) {
  if (trigger.kind != Trigger::Kind::words) return false;
  return !trigger.words.empty() || trigger.stem.word == Step::kNumber || trigger.stem.word.size() >= kShortestStem;
}

struct Candidate {
  Need need;
  double chance = 0;
};

std::optional<Candidate> candidate_of(const RegexParts& rest, std::uint32_t within) {
  if (std::ranges::all_of(rest, [](const RegexNode* node) { return may_be_empty(*node); })) return std::nullopt;
  Candidate out{{derive_triggers(rest, 1), within}};
  if (out.need.any.empty() || !std::ranges::all_of(out.need.any, is_usable)) return std::nullopt;
  for (const Trigger& trigger : out.need.any) out.chance += share(trigger) * std::min<double>(within, 60);
  return out;
}

std::vector<Candidate> candidates_of(const RegexParts& parts) {
  std::vector<Candidate> out;
  Stand stand;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (stand.begun && stand.where == Where::apart)
      if (auto one = candidate_of({parts.begin() + static_cast<std::ptrdiff_t>(i), parts.end()}, stand.tokens)) out.push_back(std::move(*one));
    stand = over(*parts[i], stand);
  }
  std::ranges::stable_sort(out, {}, &Candidate::chance);
  const auto twins = [](const Candidate& a, const Candidate& b) { return a.need.any == b.need.any; };
  out.erase(std::unique(out.begin(), out.end(), twins), out.end());
  return out;
}

// The best need of each way together; none if one of the ways has none.
std::vector<Candidate> of_choice(const RegexNode& node) {
  Candidate out{{{}, 0}};
  for (const RegexNode& part : node.parts) {
    RegexParts parts;
    flatten(part, parts);
    const auto ways = candidates_of(parts);
    if (ways.empty()) return {};
    out.need.any.insert(out.need.any.end(), ways[0].need.any.begin(), ways[0].need.any.end());
    out.need.within = std::max(out.need.within, ways[0].need.within);
    out.chance += ways[0].chance;
  }
  return {std::move(out)};
}

}  // namespace

std::vector<Need> derive_needs(const RegexNode& tree) {
  RegexParts parts;
  flatten(tree, parts);
  const auto found = parts.size() == 1 && parts[0]->kind == Kind::choice ? of_choice(*parts[0]) : candidates_of(parts);
  std::vector<Need> out;
  for (const Candidate& one : found)
    if (out.size() < kMostNeeds && one.chance <= kMostChance) out.push_back(one.need);
  return out;
}

}  // namespace hypeline
