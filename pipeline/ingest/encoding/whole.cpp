#include "ingest/encoding/whole.h"

#include "core/unicode.h"
#include "ingest/byte_scan.h"
#include "ingest/encoding/evidence.h"

#include <algorithm>

namespace hypeline {
namespace {

constexpr int kProof = 4;       // what a run needs to stand alone
constexpr int kProofAmong = 8;  // a single short sequence among characters it does not explain
constexpr int kVouchedFor = 1;  // with proof elsewhere
constexpr int kWellVouchedFor = -1;
constexpr int kMuchProof = 20;
constexpr int kMostOfARun = 12;  // no run proves more than this for others

/// Sequences that follow each other without a gap stand or fall together.
struct Run {
  std::vector<Sequence> sequences;
  int points = 0;

  Span span() const { return {sequences.front().span.begin, sequences.back().span.end}; }
  int proof() const { return points >= kProof ? std::min(points, kMostOfARun) : 0; }
};

struct Layer {
  CodecId codec = 0;
  std::vector<Run> runs;
  int points = 0;            ///< of all runs
  int proof = 0;             ///< of the runs that prove something, none more than kMostOfARun
  int weight = 0;            ///< of the same runs, uncapped: which codec goes first
  bool explains_all = true;  ///< no character beyond ASCII is left over
};

bool in_foreign_script(char32_t c) { return script_of(c) > 2; }

/// A lone letter of another script, with none of its kind beside it, is read by accident.
int lone_letter(std::string_view text, const Run& run) {
  if (run.sequences.size() > 1 || !in_foreign_script(run.sequences[0].value)) return 0;
  const Span span = run.span();
  const int script = script_of(run.sequences[0].value);
  const bool beside = (span.begin > 0 && script_of(decode_before(text, span.begin).value) == script) ||
                      (span.end < text.size() && script_of(decode_at(text, span.end).value) == script);
  return beside ? 0 : 4;
}

/// What touches the run and is not explained with it speaks against it.
int strange_neighbours(std::string_view text, Span span) {
  const auto strange = [](char32_t c) { return script_of(c) == 1 || sort_of(c) == Sort::odd || sort_of(c) == Sort::currency; };
  const bool before = span.begin > 0 && static_cast<unsigned char>(text[span.begin - 1]) >= 0x80 && strange(decode_before(text, span.begin).value);
  const bool after = span.end < text.size() && static_cast<unsigned char>(text[span.end]) >= 0x80 && strange(decode_at(text, span.end).value);
  return 6 * (static_cast<int>(before) + static_cast<int>(after));
}

void close_run(Layer& layer, std::string_view text) {
  if (layer.runs.empty()) return;
  Run& run = layer.runs.back();
  run.points -= lone_letter(text, run) + strange_neighbours(text, run.span());
  layer.points += run.points;
  layer.proof += run.proof();
  layer.weight += run.points >= kProof ? run.points : 0;
}

void add(Layer& layer, std::string_view text, const Sequence& s) {
  auto& runs = layer.runs;
  if (runs.empty() || runs.back().span().end != s.span.begin) {
    close_run(layer, text);
    runs.push_back({});
  }
  runs.back().sequences.push_back(s);
  runs.back().points += evidence(text, s, layer.codec);
}

Layer walk(std::string_view text, const std::vector<Mark>& marks, CodecId codec) {
  Layer layer{.codec = codec, .runs = {}};
  std::uint32_t at = 0;
  std::size_t explained = 0;
  for (const Mark& mark : marks) {
    const bool inside = mark.at < at;
    explained += inside;
    if (inside || (mark.starts >> codec & 1) == 0) continue;
    const auto s = sequence_at(text, mark.at, codec);
    if (!s || s->state == Sequence::State::broken) continue;
    add(layer, text, *s);
    at = s->span.end;
    ++explained;
  }
  close_run(layer, text);
  layer.explains_all = explained == marks.size();
  return layer;
}

int needed(const Layer& layer, const Run& run) {
  const int others = layer.proof - run.proof();
  if (layer.explains_all && layer.points >= kProof) return others >= kProof ? kWellVouchedFor : kVouchedFor;
  if (others >= kMuchProof) return kWellVouchedFor;
  if (others >= kProof) return kVouchedFor;
  const bool slight = run.sequences.size() == 1 && run.sequences[0].want == 2 && !run.sequences[0].c1;
  return slight && !layer.explains_all ? kProofAmong : kProof;
}

bool overlaps(const std::vector<Found>& found, Span span) {
  const auto after = std::lower_bound(found.begin(), found.end(), span.end, [](const Found& f, std::uint32_t end) { return f.sequence.span.begin < end; });
  return after != found.begin() && std::prev(after)->sequence.span.overlaps(span);
}

bool is_cyrillic(char32_t c) { return c >= 0x400 && c < 0x460; }

bool in_order(const Found& a, const Found& b) { return a.sequence.span < b.sequence.span; }

}  // namespace

std::vector<Mark> beyond_ascii(std::string_view text) {
  std::vector<Mark> marks;
  const Codecs& codecs = Codecs::all();
  Roles last;  // of the character before
  ByteHits wide(text, [](auto c) { return c >= 0x80; });
  for (std::size_t at = wide.next(0, text.size()); at < text.size();) {
    const CodePoint c = decode_at(text, at);
    const Roles roles = codecs.roles(c.value);
    if (last.lead != 0) marks.back().starts = last.lead & roles.continuation;
    if (last.losing != 0 && c.value >= 0x80) marks.back().losing |= last.losing & roles.continuation;
    last = roles;
    if (c.value >= 0x80) marks.push_back({static_cast<std::uint32_t>(at), 0, is_cyrillic(c.value) ? CodecSet{0} : roles.losing, c.value});
    at += c.size;
    if (c.value < 0x80) at = wide.next(at, text.size());
  }
  return marks;
}

std::vector<Found> find_whole(std::string_view text, const std::vector<Mark>& marks, std::optional<CodecId> vouched) {
  CodecSet possible = 0;
  for (const Mark& mark : marks) possible |= mark.starts;
  std::vector<Layer> layers;
  for (CodecId codec = 0; codec < kCodecs; ++codec) {
    if ((possible >> codec & 1) == 0) continue;
    Layer layer = walk(text, marks, codec);
    if (codec == vouched) layer.proof += kProof;
    if (layer.proof > 0 || (layer.explains_all && layer.points >= kProof)) layers.push_back(std::move(layer));
  }
  std::stable_sort(layers.begin(), layers.end(), [](const Layer& a, const Layer& b) { return a.weight > b.weight; });
  std::vector<Found> found;
  for (const Layer& layer : layers) {
    const auto before = static_cast<std::ptrdiff_t>(found.size());
    std::vector<Found> more;
    for (const Run& run : layer.runs)
      if (run.points >= needed(layer, run) && !overlaps(found, run.span()))
        for (const Sequence& s : run.sequences) more.push_back({s, layer.codec});
    found.insert(found.end(), more.begin(), more.end());
    std::inplace_merge(found.begin(), found.begin() + before, found.end(), in_order);
  }
  return found;
}

}  // namespace hypeline
