#include "match/trigger_table.h"

namespace hypeline {
namespace {

void add_words(std::vector<TrieEntry>& out, std::uint32_t pattern, const std::vector<Trigger>& triggers, bool whole) {
  for (const Trigger& trigger : triggers)
    if (trigger.kind == Trigger::Kind::words) out.push_back({pattern, whole, &trigger});
}

std::vector<TrieEntry> entries_of(const Lexicon& lexicon) {
  std::vector<TrieEntry> out;
  for (std::uint32_t i = 0; i < lexicon.rules().size(); ++i) {
    add_words(out, i, lexicon.patterns()[i].whole, true);
    add_words(out, i, lexicon.patterns()[i].triggers, false);
  }
  return out;
}

}  // namespace

TriggerTable::TriggerTable(const Lexicon& lexicon) : trie(entries_of(lexicon)) {
  for (std::uint32_t i = 0; i < lexicon.rules().size(); ++i) {
    const Pattern& pattern = lexicon.patterns()[i];
    if (pattern.lane) lane.push_back(i);
    for (const Trigger& trigger : pattern.triggers) {
      if (trigger.kind != Trigger::Kind::sign) continue;
      signs[static_cast<unsigned char>(trigger.sign[0])].push_back({trigger.sign, i});
      any_signs = true;
    }
  }
}

}  // namespace hypeline
