#include "core/linear.h"

#include <catch2/catch.hpp>

#include <array>

using namespace hypeline;

namespace {

LinearModel model_of(const std::string& rows, const std::vector<std::string_view>& classes = {"weight"}) {
  auto model = LinearModel::parse("m.tsv", rows, classes);
  REQUIRE(model);
  return std::move(*model);
}

}  // namespace

TEST_CASE("a score is the bias and the weights of the features times their values", "[core][linear]") {
  const LinearModel model = model_of("feature\tweight\nbias\t0.5\nw=may\t2\nnear=tea cup\t-1\nlength03\t4\n");
  FeatureList features;
  features.add("w", "may");
  features.add("near", "tea", "cup", 0.5F);
  features.add_numbered("length", 3, {}, 0.25F);
  features.add("w", "unheard");
  double score = 0;
  model.score(features.all(), {&score, 1});
  CHECK(score == Approx(0.5 + 2 - 0.5 + 1));
  CHECK(model.probability(features.all()) == Approx(logistic(3)));
  CHECK(model.threshold() == 0.5);
}

TEST_CASE("several classes have a score each", "[core][linear]") {
  const LinearModel model = model_of("feature\tno\tyes\nbias\t1\t2\nw=cure\t-3\t0.25\n", {"no", "yes"});
  FeatureList features;
  features.add("w", "cure");
  std::array<double, 2> scores{};
  model.score(features.all(), scores);
  CHECK(scores[0] == Approx(-2));
  CHECK(scores[1] == Approx(2.25));
}

TEST_CASE("terms name the features and put the heaviest first", "[core][linear]") {
  const LinearModel model = model_of("feature\tweight\n@threshold\t0.7\nbias\t0.1\nw=may\t-2\nhead=cure\t3\n");
  FeatureList features(true);
  features.add("w", "may");
  features.add("w", "unheard");
  features.add("head", "cure");
  const std::vector<Term> terms = model.terms(features, 0);
  REQUIRE(terms.size() == 3);
  CHECK(terms[0].name == "head=cure");
  CHECK(terms[1].weight == Approx(-2));
  CHECK(terms[2].name == "bias");
  CHECK(model.threshold() == Approx(0.7));
}

TEST_CASE("a model that says nothing is empty and knows no feature", "[core][linear]") {
  CHECK(LinearModel().empty());
  CHECK_FALSE(LinearModel().knows(feature_key("w=may")));
  CHECK(model_of("feature\tweight\nw=may\t1\n").knows(feature_key("w=may")));
}

TEST_CASE("bad rows of a model are errors with their lines", "[core][linear]") {
  const auto model = LinearModel::parse("m.tsv", "feature\tweight\nw=a\tx1\nw=b\t1\nw=b\t2\nw=c\tnan\n", {"weight"});
  REQUIRE_FALSE(model);
  REQUIRE(model.error().size() == 3);
  CHECK(model.error()[0].line == 2);
  CHECK(model.error()[1].line == 4);
  CHECK(model.error()[2].line == 5);
  CHECK_FALSE(LinearModel::parse("m.tsv", "feature\tno\tyes\nw=a\t1\t2\n", {"weight"}));
}
