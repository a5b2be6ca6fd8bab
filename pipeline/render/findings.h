#pragma once
#include "render/article.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What the writers ask of an article's annotations.
namespace hypeline {

/// The label of a finding; nullptr for what is no finding: structure, cues of context and of mismatches, labels the table does not know.
const Label* finding_label(const Annotation& annotation, const Context& context);

/// True for a label whose annotations are findings: no structure, no cue of context.
bool is_finding_label(const Label& label);

/// Indices of the findings in Document::annotations, in text order (where two begin together, the longer first).
std::vector<std::uint32_t> findings(const Document& document, const Context& context);

/// Those of `evidence` that are findings, in the order given: what a reader can be sent to.
Evidence shown(const Evidence& evidence, const Document& document, const Context& context);

/// The title the page gives itself, else the first line of its text, else its id.
std::string title_of(const Document& document);

/// nullptr where code made the annotation.
const RuleInfo* rule_of(const Annotation& annotation, const Context& context);

/// A finding's name in every file: "a" and its index in Document::annotations.
std::string annotation_id(std::uint32_t index);

/// 16 hex digits over label, rule and up to four folded words on each side (no further than 256 bytes). No offsets: it survives edits elsewhere.
std::string fingerprint(const Document& document, const Annotation& annotation, const Context& context);

/// The same for a mismatch, over its kind and the fingerprints of the findings it rests on (the first two).
std::string fingerprint(const Document& document, const Mismatch& mismatch, const Context& context);

/// How reviewers judged the rule so far; nullptr where no verdicts were given or none is on the rule. `rule`: a rule's id or a mismatch's kind.
const RuleRecord* record_of(std::string_view rule, const Context& context);

struct ZoneSpan {
  Zone zone;
  Span span;
};
/// The zones of the text in order, neighbours of the same zone as one.
std::vector<ZoneSpan> merged_zones(const Document& document);

}  // namespace hypeline
