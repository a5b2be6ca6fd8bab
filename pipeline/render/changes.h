#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

/// What differs from the run before. lcov's differential categories are the model: what the author did is told from what we did.
namespace hypeline {

/// Why a finding is new or gone: its words changed, or the rules did.
enum class Cause : std::uint8_t { text, rules };

/// What happened to an article: nothing, it is new, its text changed, or the same text is read by changed rules with another result.
enum class Change : std::uint8_t { none, added, text, rules };

struct NewFinding {
  std::uint32_t index = 0;  ///< in Document::annotations
  Cause cause = Cause::text;
};

struct GoneFinding {
  std::string label, rule, words;  ///< rule: empty where code found it
  Cause cause = Cause::text;
};

/// An article beside itself in the run before.
struct Changes {
  Change kind = Change::none;
  std::vector<NewFinding> added;
  std::vector<GoneFinding> gone;
  std::uint32_t unchanged = 0;
};

struct ChangeCounts {
  std::uint32_t new_text = 0, new_rules = 0, gone_text = 0, gone_rules = 0, unchanged = 0;
};
ChangeCounts count_changes(const Changes& changes);

/// A run beside the run before. Findings of new articles count as new by text, those of removed ones as gone by text.
struct SinceLastRun {
  std::size_t added = 0, text = 0, rules = 0, same = 0;  ///< articles
  ChangeCounts findings;
  std::vector<std::pair<std::string, std::string>> removed;  ///< ids and titles of the articles that are gone

  void add(Change kind, const ChangeCounts& counts);
};

}  // namespace hypeline
