#include "ingest/encoding/lost.h"

#include "ingest/encoding/lost_evidence.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <string>

namespace hypeline {
namespace {

constexpr int kProof = 3;       // what a text or a line needs
constexpr int kNeeded = 3;      // what a place needs, with the help of the others
constexpr int kFoundWhole = 3;  // what each complete sequence of the codec adds
constexpr int kMostFromWhole = 12;

/// The broken sequences a codec would explain, and what they prove.
struct Layer {
  CodecId codec = 0;
  std::vector<Broken> all;
  std::vector<int> points;
  int total = 0;
};

bool overlaps(const std::vector<Found>& found, Span span) {
  const auto after = std::lower_bound(found.begin(), found.end(), span.end, [](const Found& f, std::uint32_t end) { return f.sequence.span.begin < end; });
  return after != found.begin() && std::prev(after)->sequence.span.overlaps(span);
}

/// What opens before a word and closes behind one in the same line is a pair of quotation marks, in whatever alphabet.
void add_pairs(Layer& layer) {
  const auto stands_for_a_mark = [&](std::size_t i) {
    return layer.all[i].sequence.bytes[0] == 0xE2 && layer.all[i].sequence.have == 1 && layer.points[i] >= 0;
  };
  for (std::size_t i = 0; i + 1 < layer.all.size(); ++i) {
    const Broken &a = layer.all[i], &b = layer.all[i + 1];
    if (a.shape != Shape::opening || b.shape != Shape::closing || a.line != b.line || !stands_for_a_mark(i) || !stands_for_a_mark(i + 1)) continue;
    layer.points[i] += 2;
    layer.points[i + 1] += 2;
  }
}

Layer walk(std::string_view text, const std::vector<Mark>& left, const std::vector<Found>& found, CodecId codec) {
  Layer layer{.codec = codec, .all = {}, .points = {}};
  std::vector<Sequence> sequences;
  std::uint32_t at = 0;
  for (const Mark& mark : left) {
    if (mark.at < at) continue;
    const auto s = sequence_at(text, mark.at, codec);
    if (s && s->state == Sequence::State::broken && !overlaps(found, s->span)) {
      sequences.push_back(*s);
      at = s->span.end;
    } else {
      layer.total -= kUnexplained;
    }
  }
  layer.all = broken_at(text, sequences);
  for (const Broken& b : layer.all) layer.points.push_back(lost_evidence(text, b, codec));
  add_pairs(layer);
  layer.total += std::accumulate(layer.points.begin(), layer.points.end(), 0);
  const auto whole = std::count_if(found.begin(), found.end(), [&](const Found& f) { return f.codec == codec; });
  layer.total += std::min(kMostFromWhole, static_cast<int>(whole) * kFoundWhole);
  return layer;
}

/// By line: what the broken sequences of a line prove on their own.
std::map<std::uint32_t, int> by_line(const Layer& layer) {
  std::map<std::uint32_t, int> sums;
  for (std::size_t i = 0; i < layer.all.size(); ++i) sums[layer.all[i].line] += layer.points[i];
  return sums;
}

/// The places that are proved, given the proof of the whole text or of their lines.
std::vector<Broken> proved(const Layer& layer) {
  std::vector<Broken> out;
  const bool whole_text = layer.total >= kProof;
  const auto lines = whole_text ? std::map<std::uint32_t, int>() : by_line(layer);
  for (std::size_t i = 0; i < layer.all.size(); ++i) {
    const int total = whole_text ? layer.total : lines.at(layer.all[i].line);
    const int help = std::clamp((total - layer.points[i]) / 3, 0, 5);
    if (total >= kProof && layer.points[i] + help >= kNeeded) out.push_back(layer.all[i]);
  }
  return out;
}

}  // namespace

std::vector<Lost> find_lost(std::string_view text, const std::vector<Mark>& marks, const std::vector<Found>& found) {
  std::vector<Mark> left;
  std::copy_if(marks.begin(), marks.end(), std::back_inserter(left), [&](const Mark& m) { return !overlaps(found, {m.at, m.at + 1}); });
  CodecSet possible = 0;
  for (const Mark& mark : left) possible |= mark.losing;
  std::optional<Layer> best;
  for (CodecId codec = 0; codec < kCodecs; ++codec) {
    if ((possible >> codec & 1) == 0) continue;
    Layer layer = walk(text, left, found, codec);
    const bool any = std::any_of(layer.points.begin(), layer.points.end(), [](int p) { return p >= 2; });
    if (any && (!best || layer.total > best->total)) best = std::move(layer);
  }
  if (!best) return {};
  const auto all = proved(*best);
  const auto guesses = guess(text, all, best->codec);
  std::vector<Lost> out;
  out.reserve(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) out.push_back({all[i].sequence, best->codec, guesses[i]});
  return out;
}

}  // namespace hypeline
