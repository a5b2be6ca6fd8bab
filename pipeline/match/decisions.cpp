#include "match/decisions.h"

#include "match/context.h"
#include "match/context_features.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace hypeline {
namespace {

constexpr std::pair<LabelId, ContextModel> kAsked[] = {{"hedge.cue"_label, ContextModel::hedge},
                                                       {"source.attribution"_label, ContextModel::attribution},
                                                       {"source.attribution-act"_label, ContextModel::attribution},
                                                       {"hype.adjective"_label, ContextModel::adjective},
                                                       {"claim.effect"_label, ContextModel::claim}};

constexpr std::string_view kHelpers[] = {"has",        "have", "had", "also", "later", "now",  "first", "today",
                                         "repeatedly", "did",  "not", "went", "on",    "goes", "gone"};

const ContextModel* model_of(LabelId label) {
  for (const auto& [asked, model] : kAsked)
    if (asked == label) return &model;
  return nullptr;
}

std::size_t strength_of(const Rule& rule) {
  for (const auto& [key, value] : rule.attributes)
    if (key == "strength") return static_cast<std::size_t>(std::find(kStrengths.begin(), kStrengths.end(), value) - kStrengths.begin()) % kStrengths.size();
  return 0;
}

std::string_view kind_of(const Rule& rule) {
  for (const auto& [key, value] : rule.attributes)
    if (key == "kind") return value;
  return {};
}

/// Puts the questions of one sentence after another.
class ContextAsker {
 public:
  ContextAsker(const Document& document, const Lexicon& lexicon, const std::vector<Candidate>& all, bool named, const QuestionVisitor& visit)
      : document_(document),
        lexicon_(lexicon),
        all_(all),
        visit_(visit),
        features_(named),
        quotations_(outermost(document.layer("structure.quotation"_label))),
        paragraphs_(document.layer("structure.paragraph"_label)) {}

  /// About candidates [begin, end), which begin in `sentence`.
  void ask(Span sentence, std::size_t begin, std::size_t end) {
    begin_ = begin;
    end_ = end;
    sentence_ = sentence;
    claims_.clear();
    bool read = false;
    for (std::size_t i = begin; i < end; ++i) {
      const ContextModel* model = model_of(all_[i].label);
      if (model == nullptr) continue;
      if (!read) words_.read(document_.text.view(), sentence);
      read = true;
      if (*model == ContextModel::claim)
        claims_.push_back(i);
      else
        ask_about(i, *model);
    }
    if (!claims_.empty()) ask_claims();
  }

 private:
  PlacedWords place(Span span) const {
    const std::ptrdiff_t first = words_.first_at(span.begin);
    return {first, std::max(first, words_.first_at(span.end - 1))};
  }

  /// "has also said" is about "said".
  PlacedWords past_helpers(PlacedWords at) const {
    while (at.first < at.last && std::find(std::begin(kHelpers), std::end(kHelpers), words_[at.first]) != std::end(kHelpers)) ++at.first;
    return at;
  }

  void ask_about(std::size_t i, ContextModel model) {
    features_.clear();
    const PlacedWords at = past_helpers(place(all_[i].span));
    if (model == ContextModel::adjective)
      add_adjective_features(words_, at, lexicon_.models().words(), features_);
    else
      add_cue_features(words_, at, quotes_around(all_[i].span), other_cue(i, -1), other_cue(i, +1), features_);
    visit_({model, sentence_, {&i, 1}}, features_);
  }

  QuotePlace quotes_around(Span cue) const {
    const std::size_t p = span_at(paragraphs_, cue.begin);
    if (p == std::string_view::npos) return QuotePlace::none;
    const auto next = std::partition_point(quotations_.begin(), quotations_.end(), [&](Span q) { return q.end <= cue.begin; });
    if (next != quotations_.end() && next->begin <= cue.begin) return QuotePlace::inside;
    if (next != quotations_.begin() && std::prev(next)->begin >= paragraphs_[p].begin) return QuotePlace::behind;
    return next != quotations_.end() && next->begin < paragraphs_[p].end ? QuotePlace::before : QuotePlace::none;
  }

  /// The first word of the nearest candidate of the sentence that is put to the same model, on one side.
  std::string_view other_cue(std::size_t i, int step) const {
    const ContextModel model = *model_of(all_[i].label);
    for (std::size_t k = i; step < 0 ? k-- > begin_ : ++k < end_;)
      if (const ContextModel* other = model_of(all_[k].label); other != nullptr && *other == model) return words_[past_helpers(place(all_[k].span)).first];
    return {};
  }

  void ask_claims() {
    features_.clear();
    signs_.rules.clear();
    signs_.labels.clear();
    signs_.hedged = false;
    std::size_t strongest = 0;
    for (std::size_t i = begin_; i < end_; ++i) {
      const Rule& rule = lexicon_.rules()[all_[i].rule];
      signs_.labels.push_back(lexicon_.labels().find(all_[i].label)->name);
      if (all_[i].label == "hedge.cue"_label) signs_.hedged = signs_.hedged || i < claims_.back();
      if (all_[i].label != "claim.effect"_label) continue;
      signs_.rules.push_back(rule.id);
      strongest = std::max(strongest, strength_of(rule));
    }
    signs_.strongest = kStrengths[strongest];
    add_claim_features(words_, signs_, lexicon_.models().words(), features_);
    visit_({ContextModel::claim, sentence_, claims_}, features_);
  }

  const Document& document_;
  const Lexicon& lexicon_;
  const std::vector<Candidate>& all_;
  const QuestionVisitor& visit_;
  FeatureList features_;
  SentenceWords words_;
  ClaimSigns signs_;
  std::vector<Span> quotations_, paragraphs_;
  std::vector<std::size_t> claims_;
  std::size_t begin_ = 0, end_ = 0;
  Span sentence_;
};

/// Answers questions on a list of candidates.
class ContextJudge {
 public:
  ContextJudge(const Lexicon& lexicon, std::vector<Candidate>& all) : lexicon_(lexicon), all_(all), dropped_(all.size()) {}

  void answer(const ContextQuestion& question, const FeatureList& features) {
    const LinearModel& model = lexicon_.models()[question.model];
    if (model.empty()) {
      dropped_[question.about[0]] = question.model == ContextModel::adjective;
    } else if (question.model == ContextModel::claim) {
      answer_claims(question, features, model);
    } else if (model.knows(features.all().front().key)) {
      answer_one(question.about[0], model.probability(features.all()), model.threshold());
    } else {
      dropped_[question.about[0]] = question.model == ContextModel::adjective;
    }
  }

  std::vector<Candidate> kept() const {
    std::vector<Candidate> out;
    for (std::size_t i = 0; i < all_.size(); ++i)
      if (!dropped_[i] && !is_said_already(i)) out.push_back(all_[i]);
    return out;
  }

 private:
  void answer_one(std::size_t i, double probability, double threshold) {
    dropped_[i] = probability < threshold;
    all_[i].confidence = static_cast<float>(probability);
  }

  void answer_claims(const ContextQuestion& question, const FeatureList& features, const LinearModel& model) {
    std::array<double, kStrengths.size()> scores{};
    model.score(features.all(), scores);
    double sum = 0;
    for (double& score : scores) sum += score = logistic(score);
    const auto best = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    std::size_t chief = question.about[0];
    for (const std::size_t i : question.about) {
      const bool weaker = rule_strength(i) <= rule_strength(chief);
      if (is_sign(chief) != is_sign(i) ? is_sign(chief) : !weaker) chief = i;
    }
    for (const std::size_t i : question.about) {
      dropped_[i] = best == 0 || (i != chief && is_sign(i));
      all_[i].strength = kStrengths[i == chief ? best : std::min(rule_strength(i), best)];
      all_[i].confidence = static_cast<float>(scores[best] / sum);
    }
  }

  /// A comparison or a risk named, or another word of claims: a claim only where its sentence states none, and then one of them.
  bool is_sign(std::size_t i) const { return kind_of(lexicon_.rules()[all_[i].rule]) == "sign"; }

  std::size_t rule_strength(std::size_t i) const { return strength_of(lexicon_.rules()[all_[i].rule]); }

  /// An adjective in the reach of another promotional finding.
  bool is_said_already(std::size_t i) const {
    if (all_[i].label != "hype.adjective"_label) return false;
    const auto covers = [&](std::size_t k) {
      return k != i && !dropped_[k] && all_[k].span.overlaps(all_[i].span) && lexicon_.labels().find(all_[k].label)->family() == "hype";
    };
    for (std::size_t k = i; k > 0 && all_[i].span.begin - all_[k - 1].span.begin < 400; --k)
      if (covers(k - 1)) return true;
    for (std::size_t k = i + 1; k < all_.size() && all_[k].span.begin < all_[i].span.end; ++k)
      if (covers(k)) return true;
    return false;
  }

  const Lexicon& lexicon_;
  std::vector<Candidate>& all_;
  std::vector<bool> dropped_;
};

}  // namespace

void ask_context(const Document& document, const Lexicon& lexicon, const std::vector<Candidate>& all, bool named, const QuestionVisitor& visit) {
  ContextAsker asker(document, lexicon, all, named, visit);
  std::size_t begin = 0;
  for (const Span sentence : document.layer("structure.sentence"_label)) {
    while (begin < all.size() && all[begin].span.begin < sentence.begin) ++begin;
    std::size_t end = begin;
    while (end < all.size() && all[end].span.begin < sentence.end) ++end;
    if (end > begin) asker.ask(sentence, begin, end);
    begin = end;
  }
}

std::vector<Candidate> decide(const Document& document, const Lexicon& lexicon, std::vector<Candidate> all) {
  ContextJudge judge(lexicon, all);
  ask_context(document, lexicon, all, false, [&](const ContextQuestion& question, const FeatureList& features) { judge.answer(question, features); });
  return judge.kept();
}

}  // namespace hypeline
