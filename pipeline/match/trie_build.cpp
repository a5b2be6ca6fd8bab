// How the trie is made; trie.cpp looks things up.
#include "match/fold.h"
#include "match/trie.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace hypeline {
namespace {

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

}  // namespace hypeline
