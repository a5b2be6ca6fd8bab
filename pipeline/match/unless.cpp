#include "match/unless.h"

#include "core/unicode.h"

#include <algorithm>

namespace hypeline {
namespace {

std::uint64_t filter_bit(std::uint32_t hash) { return std::uint64_t{1} << (hash % 64); }

}  // namespace

Unless::Unless(const Lexicon& lexicon) : first_(static_cast<std::uint32_t>(lexicon.rules().size())) {
  for (std::size_t i = first_; i < lexicon.patterns().size(); ++i) states_.push_back(state_of(lexicon.patterns()[i]));
}

Unless::State Unless::state_of(const Pattern& pattern) {
  State out;
  out.anywhere = pattern.lane;
  for (const Trigger& trigger : pattern.triggers) {
    const std::string& word = trigger.words.empty() ? trigger.stem.word : trigger.words[0].word;
    const WordKey key = key_of(word);
    out.anywhere = out.anywhere || trigger.kind == Trigger::Kind::byte;
    out.number = out.number || word == Step::kNumber;
    if (trigger.words.empty()) {
      const std::uint64_t mask = word.size() >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * word.size())) - 1;
      out.stems.push_back({key.head & mask, mask});
    } else {
      out.words.push_back(key.hash);
      out.filter |= filter_bit(key.hash);
    }
  }
  std::sort(out.words.begin(), out.words.end());
  return out;
}

bool Unless::may_begin(const State& state, const Token& token) {
  if ((state.filter & filter_bit(token.hash)) != 0 && std::binary_search(state.words.begin(), state.words.end(), token.hash)) return true;
  if (state.number && starts_with_digit(token)) return true;
  return std::any_of(state.stems.begin(), state.stems.end(), [&](const Stem& stem) { return (token.head & stem.mask) == stem.head; });
}

void Unless::find_up_to(State& state, std::uint32_t begin, const Passage& passage, const Expression& expression) {
  for (; state.next_token < passage.tokens.size(); ++state.next_token) {
    const Token& token = passage.tokens[state.next_token];
    const std::uint32_t at = token.span.begin;
    if (at > begin) return;
    if (!may_begin(state, token) || (!state.found.empty() && at < state.found.back().end) || !is_word_boundary(passage.text, at)) continue;
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
  return std::any_of(state.found.begin(), state.found.end(), [&](Span found) { return found.contains(span); });
}

}  // namespace hypeline
