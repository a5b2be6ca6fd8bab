#include "match/findings.h"

#include "match/claim_parts.h"
#include "match/context.h"
#include "match/decisions.h"
#include "match/place.h"
#include "match/source_links.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace hypeline {
namespace {

/// An act of speech gives way to an attribution at the same place, and the two never overlap.
constexpr LabelId kAct = "source.attribution-act"_label;
LabelId group_of(LabelId label) { return label == kAct ? "source.attribution"_label : label; }

std::vector<Candidate> candidates(const Document& document, Matcher& matcher) {
  std::vector<Candidate> out;
  const std::vector<Rule>& rules = matcher.lexicon().rules();
  for (const Match& m : matcher.find(document.text.view(), document.layer("structure.paragraph"_label))) out.push_back({m.span, m.rule, rules[m.rule].label});
  const auto key = [](const Candidate& c) { return std::tuple(c.span.begin, ~c.span.end, c.label == kAct); };
  std::stable_sort(out.begin(), out.end(), [&](const Candidate& a, const Candidate& b) { return key(a) < key(b); });
  return out;
}

/// Of overlapping candidates with one label, the first and longest.
std::vector<Candidate> without_overlaps(const std::vector<Candidate>& all) {
  std::map<std::uint32_t, std::uint32_t> covered;  // label -> end of its last candidate
  std::vector<Candidate> out;
  for (const Candidate& c : all) {
    std::uint32_t& end = covered[group_of(c.label).value];
    if (c.span.begin < end) continue;
    end = c.span.end;
    out.push_back(c);
  }
  return out;
}

bool is_cue(LabelId id, const Labels& labels) {
  const Label* label = labels.find(id);
  return label == nullptr || label->family() == "context";
}

bool touches_damage(const Document& document, Span span) {
  const auto source = document.text.to_source(span);
  if (!source || document.damage.empty()) return false;
  const auto from = std::lower_bound(document.damage.begin(), document.damage.end(), source->begin, [](Span s, std::uint32_t at) { return s.end <= at; });
  return from != document.damage.end() && from->begin < source->end;
}

struct Zones {
  std::vector<Span> spans;
  std::vector<Zone> zones;
  explicit Zones(const Document& document) {
    for (const Annotation& a : document.annotations) {
      if (a.label != "structure.zone"_label) continue;
      spans.push_back(a.span);
      zones.push_back(a.zone);
    }
  }
  Zone at(std::uint32_t byte) const {
    const std::size_t i = span_at(spans, byte);
    return i == std::string_view::npos ? Zone::body : zones[i];
  }
};

void set_strength(Annotation& claim, std::string_view strength) {
  for (auto& [key, value] : claim.attributes)
    if (key == "strength") value = strength;
}

Annotation make_finding(const Candidate& c, const Reading& reading, const Rule& rule) {
  Annotation a;
  a.span = c.span;
  a.label = c.label;
  a.rule = c.rule;
  a.negated = reading.negated;
  a.hypothetical = reading.hypothetical;
  a.quoted = reading.quoted;
  a.speaker = reading.speaker;
  a.confidence = c.confidence;
  a.attributes = rule.attributes;
  if (!c.strength.empty()) set_strength(a, c.strength);
  return a;
}

}  // namespace

std::vector<Candidate> find_candidates(const Document& document, Matcher& matcher) {
  return without_overlaps(in_place(document, matcher.lexicon().rules(), candidates(document, matcher)));
}

std::vector<Annotation> find_findings(const Document& document, Matcher& matcher) {
  const std::vector<Rule>& rules = matcher.lexicon().rules();
  const Labels& labels = matcher.lexicon().labels();
  const std::vector<Candidate> all = decide(document, matcher.lexicon(), find_candidates(document, matcher));
  const ContextReader context(document, labels, all);
  const Zones zones(document);
  std::vector<Annotation> out;
  std::vector<std::uint32_t> index(all.size());  // of each candidate's annotation
  const auto base = static_cast<std::uint32_t>(document.annotations.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (is_cue(all[i].label, labels)) continue;
    index[i] = base + static_cast<std::uint32_t>(out.size());
    const Reading reading = context.read(all[i]);
    Annotation finding = make_finding(all[i], reading, rules[all[i].rule]);
    for (const std::size_t hedge : reading.hedges) finding.hedged_by.push_back(static_cast<std::uint32_t>(hedge));
    if (!reading.historical.empty()) finding.attributes.emplace_back("historical", document.words(reading.historical));
    finding.zone = zones.at(finding.span.begin);
    finding.damaged = touches_damage(document, finding.span);
    out.push_back(std::move(finding));
  }
  for (Annotation& finding : out)
    for (std::uint32_t& hedge : finding.hedged_by) hedge = index[hedge];
  set_claim_parts(document, all, out);
  link_sources(document, out);
  return out;
}

}  // namespace hypeline
