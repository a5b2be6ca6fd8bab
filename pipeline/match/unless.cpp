#include "match/unless.h"

#include "core/unicode.h"

#include <algorithm>

namespace hypeline {
namespace {

std::uint32_t pair_hash(std::uint32_t first, std::uint32_t second) { return first * 0x9E3779B1u + second; }

}  // namespace

Unless::Unless(const Lexicon& lexicon) : first_(static_cast<std::uint32_t>(lexicon.rules().size())) {
  for (std::size_t i = first_; i < lexicon.patterns().size(); ++i) {
    Beginnings& beginnings = beginnings_.emplace_back();
    beginnings.anywhere = lexicon.patterns()[i].lane;
    for (const Trigger& trigger : lexicon.patterns()[i].triggers) beginnings.add(trigger);
    std::sort(beginnings.hashes.begin(), beginnings.hashes.end());
  }
}

void Unless::Beginnings::add(std::uint32_t hash) {
  hashes.push_back(hash);
  filter[hash / 64 % 4] |= std::uint64_t{1} << (hash % 64);
}

void Unless::Beginnings::add(const Trigger& trigger) {
  const auto& words = trigger.words;
  const std::string& first = words.empty() ? trigger.stem.word : words[0].word;
  const WordKey key = key_of(first);
  if (trigger.kind == Trigger::Kind::sign) {
    if (signs.find(trigger.sign[0]) == std::string::npos) signs += trigger.sign[0];
  } else if (first == Step::kNumber) {
    number = true;
  } else if (words.empty()) {
    const std::uint64_t mask = first.size() >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * first.size())) - 1;
    stems.push_back({key.head & mask, mask});
  } else {
    const bool two = words.size() > 1 && words[1].word != Step::kNumber;
    add(two ? pair_hash(key.hash, key_of(words[1].word).hash) : key.hash);
  }
}

inline bool Unless::Beginnings::may_hold(std::uint32_t hash) const {
  return (filter[hash / 64 % 4] >> (hash % 64) & 1) != 0 && std::binary_search(hashes.begin(), hashes.end(), hash);
}

inline bool Unless::Beginnings::may_begin(const Tokens& tokens, std::size_t i) const {
  const Token& token = tokens[i];
  if (may_hold(token.hash) || (number && starts_with_digit(token))) return true;
  if (i + 1 < tokens.size() && may_hold(pair_hash(token.hash, tokens[i + 1].hash))) return true;
  return std::any_of(stems.begin(), stems.end(), [&](const Stem& stem) { return (token.head & stem.mask) == stem.head; });
}

inline bool Unless::Beginnings::may_begin(std::string_view text, std::uint32_t at) const { return signs.find(text[at]) != std::string::npos; }

bool Unless::covers(std::uint32_t pattern, Span span, const Passage& passage, Expressions& expressions) const {
  const Beginnings& beginnings = beginnings_[pattern - first_];
  if (beginnings.anywhere) return expressions[pattern].covers(passage.text, passage.paragraph, span);
  const std::uint32_t earliest = span.begin - std::min(span.begin, Expression::kLookBack);
  const auto covered_from = [&](std::uint32_t begin) {
    return is_word_boundary(passage.text, begin) && expressions[pattern].end_at(passage.text, passage.paragraph, begin) >= span.end;
  };
  for (std::size_t i = passage.tokens.first_at(earliest); i < passage.tokens.size() && passage.tokens[i].span.begin <= span.begin; ++i)
    if (beginnings.may_begin(passage.tokens, i) && covered_from(passage.tokens[i].span.begin)) return true;
  if (beginnings.signs.empty()) return false;
  for (std::uint32_t at = std::max(earliest, passage.paragraph.begin); at <= span.begin; ++at)
    if (beginnings.may_begin(passage.text, at) && covered_from(at)) return true;
  return false;
}

}  // namespace hypeline
