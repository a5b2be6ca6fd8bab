#pragma once
#include "assess/facts/retractions.h"
#include "core/document.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hypeline {

/// Indices into Document::annotations.
using Evidence = std::vector<std::uint32_t>;

/// Distinct own-voice promotional findings per 1,000 scored words, with an exact 95 % Poisson interval. No rate under 250 words.
struct PromotionalLoad {
  std::uint32_t count = 0;
  std::uint32_t quoted = 0;  ///< promotional findings in quotations, tallied apart
  std::optional<double> per_1000, low, high;
  std::string_view band;  ///< none, low, moderate, high; "too short to rate"
  Evidence annotations;   ///< the findings counted
};

enum class Verdict : std::uint8_t { found, not_found, cannot_tell, not_applicable };
inline constexpr std::array<std::string_view, 4> kVerdictNames = {"found", "not-found", "cannot-tell", "not-applicable"};
constexpr std::string_view name(Verdict verdict) { return kVerdictNames[static_cast<std::size_t>(verdict)]; }

/// One of the ten review criteria.
struct Criterion {
  std::string_view id;
  std::string_view title;
  Verdict verdict = Verdict::cannot_tell;
  std::optional<double> probability;  ///< that an expert would call it satisfied; none where not applicable
  std::string reason;                 ///< a sentence: what was found, or what was looked for and where
  Evidence annotations;
};

enum class Severity : std::uint8_t { low, medium, high };
inline constexpr std::array<std::string_view, 3> kSeverityNames = {"low", "medium", "high"};
constexpr std::string_view name(Severity severity) { return kSeverityNames[static_cast<std::size_t>(severity)]; }

/// Two things in the article that do not fit each other, or one and a proven absence.
struct Mismatch {
  std::string_view kind;
  Severity severity = Severity::medium;
  std::string message;  ///< plain words, quoting both sides
  Evidence annotations;
  std::vector<Span> places = {};  ///< what the message rests on, in order; also what is no finding of its own (a title, a reference)
};

/// How an article's claim compares with that of the paper it cites.
enum class Comparison : std::uint8_t { not_compared, downplays, same, exaggerates };
inline constexpr std::array<std::string_view, 4> kComparisonNames = {"not-compared", "downplays", "same", "exaggerates"};
constexpr std::string_view name(Comparison comparison) { return kComparisonNames[static_cast<std::size_t>(comparison)]; }

/// A cited paper that the user's files know (--retractions, --abstracts).
struct CitedSource {
  SourceId id;
  std::string title;     ///< as the abstract's file has it; empty where there is none
  Evidence annotations;  ///< the places that cite it
  std::optional<Retraction> retraction = {};
  Comparison comparison = Comparison::not_compared;
  Span claim = {};                                 ///< the article's sentence
  std::string source_claim = {};                   ///< the abstract's sentence
  double claim_strength = 0, source_strength = 0;  ///< expected, 0 (no relation) to 3 (causal)
  std::array<double, 3> chances = {};              ///< that the article downplays, says the same, exaggerates
  bool proven = false;                             ///< the article's claim is causal without a hedge, and no claim of the abstract is causal
};

struct Assessment {
  std::uint32_t words = 0;  ///< in scored zones
  PromotionalLoad load;
  std::vector<Criterion> criteria;        ///< ten, in the order of the design
  std::vector<Mismatch> mismatches;       ///< heaviest first
  std::uint32_t ignored = 0;              ///< findings and mismatches left out by the reviewers' ignore list
  double priority = 0;                    ///< for sorting only: see assess/priority
  std::vector<CitedSource> sources = {};  ///< that the user's files know, in text order
};

struct LearnedTables;
struct SourceFact;

/// Assesses an annotated document, with what the user's files say of the papers it cites. REQUIRES document.rejected is empty.
Assessment assess(const Document& document, const Labels& labels, const LearnedTables& tables, const std::vector<SourceFact>& facts);
Assessment assess(const Document& document, const Labels& labels, const LearnedTables& tables);

}  // namespace hypeline
