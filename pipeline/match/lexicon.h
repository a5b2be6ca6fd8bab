#pragma once
#include "core/labels.h"

#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hypeline {

/// One row of a lexicon (lexicons/README.md tells what the columns hold). Patterns are as written; match/pattern.h compiles them.
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

/// The labels, the rules in order of file name and line (their index is the RuleId), and the named pieces of regular expressions.
class Lexicon {
 public:
  /// Parses "labels.tsv", "<language>/fragments.tsv" and every other "<language>/*.tsv". Reports every bad row: unknown label, bad id, twin id, missing
  /// hit, pattern that does not compile, unbounded repetition, rules too large for the matcher's memory.
  static std::expected<Lexicon, Errors> parse(std::vector<LexiconFile> files);

  const Labels& labels() const { return labels_; }
  const std::vector<Rule>& rules() const { return rules_; }
  /// Regex of a fragment by name; empty where there is none.
  std::string_view fragment(std::string_view name) const;
  /// SHA-256 over names and contents of all files, hex.
  const std::string& digest() const { return digest_; }

 private:
  Labels labels_;
  std::vector<Rule> rules_;
  std::vector<std::pair<std::string, std::string>> fragments_;
  std::string digest_;
};

}  // namespace hypeline
