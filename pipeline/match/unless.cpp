#include "match/unless.h"

#include "core/unicode.h"

#include <algorithm>

namespace hypeline {
namespace {

std::uint32_t pair_hash(std::uint32_t first, std::uint32_t second) { return first * 0x9E3779B1u + second; }

}  // namespace

Unless::Unless(const Lexicon& lexicon) : first_(static_cast<std::uint32_t>(lexicon.rules().size())) {
  for (std::size_t i = first_; i < lexicon.patterns().size(); ++i) states_.push_back(state_of(lexicon.patterns()[i]));
}

bool Unless::State::may_hold(std::uint32_t hash) const {
  return (filter[hash / 64 % 4] >> (hash % 64) & 1) != 0 && std::binary_search(hashes.begin(), hashes.end(), hash);
}

void Unless::State::add(std::uint32_t hash) {
  hashes.push_back(hash);
  filter[hash / 64 % 4] |= std::uint64_t{1} << (hash % 64);
}

Unless::State Unless::state_of(const Pattern& pattern) {
  State out;
  out.anywhere = pattern.lane;
  for (const Trigger& trigger : pattern.triggers) {
    out.anywhere = out.anywhere || trigger.kind == Trigger::Kind::sign;
    add_words(out, trigger);
  }
  std::sort(out.hashes.begin(), out.hashes.end());
  return out;
}

void Unless::add_words(State& state, const Trigger& trigger) {
  const auto& words = trigger.words;
  const std::string& first = words.empty() ? trigger.stem.word : words[0].word;
  const WordKey key = key_of(first);
  if (first == Step::kNumber) {
    state.number = true;
  } else if (words.empty()) {
    const std::uint64_t mask = first.size() >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * first.size())) - 1;
    state.stems.push_back({key.head & mask, mask});
  } else {
    const bool two = words.size() > 1 && words[1].word != Step::kNumber;
    state.add(two ? pair_hash(key.hash, key_of(words[1].word).hash) : key.hash);
  }
}

bool Unless::may_begin(const State& state, const Tokens& tokens, std::size_t i) {
  const Token& token = tokens[i];
  if (state.may_hold(token.hash) || (state.number && starts_with_digit(token))) return true;
  if (i + 1 < tokens.size() && state.may_hold(pair_hash(token.hash, tokens[i + 1].hash))) return true;
  return std::any_of(state.stems.begin(), state.stems.end(), [&](const Stem& stem) { return (token.head & stem.mask) == stem.head; });
}

void Unless::find_up_to(State& state, std::uint32_t begin, const Passage& passage, const Expression& expression) {
  for (; state.next_token < passage.tokens.size(); ++state.next_token) {
    const Token& token = passage.tokens[state.next_token];
    const std::uint32_t at = token.span.begin;
    if (at > begin) return;
    if (!may_begin(state, passage.tokens, state.next_token) || (!state.found.empty() && at < state.found.back().end) || !is_word_boundary(passage.text, at))
      continue;
    if (const std::uint32_t end = expression.end_at(passage.text, passage.paragraph, at); end > at) state.found.push_back({at, end});
  }
}

void Unless::find_anywhere(State& state, const Passage& passage, const Expression& expression) {
  if (state.next_token == passage.tokens.size()) return;
  state.next_token = passage.tokens.size();
  for (auto at = expression.next(passage.text, passage.paragraph, passage.paragraph.begin); at; at = expression.next(passage.text, passage.paragraph, at->end))
    state.found.push_back(*at);
}

bool Unless::covers(std::uint32_t pattern, Span span, const Passage& passage, Expressions& expressions) {
  State& state = states_[pattern - first_];
  if (state.paragraph != paragraph_) {
    state.paragraph = paragraph_;
    state.next_token = 0;
    state.found.clear();
  }
  if (state.anywhere)
    find_anywhere(state, passage, expressions[pattern]);
  else
    find_up_to(state, span.begin, passage, expressions[pattern]);
  const auto behind = std::upper_bound(state.found.begin(), state.found.end(), span.begin, [](std::uint32_t at, Span found) { return at < found.begin; });
  return behind != state.found.begin() && (behind - 1)->contains(span);
}

}  // namespace hypeline
