#pragma once
#include "assess/view.h"

#include <optional>
#include <string>
#include <string_view>

/// The functions behind the list of mismatches: each looks for one kind, at most once an article, and says nothing where the text does not prove it.
namespace hypeline::mismatch {

/// What a rule found; kind and severity are the list's.
using Found = std::optional<Mismatch>;
/// A mismatch that rests on these findings; more places that are no findings of their own may be quoted beside them.
Mismatch finding(std::string message, const View& view, Evidence annotations, std::vector<Span> more = {});

// Claims against designs (claims.cpp)
Found certainty_over_weak_design(const View& view);
Found causal_over_observational(const View& view);
Found conclusion_beyond_design(const View& view);
Found surrogate_as_benefit(const View& view);
Found claims_before_review(const View& view);
// Titles against texts (titles.cpp)
Found unhedged_title(const View& view);
Found title_exceeds_body(const View& view);
// Numbers (numbers.cpp)
Found relative_without_absolute(const View& view);
Found everyone_without_count(const View& view);
Found safe_from_few(const View& view);
Found comparison_without_comparator(const View& view);
// Sources and interests (sources.cpp)
Found vague_source_only(const View& view);
Found number_without_source(const View& view);
Found press_release_as_news(const View& view);
Found author_year_mismatch(const View& view);
// What the user's files say of cited papers (cited.cpp)
Found retracted_source(const View& view);
Found doubted_source(const View& view);
Found exceeds_source(const View& view);
// Selling (selling.cpp)
Found approved_in_trial(const View& view);
Found advertorial(const View& view);
Found efficacy_without_harms(const View& view);
Found same_source_praises(const View& view);

// What several of them ask.
/// Statements of effect in the article's own voice, without hedge, negation or condition: causal claims and certainty.
Evidence assertions(const View& view);
/// The same, hedged or merely correlational ones included.
Evidence efficacy_claims(const View& view);
/// A general truth in the present tense ("restores", "causes"), not a result told in the past, nor what diseases do ("affects",
/// "leads to").
bool is_general(const View& view, std::uint32_t index);
/// Assertions in the title, by its claims or by the verbs of titles; none where it hedges or names its study ("in an early trial", "in mice").
Evidence title_assertions(const View& view);
/// Designs that cannot carry a promise to patients (animals, cells, a single case); none where a study of people that can carry more is
/// named as well (a cohort, a randomised trial, a review).
Evidence weak_designs(const View& view);
bool names_strong_design(const View& view);
/// Findings of `label` whose attribute `key` is one of `values`.
Evidence with_attribute(const View& view, LabelId label, std::string_view key, std::initializer_list<std::string_view> values);
/// The sentence around a finding.
Span sentence(const View& view, std::uint32_t index);
/// True where any of `all` lies in the span.
bool any_in(const View& view, const Evidence& all, Span within);
/// True where any of the phrases, in small letters, stands in a scored zone as whole words (a trailing * leaves a word's end open). For proving an absence:
/// wide nets, so that nothing is called absent that is there in other words.
bool says_any(const View& view, std::initializer_list<std::string_view> phrases);
/// True where the article or its references name a source that can be looked up.
bool names_a_source(const View& view);
/// "(and 3 more places)", where a mismatch rests on more than the place it quotes.
std::string and_more(const Evidence& places);
/// Lower case by code point.
std::string folded(std::string_view text);
/// The first number in the words, in digits ("1,204") or as a word up to twenty; none where there is none.
std::optional<double> first_number(std::string_view words);

}  // namespace hypeline::mismatch
