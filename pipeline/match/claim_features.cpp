#include "match/context_features.h"
#include "match/word_axes.h"

#include <algorithm>
#include <array>

namespace hypeline {
namespace {

constexpr std::ptrdiff_t kLongest = 120;  // words looked at
constexpr float kPair = .7F, kAxis = 3;
constexpr std::size_t kStem = 5;  // bytes
constexpr std::array<std::string_view, 8> kModals = {"may", "might", "can", "could", "would", "should", "will", "must"};

void add_words(const SentenceWords& words, FeatureList& out) {
  const std::ptrdiff_t size = std::min(words.size(), kLongest);
  for (std::ptrdiff_t i = 0; i < size; ++i) {
    out.add("w", words[i]);
    out.add("stem", words[i].substr(0, kStem));
    if (i + 1 < size) out.add("pair", words[i], words[i + 1], kPair);
    if (i < 3) out.add("opens", words[i], {}, .5F);
  }
  out.add_numbered("length", static_cast<std::size_t>(std::min<std::ptrdiff_t>(words.size() / 8, 5)), {}, 1);
}

void add_axes(const SentenceWords& words, const WordTable& table, FeatureList& out) {
  const WordAxes axes = mean_place(words, 0, kLongest, -1, table);
  for (std::size_t a = 0; a < axes.size(); ++a) out.add_numbered("place", a, {}, axes[a] * kAxis);
}

void add_modal(const SentenceWords& words, FeatureList& out) {
  for (std::ptrdiff_t i = 0; i < words.size(); ++i)
    if (std::find(kModals.begin(), kModals.end(), words[i]) != kModals.end()) return out.add("modal", words[i]);
  out.add("modal", SentenceWords::kOutside);
}

}  // namespace

void add_claim_features(const SentenceWords& words, const ClaimSigns& signs, const WordTable& table, FeatureList& out) {
  add_words(words, out);
  add_axes(words, table, out);
  add_modal(words, out);
  for (const std::string_view rule : signs.rules) out.add("rule", rule);
  for (const std::string_view label : signs.labels) out.add("label", label);
  out.add("strongest", signs.strongest);
  if (signs.hedged) out.add("hedged");
}

}  // namespace hypeline
