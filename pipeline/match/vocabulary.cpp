#include "match/vocabulary.h"

#include <bit>
#include <cassert>
#include <utility>

namespace hypeline {
namespace {

// Eight bytes that hold the whole word: behind it stands a zero.
bool is_whole(std::uint64_t head) { return head >> 56 == 0; }

}  // namespace

Vocabulary::Vocabulary(std::vector<std::string> words) : words_(std::move(words)), slots_(std::bit_ceil(words_.size() * 2 + 1)) {
  for (std::uint32_t id = 0; id < words_.size(); ++id) {
    const WordKey key = key_of(words_[id]);
    std::size_t at = key.hash & (slots_.size() - 1);
    while (slots_[at].id != kNone) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {key.head, key.hash, id};
  }
}

template <class Same>
std::uint32_t Vocabulary::look_up(std::uint64_t head, std::uint32_t hash, Same same) const {
  for (std::size_t at = hash & (slots_.size() - 1); slots_[at].id != kNone; at = (at + 1) & (slots_.size() - 1)) {
    const Slot& slot = slots_[at];
    if (slot.hash == hash && slot.head == head && (is_whole(head) || same(words_[slot.id]))) return slot.id;
  }
  return kNone;
}

std::uint32_t Vocabulary::find(const Tokens& tokens, const Token& token) const {
  return look_up(token.head, token.hash, [&](std::string_view word) { return tokens.equals(token, word); });
}

std::uint32_t Vocabulary::find(std::string_view folded) const {
  const WordKey key = key_of(folded);
  return look_up(key.head, key.hash, [&](std::string_view word) { return word == folded; });
}

std::uint32_t Vocabulary::id_of(std::string_view folded) const {
  const std::uint32_t id = find(folded);
  assert(id != kNone);
  return id;
}

}  // namespace hypeline
