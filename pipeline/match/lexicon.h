#pragma once
#include "match/context_models.h"
#include "match/pattern.h"

#include "core/labels.h"

#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hypeline {

/// One row of a lexicon (lexicons/README.md tells what the columns hold). The cells are as written.
struct Rule {
  std::string id;
  LabelId label;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::string pattern;
  std::string unless;
  std::string hit;
  std::string miss;
  std::string source;
  std::string file;
  std::size_t line = 0;
};

/// The contents of one file, handed down by the caller that read it. `name` is the path below the lexicon folder, e.g. "en/hype.tsv".
struct LexiconFile {
  std::string name;
  std::string contents;
};

struct MatchTables;

/// The labels, the rules in order of file name and line (their index is the RuleId), and the named pieces of regular expressions.
class Lexicon {
 public:
  Lexicon();
  ~Lexicon();
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;

  static constexpr std::uint32_t kNoPattern = 0xFFFFFFFFu;

  /// Parses "labels.tsv", "<language>/fragments.tsv", "<language>/models/*.tsv" and every other "<language>/*.tsv"; other names count in the digest only.
  /// Reports every bad row of every file: unknown label, bad id, an id twice in one language, missing or unbalanced hit, a pattern that does not compile,
  /// unbounded repetition, rules too large for the matcher's memory.
  static std::expected<Lexicon, Errors> parse(std::vector<LexiconFile> files);

  const Labels& labels() const { return labels_; }
  const std::vector<Rule>& rules() const { return rules_; }
  const Fragments& fragments() const { return fragments_; }
  /// Regex of a fragment by name; empty where there is none.
  std::string_view fragment(std::string_view name) const { return find_fragment(fragments_, name); }
  /// What was learned of reading candidates in context.
  const ContextModels& models() const { return models_; }
  /// SHA-256 over names and contents of all files, hex.
  const std::string& digest() const { return digest_; }

  /// The patterns, read: that of rule i is patterns()[i], and behind the rules' stand those of `unless`, each once.
  const std::vector<Pattern>& patterns() const { return patterns_; }
  /// Index of a rule's `unless` in patterns(), or kNoPattern.
  std::uint32_t unless_of(std::uint32_t rule) const { return unless_[rule]; }
  /// Where patterns are to be tried: derived once, for all matchers.
  const MatchTables& tables() const { return *tables_; }

 private:
  friend class LexiconReader;
  Labels labels_;
  std::vector<Rule> rules_;
  Fragments fragments_;
  ContextModels models_;
  std::vector<Pattern> patterns_;
  std::vector<std::uint32_t> unless_;
  std::string digest_;
  std::unique_ptr<const MatchTables> tables_;
};

}  // namespace hypeline
