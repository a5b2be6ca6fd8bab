#include "assess/comparison.h"

#include "assess/mismatch_rules.h"
#include "core/tsv.h"

#include <algorithm>
#include <set>
#include <string>

namespace hypeline {
namespace {

// Chosen on coded pairs so that the three answers are told apart as well as can be: scripts/learn_strength.py prints them.
constexpr double kDownplays = 0.30;
constexpr double kExaggerates = 0.55;

constexpr std::size_t kStem = 6;      // letters by which two words are the same
constexpr std::size_t kShortest = 5;  // letters of a word that counts
constexpr std::size_t kFewestShared = 2;
constexpr double kShare = 0.25;  // of a sentence's words

/// The longer words of a text, cut to their beginnings.
std::set<std::string> stems(std::string_view words) {
  std::set<std::string> out;
  std::string word;
  for (const char c : mismatch::folded(words) + ' ') {
    const bool inside = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80) != 0;
    if (inside) {
      word += c;
      continue;
    }
    if (word.size() >= kShortest) out.insert(word.substr(0, kStem));
    word.clear();
  }
  return out;
}

bool is_about(std::string_view sentence, const std::set<std::string>& paper) {
  const std::set<std::string> mine = stems(sentence);
  const auto shared = static_cast<std::size_t>(std::count_if(mine.begin(), mine.end(), [&](const std::string& s) { return paper.contains(s); }));
  return shared >= kFewestShared && static_cast<double>(shared) >= kShare * static_cast<double>(mine.size());
}

/// A sentence and how strongly it claims.
struct Said {
  Span sentence;
  ClaimStrength strength;
};

bool has_claim(const View& view, Span sentence) {
  const Evidence here = view.all_in(sentence);
  return std::any_of(here.begin(), here.end(), [&](std::uint32_t i) { return view.at(i).label == "claim.effect"_label; });
}

/// Compares one article with the abstracts it cites.
class SourceReader {
 public:
  SourceReader(const Document& document, const Labels& labels, const StrengthModel& model, bool only)
      : view_(document), labels_(labels), model_(model), paragraphs_(document.layer("structure.paragraph"_label)), only_(only) {}

  void compare(const SourceFact& fact, CitedSource& out) const {
    const View paper(*fact.abstract);
    out.title = std::string(trim(paper.document().words(paper.title())));
    const auto told = article_claim(fact, stems(paper.document().text.view()));
    const auto source = strongest(paper, paper.sentences(), [&](Span s) { return !paper.title().contains(s); });
    if (!told || !source) return;
    out.chances = compare_strengths(told->strength, source->strength);
    out.comparison = decide(out.chances);
    out.claim = told->sentence;
    out.claim_strength = told->strength.expected();
    out.source_claim = std::string(paper.document().words(source->sentence));
    out.source_strength = source->strength.expected();
    out.proven = is_bare_causal(told->sentence) && is_weaker(paper);
  }

 private:
  template <class Keep>
  std::optional<Said> strongest(const View& view, const std::vector<Span>& sentences, Keep keep) const {
    std::optional<Said> out;
    for (const Span sentence : sentences) {
      if (!keep(sentence)) continue;
      const ClaimStrength strength = model_.read(view, labels_, sentence);
      if (!out || strength.expected() > out->strength.expected()) out = {sentence, strength};
    }
    return out;
  }

  bool stands_beside(Span sentence, const SourceFact& fact) const {
    return std::any_of(fact.annotations.begin(), fact.annotations.end(), [&](std::uint32_t i) {
      const std::size_t paragraph = span_at(paragraphs_, view_.at(i).span.begin);
      return is_scored(view_.at(i).zone) && paragraph != std::string_view::npos && paragraphs_[paragraph].contains(sentence);
    });
  }

  std::optional<Said> article_claim(const SourceFact& fact, const std::set<std::string>& paper) const {
    const auto fits = [&](Span s) { return is_scored(view_.document().zone_at(s.begin)) && has_claim(view_, s) && is_about(view_.document().words(s), paper); };
    auto out = strongest(view_, view_.sentences(), [&](Span s) { return stands_beside(s, fact) && fits(s); });
    return out || !only_ ? out : strongest(view_, view_.sentences(), fits);
  }

  bool is_bare_causal(Span sentence) const {
    const Evidence here = view_.all_in(sentence);
    return std::any_of(here.begin(), here.end(), [&](std::uint32_t i) {
      const Annotation& a = view_.at(i);
      return a.label == "claim.effect"_label && a.attribute("strength") == "causal" && a.hedged_by.empty() && !a.negated && !a.hypothetical;
    });
  }

  /// The abstract claims, and nowhere says outright that one thing changes another.
  static bool is_weaker(const View& paper) {
    const Evidence claims = paper.findings({"claim.effect"_label}, {.negated = true});
    return !claims.empty() && std::none_of(claims.begin(), claims.end(), [&](std::uint32_t i) { return paper.at(i).attribute("strength") == "causal"; });
  }

  View view_;
  const Labels& labels_;
  const StrengthModel& model_;
  std::vector<Span> paragraphs_;
  bool only_;
};

}  // namespace

std::array<double, 3> compare_strengths(const ClaimStrength& told, const ClaimStrength& source) {
  std::array<double, 3> out{};
  for (std::size_t i = 0; i < told.chance.size(); ++i)
    for (std::size_t k = 0; k < source.chance.size(); ++k) out[i < k ? 0 : i == k ? 1 : 2] += told.chance[i] * source.chance[k];
  return out;
}

Comparison decide(const std::array<double, 3>& chances) {
  const double less = chances[0] * kDownplays, same = chances[1], more = chances[2] * kExaggerates;
  if (less >= same && less >= more) return Comparison::downplays;
  return same >= more ? Comparison::same : Comparison::exaggerates;
}

std::vector<CitedSource> read_sources(const Document& document, const Labels& labels, const StrengthModel& model, const SourceFacts& facts) {
  std::vector<CitedSource> out;
  const auto abstracts = std::count_if(facts.begin(), facts.end(), [](const SourceFact& f) { return f.abstract.has_value(); });
  const SourceReader reader(document, labels, model, abstracts == 1);
  for (const SourceFact& fact : facts) {
    CitedSource source{fact.id, {}, fact.annotations};
    if (fact.retraction != nullptr) source.retraction = *fact.retraction;
    if (fact.abstract && !model.empty()) reader.compare(fact, source);
    out.push_back(std::move(source));
  }
  return out;
}

}  // namespace hypeline
