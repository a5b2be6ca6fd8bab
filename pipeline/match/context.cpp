#include "match/context.h"

#include "core/unicode.h"
#include "match/speaker.h"

#include <algorithm>
#include <string_view>

namespace hypeline {
namespace {

constexpr int kNegationWords = 9;
constexpr std::uint32_t kReach = 400;  // bytes

bool is_scope_cue(LabelId label) {
  return label == "context.negation"_label || label == "context.negation-after"_label || label == "context.hypothetical"_label ||
         label == "context.historical"_label;
}

/// Byte after the first `words` words from `at`, at most `end`.
std::uint32_t after_words(std::string_view text, std::uint32_t at, std::uint32_t end, int words) {
  bool in_word = false;
  while (at < end) {
    const CodePoint c = decode_at(text, at);
    const bool space = is_space(c.value);
    if (space && in_word && --words == 0) return at;
    in_word = !space;
    at += c.size;
  }
  return end;
}

/// What asserts something can be denied; a hedge, a source or a stated limit is not undone by "not".
bool takes_negation(const Label& label) {
  const std::string_view family = label.family();
  return family == "hype" || family == "claim" || family == "promotion" || family == "severity" || family == "harm" || family == "regulatory";
}

/// A finding that holds its own "not" ("did not improve", "not yet approved", "no side effects" as harm) is negated by it.
bool is_negated_by_own_words(const Label& label) {
  const std::string_view family = label.family();
  return family == "claim" || family == "harm" || family == "regulatory";
}

/// What asserts can be meant as a condition or a question, or be told as of the past; a source, a number, a hedge, a sales question or a lure stands all the
/// same.
bool is_assertion(const Label& label) {
  const std::string_view family = label.family();
  if (label.name == "hype.urgency") return false;
  return family == "hype" || family == "claim" || family == "regulatory";
}

bool takes_hedges(const Label& label) { return label.family() == "hype" || label.family() == "claim"; }

std::vector<Span> spans_of(const std::vector<Candidate>& all, LabelId label) {
  std::vector<Span> out;
  for (const Candidate& c : all)
    if (c.label == label) out.push_back(c.span);
  return out;
}

bool any_overlap(const std::vector<Span>& sorted, Span span) {
  const auto from = std::lower_bound(sorted.begin(), sorted.end(), span.begin, [](Span s, std::uint32_t at) { return s.end <= at; });
  return from != sorted.end() && from->overlaps(span);
}

std::uint32_t back(std::uint32_t at, std::uint32_t by) { return at > by ? at - by : 0; }

}  // namespace

std::vector<Span> outermost(const std::vector<Span>& sorted) {
  std::vector<Span> out;
  for (const Span s : sorted)
    if (out.empty() || out.back().end <= s.begin) out.push_back(s);
  return out;
}

ContextReader::ContextReader(const Document& document, const Labels& labels, const std::vector<Candidate>& all)
    : document_(document),
      labels_(labels),
      all_(all),
      sentences_(document.layer("structure.sentence"_label)),
      quotations_(outermost(document.layer("structure.quotation"_label))),
      terminators_(spans_of(all, "context.terminator"_label)),
      pseudo_(spans_of(all, "context.pseudo-negation"_label)) {
  for (const Span s : sentences_)
    if (document.words(s).ends_with('?')) questions_.push_back(s);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].label == "hedge.cue"_label) hedges_.push_back(i);
    if (is_scope_cue(all[i].label) && !any_overlap(pseudo_, all[i].span)) add_scope(all[i]);
  }
  const std::vector<Span> cues = spans_of(all, "source.attribution"_label);
  for (const Span q : quotations_) speakers_.push_back(find_speaker(document.text.view(), q, cues));
}

void ContextReader::add_scope(const Candidate& cue) {
  const Span whole = clause(cue.span);
  if (cue.label == "context.historical"_label) return scopes_.push_back({whole, cue.span, Sense::history});
  if (cue.label == "context.negation-after"_label) return scopes_.push_back({{whole.begin, cue.span.begin}, cue.span, Sense::negation});
  const Span ahead{cue.span.end, whole.end};
  if (cue.label == "context.hypothetical"_label) return scopes_.push_back({ahead, cue.span, Sense::hypothesis});
  scopes_.push_back({{ahead.begin, after_words(document_.text.view(), ahead.begin, ahead.end, kNegationWords)}, cue.span, Sense::negation});
}

Span ContextReader::clause(Span around) const {
  const std::size_t sentence = span_at(sentences_, around.begin);
  if (sentence == std::string_view::npos) return around;
  Span out{std::max(sentences_[sentence].begin, back(around.begin, kReach)), std::min(sentences_[sentence].end, around.end + kReach)};
  const auto first = std::lower_bound(terminators_.begin(), terminators_.end(), out.begin, [](Span s, std::uint32_t at) { return s.begin < at; });
  for (auto t = first; t != terminators_.end() && t->begin < out.end; ++t) {
    if (t->end <= around.begin) out.begin = t->end;
    if (t->begin >= around.end) out.end = t->begin;
  }
  const std::string_view text = document_.text.view();
  const std::size_t before = slice(text, {out.begin, std::max(out.begin, around.begin)}).find_last_of(";:");
  if (before != std::string_view::npos) out.begin += static_cast<std::uint32_t>(before) + 1;
  const std::size_t after = slice(text, {around.end, std::max(around.end, out.end)}).find_first_of(";:");
  out.end = after == std::string_view::npos ? std::max(around.end, out.end) : around.end + static_cast<std::uint32_t>(after);
  return out;
}

Span ContextReader::cue_over(Span finding, Sense sense) const {
  auto scope = std::lower_bound(scopes_.begin(), scopes_.end(), back(finding.begin, kReach), [](const Scope& s, std::uint32_t at) { return s.cue.end < at; });
  for (; scope != scopes_.end() && scope->cue.begin <= finding.end + kReach; ++scope) {
    const bool reaches = scope->reach.begin <= finding.begin && finding.begin < scope->reach.end;
    if (scope->sense == sense && reaches && (sense == Sense::history || !scope->cue.overlaps(finding))) return scope->cue;
  }
  return {};
}

bool ContextReader::holds_negation(Span finding) const {
  auto scope = std::lower_bound(scopes_.begin(), scopes_.end(), finding.begin, [](const Scope& s, std::uint32_t at) { return s.cue.begin < at; });
  for (; scope != scopes_.end() && scope->cue.begin < finding.end; ++scope)
    if (scope->sense == Sense::negation && finding.contains(scope->cue)) return true;
  return false;
}

Reading ContextReader::read(const Candidate& finding) const {
  Reading out;
  const Label* label = labels_.find(finding.label);
  if (label == nullptr) return out;
  out.negated =
      (takes_negation(*label) && !cue_over(finding.span, Sense::negation).empty()) || (is_negated_by_own_words(*label) && holds_negation(finding.span));
  if (is_assertion(*label)) {
    out.hypothetical = !cue_over(finding.span, Sense::hypothesis).empty() || span_at(questions_, finding.span.begin) != std::string_view::npos;
    out.historical = cue_over(finding.span, Sense::history);
  }
  if (const std::size_t q = span_at(quotations_, finding.span.begin); q != std::string_view::npos) {
    out.quoted = true;
    out.speaker = speakers_[q];
  }
  if (!takes_hedges(*label)) return out;
  const Span reach = clause(finding.span);
  auto hedge = std::lower_bound(hedges_.begin(), hedges_.end(), reach.begin, [&](std::size_t i, std::uint32_t at) { return all_[i].span.begin < at; });
  for (; hedge != hedges_.end() && all_[*hedge].span.begin < finding.span.end; ++hedge) out.hedges.push_back(*hedge);
  return out;
}

}  // namespace hypeline
