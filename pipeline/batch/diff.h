#pragma once
#include "render/article.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hypeline {

/// A finding as comparing needs it.
struct RunFinding {
  std::uint64_t fingerprint = 0;
  std::uint32_t index = 0;    ///< in Document::annotations; of an article read from a file: among its findings
  std::uint64_t passage = 0;  ///< hash of its sentence and the two beside it; where it stands in none, of its line
  std::string label, rule, words;
};

/// An article as a run recorded it.
struct RunArticle {
  std::string id, title;
  std::uint64_t text = 0;   ///< hash of the text's digest
  std::uint64_t rules = 0;  ///< hash of the program's version and the lexicon's digest
  std::vector<RunFinding> findings;
  std::vector<std::uint64_t> passages;  ///< those of all its sentences and lines, rising

  /// A hash of the findings' fingerprints, whatever their order.
  std::uint64_t findings_print() const;
};

/// From a line of annotations.jsonl; nothing where it tells of a rejected input or is no such line.
std::optional<RunArticle> read_run_article(std::string_view line);
/// The same article before it is written. REQUIRES it is not rejected.
RunArticle run_article(const Article& article, const Context& context);

/// Findings pair up by fingerprint. Where both text and rules changed, a finding whose passage (its sentence and the two beside it) stands in both texts
/// differs by the rules, else by the text.
Changes compare_articles(const RunArticle& before, const RunArticle& after);
/// An article that was not there before.
Changes new_article(const RunArticle& after);

}  // namespace hypeline
