#include "match/outlook.h"

#include <algorithm>

namespace hypeline {
namespace {

constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15u;
constexpr std::uint16_t kNumberKey = 0;
constexpr std::uint64_t kFour = 0xFFFFFFFFu;
constexpr std::uint64_t kThree = 0xFFFFFFu;

// `kind` keeps a word apart from a beginning that reads as it does.
std::uint16_t key(std::uint64_t value, std::uint64_t kind) { return static_cast<std::uint16_t>(((value << 2 | kind) * kMultiplier) >> 51); }

}  // namespace

Outlook::Ways Outlook::ways_of(const Token& token) {
  const std::uint16_t whole = key(token.hash, 0);
  return {whole, key(token.head & kFour, 1), key(token.head & kThree, 2), starts_with_digit(token) ? kNumberKey : whole};
}

std::uint16_t Outlook::key_of_trigger(const Trigger& trigger) {
  const std::string& word = trigger.words.empty() ? trigger.stem.word : trigger.words[0].word;
  if (word == Step::kNumber) return kNumberKey;
  const WordKey of = key_of(word);
  if (!trigger.words.empty()) return key(of.hash, 0);
  return word.size() > 3 ? key(of.head & kFour, 1) : key(of.head & kThree, 2);
}

Outlook::Wanted Outlook::wanted(const std::vector<Need>& needs) {
  Wanted out;
  for (const Need& need : needs) {
    auto& clause = out.clauses.emplace_back();
    clause.within = need.within;
    for (const Trigger& trigger : need.any) clause.keys.push_back(key_of_trigger(trigger));
    std::ranges::sort(clause.keys);
    clause.keys.erase(std::ranges::unique(clause.keys).begin(), clause.keys.end());
  }
  return out;
}

void Outlook::read(const Tokens& tokens) {
  tokens_ = &tokens;
  at_ = 0;
  behind_.resize(std::max(behind_.size(), tokens.size()));
  for (std::size_t i = tokens.size(); i-- > 0;) {
    const Ways ways = ways_of(tokens[i]);
    for (std::size_t way = 0; way < ways.size(); ++way) behind_[i][way] = ahead_[ways[way]];
    for (const std::uint16_t way : ways) ahead_[way] = static_cast<std::uint32_t>(i);
  }
}

void Outlook::pass(std::size_t i) {
  const Ways ways = ways_of((*tokens_)[i]);
  for (std::size_t way = 0; way < ways.size(); ++way) ahead_[ways[way]] = behind_[i][way];
  at_ = static_cast<std::uint32_t>(i + 1);
}

bool Outlook::allows_ahead(const Wanted& wanted) const {
  const auto stands_ahead = [&](std::uint16_t key) { return ahead_[key] != kNever; };
  return std::ranges::all_of(wanted.clauses, [&](const Wanted::Clause& clause) { return std::ranges::any_of(clause.keys, stands_ahead); });
}

bool Outlook::allows(const Wanted& wanted) const {
  return std::ranges::all_of(wanted.clauses, [&](const Wanted::Clause& clause) {
    const std::uint64_t last = clause.within == Need::kAnywhere ? kNever - 1 : std::uint64_t{at_} + clause.within;
    return std::ranges::any_of(clause.keys, [&](std::uint16_t k) { return ahead_[k] <= last; });
  });
}

}  // namespace hypeline
