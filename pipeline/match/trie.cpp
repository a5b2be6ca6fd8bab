#include "match/trie.h"

#include <algorithm>

namespace hypeline {
namespace {

constexpr std::uint32_t kRoot = 0;
constexpr std::uint32_t kNoNode = 0;  // the root is nobody's child
constexpr std::size_t kBuckets = 1024;

std::vector<std::string> words_of(const std::vector<TrieEntry>& entries) {
  std::vector<std::string> out;
  for (const TrieEntry& entry : entries)
    for (const Step& step : entry.trigger.words) out.push_back(step.word);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// "" for the first word and for what joins no words, then every gap of the triggers.
std::vector<std::string> gaps_of(const std::vector<TrieEntry>& entries) {
  std::vector<std::string> out{"", " ", "'"};
  const auto add = [&](const std::string& gap) {
    if (std::find(out.begin(), out.end(), gap) == out.end()) out.push_back(gap);
  };
  for (const TrieEntry& entry : entries) {
    for (const Step& step : entry.trigger.words) add(step.gap);
    add(entry.trigger.stem.gap);
  }
  return out;
}

std::uint64_t low_bytes(std::size_t count) { return count >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * count)) - 1; }

}  // namespace

Trie::Trie(const std::vector<TrieEntry>& entries) : words_(words_of(entries)), gaps_(gaps_of(entries)), edges_(64), buckets_(kBuckets) {
  for (const TrieEntry& entry : entries) {
    insert(entry);
    fill_filters(entry);
  }
}

std::uint64_t Trie::edge_key(std::uint32_t node, std::uint32_t gap, std::uint32_t word) {
  return (std::uint64_t{node} << 40 | std::uint64_t{word} << 16 | gap) + 1;
}

std::uint32_t Trie::child(std::uint32_t node, std::uint32_t gap, std::uint32_t word) const {
  const std::uint64_t key = edge_key(node, gap, word);
  const std::size_t mask = edges_.size() - 1;
  for (std::size_t at = (key * 0x9E3779B97F4A7C15u >> 32) & mask;; at = (at + 1) & mask) {
    if (edges_[at].key == key) return edges_[at].node;
    if (edges_[at].key == 0) return kNoNode;
  }
}

std::uint32_t Trie::make_child(std::uint32_t node, std::uint32_t gap, std::uint32_t word) {
  if (const std::uint32_t there = child(node, gap, word); there != kNoNode) return there;
  if (2 * (edge_count_ + 1) > edges_.size()) grow();
  const std::uint64_t key = edge_key(node, gap, word);
  std::size_t at = (key * 0x9E3779B97F4A7C15u >> 32) & (edges_.size() - 1);
  while (edges_[at].key != 0) at = (at + 1) & (edges_.size() - 1);
  edges_[at] = {key, static_cast<std::uint32_t>(nodes_.size())};
  ++edge_count_;
  nodes_[node].leaf = false;
  nodes_.emplace_back();
  return edges_[at].node;
}

void Trie::grow() {
  std::vector<Edge> old(edges_.size() * 2);
  old.swap(edges_);
  for (const Edge& edge : old) {
    if (edge.key == 0) continue;
    std::size_t at = (edge.key * 0x9E3779B97F4A7C15u >> 32) & (edges_.size() - 1);
    while (edges_[at].key != 0) at = (at + 1) & (edges_.size() - 1);
    edges_[at] = edge;
  }
}

Trie::Stem Trie::stem_of(const TrieEntry& entry) const {
  const std::string& word = entry.trigger.stem.word;
  const std::uint64_t mask = low_bytes(word.size());
  return {key_of(word).head & mask, mask, entry.pattern, gap_id(entry.trigger.stem.gap), entry.trigger.stem_ends};
}

void Trie::insert(const TrieEntry& entry) {
  std::uint32_t node = kRoot;
  for (const Step& step : entry.trigger.words) node = make_child(node, gap_id(step.gap), words_.id_of(step.word));
  if (!entry.trigger.stem.word.empty()) return insert_stem(node, entry);
  nodes_[node].terminals.push_back({entry.pattern, entry.whole, entry.trigger.tail});
}

// A stem of two bytes goes into every bucket its third byte can lead to.
void Trie::insert_stem(std::uint32_t node, const TrieEntry& entry) {
  const Stem stem = stem_of(entry);
  if (node != kRoot) return nodes_[node].stems.push_back(stem);
  if (stem.foreign_only) return foreign_stems_.push_back(stem);
  const std::uint64_t thirds = entry.trigger.stem.word.size() > 2 ? 1 : 256;
  for (std::uint64_t third = 0; third < thirds; ++third) {
    const std::uint32_t hash = stem_hash(stem.head | third << 16);
    stem_heads_.add(hash);
    auto& bucket = buckets_[hash % kBuckets];
    if (std::none_of(bucket.begin(), bucket.end(), [&](const Stem& s) { return s.head == stem.head && s.mask == stem.mask && s.pattern == stem.pattern; }))
      bucket.push_back(stem);
  }
}

void Trie::fill_filters(const TrieEntry& entry) {
  const auto& words = entry.trigger.words;
  if (words.empty()) return;
  const std::uint32_t first = key_of(words[0].word).hash;
  if (words.size() == 1)
    alone_.add(first);
  else
    pairs_.add(pair_hash(first, key_of(words[1].word).hash));
}

void Trie::root_stems(const Token& token, Found& found) const {
  const std::uint32_t hash = stem_hash(token.head);
  if (stem_heads_.may_hold(hash))
    for (const Stem& stem : buckets_[hash % kBuckets])
      if (stem.begins(token)) found.tries.push_back(stem.pattern);
  if (!token.foreign) return;
  for (const Stem& stem : foreign_stems_)
    if (stem.begins(token)) found.tries.push_back(stem.pattern);
}

std::uint32_t Trie::gap_id(std::string_view gap) const {
  const auto at = std::find(gaps_.begin(), gaps_.end(), gap);
  return at == gaps_.end() ? 0 : static_cast<std::uint32_t>(at - gaps_.begin());
}

std::uint32_t Trie::gap_before(const Tokens& tokens, std::size_t i) const {
  if (tokens[i].gap != Gap::other) return static_cast<std::uint32_t>(tokens[i].gap);
  return gaps_.size() == 3 ? 0 : gap_id(gap_text(tokens.before(i)));
}

void Trie::collect(const Node& node, const Tokens& tokens, std::size_t last, Found& found) const {
  for (const Terminal& terminal : node.terminals) {
    if (!terminal.whole)
      found.tries.push_back(terminal.pattern);
    else if (terminal.tail.empty() || tokens.followed_by(tokens[last], terminal.tail))
      found.wholes.push_back({terminal.pattern, static_cast<std::uint32_t>(tokens[last].span.end + terminal.tail.size())});
  }
  if (node.stems.empty() || last + 1 == tokens.size()) return;
  const std::uint32_t gap = gap_before(tokens, last + 1);
  for (const Stem& stem : node.stems)
    if (gap != 0 && stem.gap == gap && stem.begins(tokens[last + 1])) found.tries.push_back(stem.pattern);
}

void Trie::at(const Tokens& tokens, std::size_t i, Found& found) const {
  root_stems(tokens[i], found);
  std::uint32_t node = kRoot;
  for (std::size_t last = i; last < tokens.size(); ++last) {
    const std::uint32_t gap = last == i ? 0 : gap_before(tokens, last);
    if (last > i && gap == 0) return;
    const std::uint32_t word = words_.find(tokens, tokens[last]);
    if (word == Vocabulary::kNone) return;
    node = child(node, gap, word);
    if (node == kNoNode) return;
    collect(nodes_[node], tokens, last, found);
    if (nodes_[node].leaf) return;
  }
}

}  // namespace hypeline
