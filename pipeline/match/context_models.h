#pragma once
#include "core/linear.h"
#include "match/word_table.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hypeline {

/// What the learned models decide: whether a hedge, an attribution or an adjective counts where it stands, and how strong a sentence's claim is.
enum class ContextModel : std::uint8_t { hedge, attribution, adjective, claim };

/// Strengths of a claim, weakest first: the classes of the claim model.
inline constexpr std::array<std::string_view, 4> kStrengths = {"none", "correlational", "conditional-causal", "causal"};

/// The learned models of one language, each from its file `<language>/models/<name>.tsv`. One that has no file decides nothing.
class ContextModels {
 public:
  static bool is_file(std::string_view name) { return name.find("/models/") != std::string_view::npos; }
  /// Reads the file if it is one of the models; what is wrong with it otherwise.
  Errors read(std::string_view name, std::string_view contents);

  const LinearModel& operator[](ContextModel model) const { return models_[static_cast<std::size_t>(model)]; }
  const WordTable& words() const { return words_; }

 private:
  std::array<LinearModel, 4> models_;
  WordTable words_;
};

}  // namespace hypeline
