#include "match/prefixes.h"

#include <algorithm>

namespace hypeline {

void PackedText::append(std::string_view more) {
  for (const char c : more) bytes |= std::uint64_t{static_cast<unsigned char>(c)} << (8 * size++);
}

bool PackedText::starts_with(const PackedText& head) const {
  const std::uint64_t mask = head.size == kMost ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * head.size)) - 1;
  return size >= head.size && (bytes & mask) == head.bytes;
}

std::string PackedText::text() const {
  std::string out;
  for (std::size_t i = 0; i < size; ++i) out += static_cast<char>(bytes >> (8 * i));
  return out;
}

Prefixes::Prefixes() : table_(64, kRoot) { nodes_.reserve(table_.size() / 2); }

std::size_t Prefixes::hash_of(const Node& node) {
  const std::uint64_t place = std::uint64_t{node.before} << 8 | static_cast<std::uint64_t>(node.piece) << 4 | node.text.size;
  return static_cast<std::size_t>(((node.text.bytes ^ place * 0x9E3779B97F4A7C15u) * 0xD6E8FEB86659FD93u) >> 32);
}

Prefixes::Id Prefixes::add(Id before, Piece piece, const PackedText& text) {
  const Node node{before, piece, text};
  const std::size_t mask = table_.size() - 1;
  std::size_t at = hash_of(node) & mask;
  for (; table_[at] != kRoot; at = (at + 1) & mask)
    if (nodes_[table_[at]] == node) return table_[at];
  const Id id = table_[at] = static_cast<Id>(nodes_.size());
  nodes_.push_back(node);
  if (2 * nodes_.size() > table_.size()) grow();
  return id;
}

void Prefixes::grow() {
  table_.assign(table_.size() * 4, kRoot);
  for (Id id = 1; id < nodes_.size(); ++id) {
    std::size_t at = hash_of(nodes_[id]) & (table_.size() - 1);
    while (table_[at] != kRoot) at = (at + 1) & (table_.size() - 1);
    table_[at] = id;
  }
}

std::vector<Step> Prefixes::steps(Id id) const {
  std::vector<Id> way;
  for (; id != kRoot; id = nodes_[id].before) way.push_back(id);
  std::vector<Step> out;
  for (auto at = way.rbegin(); at != way.rend(); ++at) {
    const Node& node = nodes_[*at];
    if (node.piece == Piece::gap) out.push_back({node.text.text(), {}});
    if (node.piece == Piece::letters) out.back().word += node.text.text();
  }
  return out;
}

}  // namespace hypeline
