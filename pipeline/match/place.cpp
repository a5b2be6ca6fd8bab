#include "match/place.h"

#include "core/unicode.h"

#include <algorithm>
#include <array>
#include <map>

namespace hypeline {
namespace {

/// A treatment that competes is named two or three times, the article's own in every other paragraph (counted on the sample corpus).
constexpr int kSubjectMentions = 6;
constexpr std::uint32_t kComparisonReach = 30;  // bytes before a term of the title
constexpr std::uint32_t kAsideReach = 32;       // bytes between an aside's cue and the term, without a stop or comma
constexpr std::uint32_t kListReach = 160;       // bytes between a cue that opens a list ("symptoms include") and a term, without a stop

bool has_kind(const Rule& rule, std::string_view kind) {
  return std::any_of(rule.attributes.begin(), rule.attributes.end(), [&](const auto& a) { return a.first == "kind" && a.second == kind; });
}

bool is_term(const Rule& rule) { return has_kind(rule, "term"); }

/// What a list of references says: its sources, and that one of them is a press release.
bool belongs_in_references(const Candidate& c, const Rule& rule) {
  return c.label == "source.cited"_label || (c.label == "source.interest"_label && has_kind(rule, "press-release"));
}

/// The zone of each candidate.
std::vector<Zone> zones_of(const Document& document, const std::vector<Candidate>& all) {
  std::vector<const Annotation*> zones;
  for (const Annotation& a : document.annotations)
    if (a.label == "structure.zone"_label) zones.push_back(&a);
  std::vector<Zone> out;
  std::size_t at = 0;
  for (const Candidate& c : all) {
    while (at < zones.size() && zones[at]->span.end <= c.span.begin) ++at;
    out.push_back(at < zones.size() && zones[at]->span.begin <= c.span.begin ? zones[at]->zone : Zone::body);
  }
  return out;
}

/// True if the words before the span set it against something: "as well as the pill", "than surgery".
bool is_compared(const Document& document, Span span) {
  constexpr std::array<std::string_view, 9> kWords{" than ", " as ", " vs ", " versus ", " without ", " instead of ", " like ", " unlike ", " beats "};
  const std::uint32_t from = span.begin > kComparisonReach ? span.begin - kComparisonReach : 0;
  std::string before;
  for (const char c : document.words(Span{from, span.begin})) before += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return before.find(word) != std::string::npos; });
}

/// How often each term rule speaks of the article's subject: each mention in scored text counts one, a title settles it.
std::map<RuleId, int> count_terms(const Document& document, const std::vector<Rule>& rules, const std::vector<Candidate>& all, const std::vector<Zone>& zones) {
  std::map<RuleId, int> out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!is_scored(zones[i]) || !is_term(rules[all[i].rule])) continue;
    out[all[i].rule] += zones[i] == Zone::title && !is_compared(document, all[i].span) ? kSubjectMentions : 1;
  }
  return out;
}

/// Where the last cue that makes a symptom no harm, or a treatment no alternative, ended.
struct Asides {
  std::uint32_t treated = 0, given_up = 0, list = 0;

  void note(const Candidate& c, const Rule& rule) {
    if (c.label == "context.treated"_label) (has_kind(rule, "list") ? list : treated) = c.span.end;
    if (c.label == "context.given-up"_label) given_up = c.span.end;
  }
  /// "relieves the fatigue and breathlessness", "threw out her tablets".
  bool hold(const Document& document, const Candidate& term) const {
    if (term.label != "harm.mention"_label) return reaches(document, given_up, term, kAsideReach, ".,;:()\n");
    return reaches(document, treated, term, kAsideReach, ".,;:()\n") || reaches(document, list, term, kListReach, ".;:\n");
  }

 private:
  static bool reaches(const Document& document, std::uint32_t cue, const Candidate& term, std::uint32_t reach, std::string_view stops) {
    if (cue == 0 || term.span.begin < cue || term.span.begin - cue > reach) return false;
    return document.words(Span{cue, term.span.begin}).find_first_of(stops) == std::string_view::npos;
  }
};

}  // namespace

std::vector<Candidate> in_place(const Document& document, const std::vector<Rule>& rules, const std::vector<Candidate>& all) {
  const std::vector<Zone> zones = zones_of(document, all);
  const std::map<RuleId, int> terms = count_terms(document, rules, all, zones);
  std::uint32_t vague_end = 0;
  Asides asides;
  std::vector<Candidate> out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Candidate& c = all[i];
    if (c.label == "source.vague"_label) vague_end = std::max(vague_end, c.span.end);
    const auto term = terms.find(c.rule);
    asides.note(c, rules[c.rule]);
    const bool aside = is_term(rules[c.rule]) && asides.hold(document, c);
    const bool subject = term != terms.end() && term->second >= kSubjectMentions;
    const bool elsewhere = zones[i] == Zone::references && !belongs_in_references(c, rules[c.rule]);
    const bool said = c.label == "source.attribution"_label && c.span.begin < vague_end;
    if (!subject && !aside && !elsewhere && !said) out.push_back(c);
  }
  return out;
}

}  // namespace hypeline
