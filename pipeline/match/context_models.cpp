#include "match/context_models.h"

#include <utility>
#include <vector>

namespace hypeline {
namespace {

constexpr std::array<std::string_view, 4> kNames = {"hedge.tsv", "attribution.tsv", "adjective.tsv", "claim.tsv"};  // by ContextModel

template <typename Parsed, typename Value>
Errors take(Parsed parsed, Value& into) {
  if (!parsed) return std::move(parsed.error());
  into = std::move(*parsed);
  return {};
}

std::vector<std::string_view> classes_of(std::size_t model) {
  if (model == static_cast<std::size_t>(ContextModel::claim)) return {kStrengths.begin(), kStrengths.end()};
  return {"weight"};
}

}  // namespace

Errors ContextModels::read(std::string_view name, std::string_view contents) {
  const std::string_view file = name.substr(name.rfind('/') + 1);
  if (file == "words.tsv") return take(WordTable::parse(name, contents), words_);
  for (std::size_t i = 0; i < kNames.size(); ++i)
    if (kNames[i] == file) return take(LinearModel::parse(name, contents, classes_of(i)), models_[i]);
  return {{std::string(name), 0, 0, "no model of this name is known", {}}};
}

}  // namespace hypeline
