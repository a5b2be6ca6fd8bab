#pragma once
#include "core/error.h"

#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hypeline {

/// A feature's identity: a hash of its kind and words, so that reading a text builds no strings. LinearModel::parse rejects a file in which two names collide.
using FeatureKey = std::uint64_t;

/// What a feature asks, e.g. "head": a literal, hashed when the program is built.
struct FeatureKind {
  // NOLINTNEXTLINE(google-explicit-constructor): so that a literal can stand for it
  consteval FeatureKind(const char* literal) : name(literal), hash(hash_of(name)) {}
  static constexpr FeatureKey hash_of(std::string_view name) {
    FeatureKey hash = 14695981039346656037u;
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    return hash;
  }
  std::string_view name;
  FeatureKey hash;
};

struct Feature {
  FeatureKey key = 0;
  float value = 0;
};

/// The features of one thing that is to be decided. Keeps its memory over clear(). A name is `kind`, `kind=word` or `kind=word other`.
class FeatureList {
 public:
  /// `named`: keep the names too, for training and for telling reasons.
  explicit FeatureList(bool named = false) : named_(named) {}

  void clear();
  void add(FeatureKind kind, std::string_view word = {}, std::string_view other = {}, float value = 1);
  /// `kind` followed by a number below 100, e.g. "near" and 7: `near07`.
  void add_numbered(FeatureKind kind, std::size_t number, std::string_view word, float value);

  std::span<const Feature> all() const { return all_; }
  /// Empty unless the list is named; then one for each feature.
  std::span<const std::string> names() const { return names_; }

 private:
  bool named_;
  std::vector<Feature> all_;
  std::vector<std::string> names_;
};

FeatureKey feature_key(std::string_view name);

/// What one feature adds to a class's score.
struct Term {
  std::string name;
  double weight = 0;  ///< times the feature's value
};

/// Weights of named features for one or more classes, learned elsewhere (scripts/learn_context.py). A score is the sum of weight times value, and the
/// logistic function makes a probability of it; several classes are one against the rest. A model without rows knows nothing and decides nothing.
/// Rejected: features by number (a file no one can read or check against the code).
class LinearModel {
 public:
  LinearModel() = default;
  /// Rows are `feature` and a weight a class, below a header that names the classes; `bias` is added to every score. The row `@threshold` holds the
  /// probability from which a decision of one class is yes (0.5 where there is none). Errors name file and line.
  static std::expected<LinearModel, Errors> parse(std::string_view file, std::string_view contents, const std::vector<std::string_view>& classes);

  bool empty() const { return slots_.empty(); }
  std::size_t classes() const { return classes_; }
  double threshold() const { return threshold_; }
  bool knows(FeatureKey key) const { return row_of(key) != kNone; }

  /// The score of each class; `out` has as many places as there are classes.
  void score(std::span<const Feature> features, std::span<double> out) const;
  /// The probability of the only class. REQUIRES one class.
  double probability(std::span<const Feature> features) const;
  /// The parts of a class's score, heaviest first; REQUIRES a named list.
  std::vector<Term> terms(const FeatureList& features, std::size_t of_class) const;

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFu;
  struct Slot {
    std::uint32_t check = 0;  ///< upper half of the key; the lower half is the place
    std::uint32_t row = kNone;
  };
  std::uint32_t row_of(FeatureKey key) const;
  bool insert(FeatureKey key, std::uint32_t row);

  std::size_t classes_ = 0;
  double threshold_ = 0.5;
  std::vector<float> bias_, weights_;  // weights_: row by row, a weight a class
  std::vector<Slot> slots_;            // open addressing; a power of two, at most half full
};

/// 1 / (1 + e^-score).
double logistic(double score);

}  // namespace hypeline
