#include "match/context_features.h"
#include "match/word_axes.h"

#include <algorithm>
#include <array>

namespace hypeline {
namespace {

constexpr std::ptrdiff_t kWindow = 6;
constexpr std::array<FeatureKind, 3> kBefore = {"-1", "-2", "-3"}, kAfter = {"+1", "+2", "+3"};
constexpr std::array<std::string_view, 4> kCompared = {"more", "less", "most", "least"};

std::string_view ending(std::string_view word, std::size_t bytes) { return word.size() <= bytes ? word : word.substr(word.size() - bytes); }
bool joins(std::string_view word) { return word == "," || word == "and"; }

/// The word that the adjective stands before: the next one that is neither praise nor a sign that joins.
std::ptrdiff_t head_of(const SentenceWords& words, std::ptrdiff_t adjective, const WordTable& table) {
  std::ptrdiff_t i = adjective + 1;
  while (i < adjective + 5 && words.has(i) && (joins(words[i]) || words[i] == "-" || words[i] == "(" || table.is(words[i], WordKind::praise))) ++i;
  return i;
}

void add_axes(FeatureKind kind, FeatureKind with_target, std::string_view target, const WordAxes& axes, float weight, FeatureList& out) {
  for (std::size_t a = 0; a < axes.size(); ++a) {
    out.add_numbered(kind, a, {}, axes[a] * weight);
    out.add_numbered(with_target, a, target, axes[a] * weight);
  }
}

void add_words(const SentenceWords& words, std::ptrdiff_t i, FeatureList& out) {
  const std::string_view target = words[i];
  out.add("t", target);
  for (std::ptrdiff_t d = 1; d <= 3; ++d) {
    out.add(kBefore[static_cast<std::size_t>(d - 1)], words[i - d]);
    out.add(kAfter[static_cast<std::size_t>(d - 1)], words[i + d]);
  }
  out.add("t,+1", target, words[i + 1]);
  out.add("t,-1", target, words[i - 1]);
  out.add("suffix-1", ending(words[i - 1], 3), {}, .5F);
  out.add("suffix+1", ending(words[i + 1], 3), {}, .5F);
  out.add("suffix+2", ending(words[i + 2], 3), {}, .5F);
}

void add_praise(const SentenceWords& words, std::ptrdiff_t i, const WordTable& table, FeatureList& out) {
  std::size_t count = 0, own = 0;
  bool near = false;
  for (std::ptrdiff_t k = 0; k < words.size(); ++k) {
    const std::uint8_t kinds = table.kinds(words[k]);
    const bool praise = k != i && (kinds & static_cast<std::uint8_t>(WordKind::praise)) != 0;
    count += praise;
    near = near || (praise && std::abs(k - i) <= 3);
    own += (kinds & static_cast<std::uint8_t>(WordKind::own_work)) != 0;
  }
  out.add_numbered("praise", std::min<std::size_t>(count, 4), {}, 1);
  out.add("praise", {}, {}, static_cast<float>(std::min<std::size_t>(count, 5)) / 3);
  out.add_numbered("t,praise", std::min<std::size_t>(count, 2), words[i], 1);
  out.add("own", {}, {}, static_cast<float>(std::min<std::size_t>(own, 4)) / 3);
  if (near) out.add("praise-near");
  out.add_numbered("length", static_cast<std::size_t>(std::min<std::ptrdiff_t>(words.size() / 10, 5)), {}, 1);
}

void add_grammar(const SentenceWords& words, std::ptrdiff_t i, const WordTable& table, FeatureList& out) {
  const auto praises = [&](std::ptrdiff_t k) { return table.is(words[k], WordKind::praise); };
  if (table.is(words[i - 1], WordKind::intensifier)) out.add("intensified");
  if (joins(words[i + 1])) praises(i + 2) ? out.add("joined-to-praise+") : out.add("joined+");
  if (joins(words[i - 1])) praises(i - 2) ? out.add("joined-to-praise-") : out.add("joined-");
  if (std::find(kCompared.begin(), kCompared.end(), words[i - 1]) != kCompared.end()) out.add("compared");
  for (std::ptrdiff_t d = 1; d <= 5; ++d)
    if (table.is(words[i - d], WordKind::lack)) out.add("lack", words[i - d]), out.add("lack");
  if (i <= 1) out.add("early");
  if (words[i + 1] == "." || words[i + 1] == "," || words[i + 1] == ";" || words[i + 1] == ")") out.add("last-of-phrase");
}

}  // namespace

void add_adjective_features(const SentenceWords& words, PlacedWords adjective, const WordTable& table, FeatureList& out) {
  const std::ptrdiff_t i = adjective.last;
  const std::ptrdiff_t head = head_of(words, i, table);
  add_words(words, i, out);
  add_praise(words, i, table, out);
  add_grammar(words, i, table, out);
  out.add("head", words[head]);
  out.add("head+1", words[head + 1], {}, .5F);
  out.add("head-suffix", ending(words[head], 4), {}, .5F);
  out.add("t,head", words[i], words[head], .5F);
  add_axes("around", "t,around", words[i], mean_place(words, i - kWindow, i + kWindow, i, table), 1.2F, out);
  add_axes("of-head", "t,of-head", words[i], mean_place(words, head, head + 1, i, table), .36F, out);
}

}  // namespace hypeline
