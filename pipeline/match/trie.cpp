#include "match/trie.h"

#include "match/fold.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace hypeline {
namespace {

constexpr std::uint32_t kRoot = 0;
constexpr std::uint32_t kNoNode = 0;  // the root is nobody's child
constexpr std::uint32_t kNoGap = 0xFFFFu;
constexpr std::size_t kBuckets = 1024;

std::vector<std::string> words_of(const std::vector<TrieEntry>& entries) {
  std::unordered_set<std::string_view> out{Step::kNumber};
  for (const TrieEntry& entry : entries)
    for (const Step& step : entry.trigger->words) out.insert(step.word);
  std::vector<std::string> sorted(out.begin(), out.end());
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

std::vector<GapText> gaps_of(const std::vector<TrieEntry>& entries) {
  std::vector<GapText> out{0, ' ', '\''};
  const auto add = [&](GapText gap) {
    if (std::find(out.begin(), out.end(), gap) == out.end()) out.push_back(gap);
  };
  for (const TrieEntry& entry : entries) {
    for (const Step& step : entry.trigger->words) add(pack_gap(step.gap));
    add(pack_gap(entry.trigger->stem.gap));
  }
  return out;
}

std::uint64_t low_bytes(std::size_t count) { return count >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * count)) - 1; }

std::uint64_t edge_key(std::uint32_t node, std::uint32_t gap, std::uint32_t word) { return (std::uint64_t{node} << 40 | std::uint64_t{word} << 16 | gap) + 1; }
std::size_t edge_hash(std::uint64_t key) { return static_cast<std::size_t>(key * 0x9E3779B97F4A7C15u >> 32); }

bool is_digit_at(const Tokens& tokens, std::uint32_t at) { return tokens.text()[at] >= '0' && tokens.text()[at] <= '9'; }

}  // namespace

/// What hangs on each node while the trie is built.
struct Trie::Draft {
  struct Leaves {
    std::vector<Terminal> terminals;
    std::vector<Stem> stems;
    std::vector<Terminal> numbers;
  };
  std::vector<Leaves> nodes;
  Leaves& at(std::uint32_t node) {
    if (nodes.size() <= node) nodes.resize(node + 1);
    return nodes[node];
  }
};

Trie::Trie(const std::vector<TrieEntry>& entries)
    : words_(words_of(entries)),
      gaps_(gaps_of(entries)),
      number_(words_.id_of(Step::kNumber)),
      number_hash_(key_of(Step::kNumber).hash),
      edges_(64),
      first_(words_.words().size(), kNoNode),
      buckets_(kBuckets) {
  Draft draft;
  for (const TrieEntry& entry : entries) {
    insert(entry, draft);
    fill_filters(*entry.trigger);
  }
  flatten(draft);
}

void Trie::flatten(const Draft& draft) {
  nodes_.emplace_back();
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
    nodes_[i].terminals = static_cast<std::uint32_t>(terminals_.size());
    nodes_[i].stems = static_cast<std::uint32_t>(stems_.size());
    nodes_[i].numbers = static_cast<std::uint32_t>(numbers_.size());
    if (i >= draft.nodes.size()) continue;
    std::ranges::copy(draft.nodes[i].terminals, std::back_inserter(terminals_));
    std::ranges::copy(draft.nodes[i].stems, std::back_inserter(stems_));
    std::ranges::copy(draft.nodes[i].numbers, std::back_inserter(numbers_));
  }
}

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

void Trie::put(std::uint64_t key, std::uint32_t node) {
  std::size_t at = edge_hash(key) & (edges_.size() - 1);
  while (edges_[at].key != 0) at = (at + 1) & (edges_.size() - 1);
  edges_[at] = {key, node};
}

void Trie::add_edge(std::uint64_t key, std::uint32_t node) {
  if (2 * ++edge_count_ > edges_.size()) {
    std::vector<Edge> old(edges_.size() * 2);
    old.swap(edges_);
    for (const Edge& edge : old)
      if (edge.key != 0) put(edge.key, edge.node);
  }
  put(key, node);
  keys_.add(static_cast<std::uint32_t>(edge_hash(key)));
}

std::uint32_t Trie::make_child(std::uint32_t node, std::uint32_t gap, std::uint32_t word) {
  if (const std::uint32_t there = child(node, gap, word); there != kNoNode) return there;
  if (node == kRoot)
    first_[word] = static_cast<std::uint32_t>(nodes_.size());
  else
    add_edge(edge_key(node, gap, word), static_cast<std::uint32_t>(nodes_.size()));
  nodes_[node].leaf = false;
  nodes_.emplace_back();
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

std::uint16_t Trie::tail_id(const std::string& tail) {
  const auto at = std::find(tails_.begin(), tails_.end(), tail);
  const auto id = static_cast<std::uint16_t>(at - tails_.begin());
  if (at == tails_.end()) tails_.push_back(tail);
  return id;
}

void Trie::insert(const TrieEntry& entry, Draft& draft) {
  std::uint32_t node = kRoot;
  for (const Step& step : entry.trigger->words) node = make_child(node, gap_id(pack_gap(step.gap)), words_.id_of(step.word));
  if (!entry.trigger->stem.word.empty()) return insert_stem(node, entry, draft);
  draft.at(node).terminals.push_back({entry.pattern, tail_id(entry.trigger->tail), entry.whole});
}

void Trie::insert_stem(std::uint32_t node, const TrieEntry& entry, Draft& draft) {
  const Step& step = entry.trigger->stem;
  if (step.word == Step::kNumber) return draft.at(node).numbers.push_back({entry.pattern, static_cast<std::uint16_t>(gap_id(pack_gap(step.gap))), false});
  const std::uint64_t mask = low_bytes(step.word.size());
  const Stem stem{key_of(step.word).head & mask, mask, entry.pattern, gap_id(pack_gap(step.gap)), entry.trigger->stem_ends};
  if (node != kRoot)
    draft.at(node).stems.push_back(stem);
  else if (stem.foreign_only)
    foreign_stems_.push_back(stem);
  else
    insert_root_stem(stem, step.word.size());
}

// A stem of two bytes goes into every bucket its third byte can lead to.
void Trie::insert_root_stem(const Stem& stem, std::size_t size) {
  for (std::uint64_t third = 0; third < (size > 2 ? 1u : 256u); ++third) {
    const std::uint32_t hash = stem_hash(stem.head | third << 16);
    stem_heads_.add(short_head(stem.head));
    stem_thirds_.add(hash);
    auto& bucket = buckets_[hash % kBuckets];
    const auto same = [&](const Stem& s) { return s.head == stem.head && s.mask == stem.mask && s.pattern == stem.pattern; };
    if (std::none_of(bucket.begin(), bucket.end(), same)) bucket.push_back(stem);
  }
}

// Words that are followed by something are looked for with what follows. Tokens that begin with a digit need no filter: they are rare.
void Trie::fill_filters(const Trigger& trigger) {
  if (trigger.words.empty() || trigger.words[0].word == Step::kNumber) return;
  const std::uint32_t first = key_of(trigger.words[0].word).hash;
  const std::string& stem = trigger.stem.word;
  if (trigger.words.size() > 1)
    pairs_.add(pair_hash(first, key_of(trigger.words[1].word).hash));
  else if (stem == Step::kNumber)
    pairs_.add(pair_hash(first, number_hash_));
  else if (stem.size() > 1)
    stem_pairs_.add(pair_hash(first, short_hash(key_of(stem).head)));
  else
    alone_.add(first);
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
