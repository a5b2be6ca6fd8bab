#include "match/trie.h"

#include "match/fold.h"

#include <algorithm>

namespace hypeline {
namespace {

bool is_digit_at(const Tokens& tokens, std::uint32_t at) { return tokens.text()[at] >= '0' && tokens.text()[at] <= '9'; }

}  // namespace

std::uint32_t Trie::child(std::uint32_t node, std::uint32_t gap, std::uint32_t word) const {
  if (node == kRoot) return gap == 0 ? first_[word] : kNoNode;
  const std::uint64_t key = edge_key(node, gap, word);
  return keys_.may_hold(static_cast<std::uint32_t>(edge_hash(key))) ? find_edge(key) : kNoNode;
}

std::uint32_t Trie::find_edge(std::uint64_t key) const {
  const std::size_t mask = edges_.size() - 1;
  for (std::size_t at = edge_hash(key) & mask;; at = (at + 1) & mask) {
    if (edges_[at].key == key) return edges_[at].node;
    if (edges_[at].key == 0) return kNoNode;
  }
}

std::uint32_t Trie::gap_id(GapText gap) const {
  const auto at = std::find(gaps_.begin(), gaps_.end(), gap);
  return at == gaps_.end() ? kNoGap : static_cast<std::uint32_t>(at - gaps_.begin());
}

std::uint32_t Trie::gap_at(const Tokens& tokens, Place place) const {
  const Token& next = tokens[place.next];
  if (place.end >= next.span.begin) return 0;
  if (next.gap != Gap::other && tokens[place.next - 1].span.end == place.end) return static_cast<std::uint32_t>(next.gap);
  const GapText gap = gap_text(slice(tokens.text(), {place.end, next.span.begin}));
  return gap == 0 ? kNoGap : gap_id(gap);
}

void Trie::root_stems(const Token& token, Found& found) const {
  const std::uint32_t hash = stem_hash(token.head);
  if (stem_heads_.may_hold(short_head(token.head)) && stem_thirds_.may_hold(hash))
    for (const Stem& stem : buckets_[hash % kBuckets])
      if (stem.begins(token.head, token.foreign)) found.tries.push_back(stem.pattern);
  if (!token.foreign) return;
  for (const Stem& stem : foreign_stems_)
    if (stem.begins(token.head, true)) found.tries.push_back(stem.pattern);
}

void Trie::at(const Tokens& tokens, std::size_t i, Found& found) const {
  root_stems(tokens[i], found);
  if (starts_with_digit(tokens[i]))
    for (std::uint32_t n = 0; n < nodes_[kRoot + 1].numbers; ++n) found.tries.push_back(numbers_[n].pattern);
  step(kRoot, 0, tokens, {tokens[i].span.begin, i}, found);
}

// From a node over the gap to the word, or the number, that follows.
void Trie::step(std::uint32_t node, std::uint32_t gap, const Tokens& tokens, Place place, Found& found) const {
  const Token& token = tokens[place.next];
  const std::uint32_t begin = std::max(place.end, token.span.begin);
  const std::uint32_t word = begin == token.span.begin ? words_.find(tokens, token) : words_.find(fold_word(slice(tokens.text(), {begin, token.span.end})));
  if (word != Vocabulary::kNone)
    if (const std::uint32_t next = child(node, gap, word); next != kNoNode) arrive(next, tokens, {token.span.end, place.next + 1}, found);
  if (!is_digit_at(tokens, begin)) return;
  const std::uint32_t next = child(node, gap, number_);
  if (next == kNoNode) return;
  Place behind{tokens.number_end(begin), place.next};
  while (behind.next < tokens.size() && tokens[behind.next].span.end <= behind.end) ++behind.next;
  arrive(next, tokens, behind, found);
}

void Trie::arrive(std::uint32_t node, const Tokens& tokens, Place place, Found& found) const {
  collect(node, tokens, place, found);
  const Node& here = nodes_[node];
  const Node& end = nodes_[node + 1];
  if (place.next == tokens.size() || (here.leaf && here.stems == end.stems && here.numbers == end.numbers)) return;
  const std::uint32_t gap = gap_at(tokens, place);
  if (gap == kNoGap) return;
  const Token& token = tokens[place.next];
  const std::uint32_t begin = std::max(place.end, token.span.begin);
  const std::uint64_t head = begin == token.span.begin ? token.head : key_of(fold_word(slice(tokens.text(), {begin, token.span.end}))).head;
  for (std::uint32_t i = here.stems; i < end.stems; ++i)
    if (stems_[i].gap == gap && stems_[i].begins(head, token.foreign)) found.tries.push_back(stems_[i].pattern);
  for (std::uint32_t i = here.numbers; i < end.numbers; ++i)
    if (numbers_[i].tail == gap && is_digit_at(tokens, begin)) found.tries.push_back(numbers_[i].pattern);
  if (!here.leaf) step(node, gap, tokens, place, found);
}

void Trie::collect(std::uint32_t node, const Tokens& tokens, Place place, Found& found) const {
  for (std::uint32_t i = nodes_[node].terminals; i < nodes_[node + 1].terminals; ++i) {
    const Terminal& terminal = terminals_[i];
    std::uint32_t end = place.end;
    if (terminal.tail != 0) {
      const auto size = match_gap(tokens.text().substr(end), tails_[terminal.tail]);
      if (!size) continue;
      end += static_cast<std::uint32_t>(*size);
    }
    if (terminal.whole)
      found.wholes.push_back({terminal.pattern, end});
    else
      found.tries.push_back(terminal.pattern);
  }
}

}  // namespace hypeline
