#pragma once
#include "assess/view.h"
#include "assess/word_groups.h"
#include "core/linear.h"

#include <expected>

namespace hypeline {

/// One named feature of a criterion's model. Its value is ln(1 + rate), where rate is a count per 1,000 scored words, at most 20, of
///   words:<group>             places where words of the group begin (WordGroups), or
///   label:<label> [key=value] findings of the label in scored zones, also quoted and negated ones;
/// or, for model:words, the score of the criterion's model of words: the sum over the article's words of ln(1 + rate) times the word's weight.
/// Rates, not counts: an article gains nothing by being long. An article under 150 words counts as one of 150.
struct CriterionFeature {
  std::string name;
  double weight = 0;
  bool all_words = false;  ///< it is the score of the model of words
  std::size_t group = 0;   ///< number of its word group, where it is of words
  LabelId label;           ///< else the label; 0: of words
  std::string key, value;
};

/// A logistic model of one criterion: the probability that an expert calls it satisfied.
struct CriterionModel {
  std::string criterion;
  double bias = 0;
  double found = 0.5, not_found = 0.5;  ///< at and above: found; below: not found; between them: cannot tell
  std::size_t number = 0;               ///< its place in the table
  std::vector<CriterionFeature> features;
};

/// What a model makes of an article.
struct ModelReading {
  double probability = 0;
  std::vector<double> values;  ///< by feature
};

/// An article's words, counted once for all models.
struct CountedWords {
  FoldedWords text;
  std::vector<std::uint32_t> groups;  ///< by number of the group
  std::vector<double> scores;         ///< of the models of words, by number of the criterion's model
};

/// The rows of lexicons/criteria.tsv, learned by scripts/learn_criteria.py; provenance and figures stand in the file's head.
class CriteriaTable {
 public:
  /// Rows: criterion, feature (or bias, found, not-found), weight. Every bad row is an error that names file and line.
  static std::expected<CriteriaTable, Errors> parse(std::string_view file, std::string_view contents);
  /// Adds the models of words, criteria_words.tsv: rows "w=word" with a weight for each criterion, in the order of this table. Returns what is wrong with it.
  Errors read_words(std::string_view file, std::string_view contents);
  /// nullptr where the table has none.
  const CriterionModel* find(std::string_view criterion) const;
  CountedWords count(const Document& document) const;
  /// What the article's words add to a model's model:words, heaviest first, the bias among them.
  std::vector<Term> word_terms(const CriterionModel& model, const FoldedWords& text) const;

 private:
  std::string add(std::string_view criterion, std::string_view feature, double weight);
  std::vector<CriterionModel> models_;
  WordGroups groups_;
  LinearModel words_;
};

/// The scored words of an article.
FoldedWords fold_words(const Document& document);
/// `words` are the table's count of the view's document.
ModelReading read_model(const CriterionModel& model, const View& view, const CountedWords& words);

}  // namespace hypeline
