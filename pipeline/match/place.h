#pragma once
#include "match/context.h"
#include "match/lexicon.h"

namespace hypeline {

/// The candidates that mean, at their place in the article, what their rule says. Taken away are:
/// - a term (attribute kind=term) of what the article is about: its disease is not a harm, its treatment no alternative. The rule's words stand in the title
///   outside a comparison, or at least kSubjectMentions times in the text;
/// - a term right behind a cue that sets it aside (context.treated: a symptom that is treated; context.given-up: a treatment that is stopped), or in the list
///   that a cue of kind=list opens ("symptoms include");
/// - in references, all but cited sources and the marks of a press release;
/// - an attribution cue inside a vague source, which has said it already.
/// REQUIRES candidates in text order. Rejected: leaving it to `unless`, which sees the words around a match but not the article.
std::vector<Candidate> in_place(const Document& document, const std::vector<Rule>& rules, const std::vector<Candidate>& all);

}  // namespace hypeline
