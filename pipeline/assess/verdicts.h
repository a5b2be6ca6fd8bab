#pragma once
#include "core/error.h"

#include <array>
#include <cstdint>
#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hypeline {

/// What a reviewer says of a finding or a mismatch.
enum class Opinion : std::uint8_t { agree, not_a_finding, wrong_label, unsure };
inline constexpr std::array<std::string_view, 4> kOpinionNames = {"agree", "not-a-finding", "wrong-label", "unsure"};
constexpr std::string_view name(Opinion opinion) { return kOpinionNames[static_cast<std::size_t>(opinion)]; }

/// One line of a verdicts file. A reviewer has one opinion on a fingerprint: the one given last.
struct ReviewerVerdict {
  std::string fingerprint;  ///< 16 hex digits, as in annotations.jsonl
  std::string rule;         ///< id of the rule or kind of the mismatch
  Opinion opinion = Opinion::unsure;
  std::string reviewer;
  std::string at;           ///< UTC, "2026-11-22T03:00:00Z" or a prefix of it down to the day: compares as text
  std::string text_sha256;  ///< of the text that was read
  std::string comment;
};

/// A rule's record: its findings as reviewers judged them. A finding counts once. Where its reviewers are of one mind (those unsure left out) it counts as
/// right or wrong; where they are not it is a conflict and counts neither way.
struct RuleRecord {
  std::uint32_t right = 0, wrong = 0, unsure = 0, conflicts = 0;
  double precision = 0, low = 0, high = 1;  ///< right of right + wrong, with its 95 % Wilson interval; 0, 0, 1 where nothing is decided
};

/// The 95 % Wilson score interval of `right` in `of` trials; {0, 1} for none.
std::array<double, 2> wilson_interval(std::uint32_t right, std::uint32_t of);

/// "2026-11-22", with or without a time ("T03:00:00Z") behind it.
bool is_date(std::string_view text);

/// What the reviewers of one fingerprint say together.
enum class Decision : std::uint8_t { none, right, wrong, unsure, conflict };
inline constexpr std::array<std::string_view, 5> kDecisionNames = {"none", "right", "wrong", "unsure", "conflict"};
constexpr std::string_view name(Decision decision) { return kDecisionNames[static_cast<std::size_t>(decision)]; }

/// Verdicts merged from any number of files, in any order: the result is the same.
class VerdictBook {
 public:
  /// Adds the lines of a file: JSON objects with fingerprint, rule, verdict, reviewer, at, text_sha256 and comment?; those with a
  /// criterion rate an article, those with an end (until) are of an ignore list; both are passed over. Every bad line is an error that names
  /// file and line, and then nothing is added.
  std::expected<void, Errors> add(std::string_view file, std::string_view contents);

  /// How many lines were ratings of articles or of an ignore list.
  std::size_t passed_over() const { return passed_over_; }
  /// All verdicts, by fingerprint, then reviewer.
  const std::vector<ReviewerVerdict>& all() const { return all_; }
  /// Indices into all() of one fingerprint's verdicts: [begin, end).
  std::array<std::size_t, 2> of(std::string_view fingerprint) const;
  Decision decision(std::string_view fingerprint) const;
  /// Records by rule.
  const std::map<std::string, RuleRecord, std::less<>>& records() const { return records_; }
  /// The fingerprints whose reviewers disagree, in order.
  std::vector<std::string> conflicts() const;

 private:
  void merge(std::vector<ReviewerVerdict> more);
  void count();
  std::size_t passed_over_ = 0;
  std::vector<ReviewerVerdict> all_;
  std::map<std::string, RuleRecord, std::less<>> records_;
};

}  // namespace hypeline
