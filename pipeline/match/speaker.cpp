#include "match/speaker.h"

#include "core/unicode.h"

#include <algorithm>
#include <array>

namespace hypeline {
namespace {

constexpr std::uint32_t kNear = 120;  // bytes
constexpr int kWords = 6;
constexpr std::array<std::string_view, 8> kParticles = {"van", "von", "de", "der", "da", "la", "bin", "al"};
constexpr std::array<std::string_view, 12> kNoNames = {"He", "She", "They", "It", "We", "I", "The", "But", "And", "This", "That", "In"};

struct Word {
  Span span;
  bool ends_name = false;  // a comma or stop follows
};

bool is_name_part(std::string_view word, bool inside) {
  if (word.empty()) return false;
  if (inside && std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end()) return true;
  return is_upper(decode_at(word, 0).value) && std::find(kNoNames.begin(), kNoNames.end(), word) == kNoNames.end();
}

/// Words of `reach`: runs without white space, punctuation at their ends cut off (a stop after an initial or title is kept inside).
std::vector<Word> words_of(std::string_view text, Span reach) {
  constexpr std::string_view kEdge = ",.;:()[]\"'“”‘’—–";
  std::vector<Word> out;
  for (std::uint32_t at = reach.begin; at < reach.end;) {
    const std::size_t stop = std::min<std::size_t>(text.find_first_of(" \n\t", at), reach.end);
    const std::string_view raw = slice(text, make_span(at, stop));
    const std::size_t first = raw.find_first_not_of(kEdge);
    const std::size_t last = raw.find_last_not_of(kEdge);
    if (first != std::string_view::npos) {
      const bool initial = last - first <= 1 && raw.substr(last + 1) == ".";
      out.push_back({make_span(at + first, at + last + 1), last + 1 < raw.size() && !initial});
    }
    at = static_cast<std::uint32_t>(stop) + 1;
  }
  return out;
}

/// The first name in `reach`, where `adjacent` it must be its first word.
Span name_in(std::string_view text, Span reach, bool adjacent) {
  const std::vector<Word> words = words_of(text, reach);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_name_part(slice(text, words[i].span), false)) {
      if (adjacent) return {};
      continue;
    }
    Span name = words[i].span;
    for (int n = 1; n < kWords && !words[i].ends_name && i + 1 < words.size() && is_name_part(slice(text, words[i + 1].span), true); ++n)
      name.end = words[++i].span.end;
    return name;
  }
  return {};
}

std::uint32_t line_begin(std::string_view text, std::uint32_t at) {
  const std::size_t newline = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
  return static_cast<std::uint32_t>(std::max<std::size_t>(begin, at > kNear ? at - kNear : 0));
}

std::uint32_t line_end(std::string_view text, std::uint32_t at) {
  return static_cast<std::uint32_t>(std::min({text.find('\n', at), text.size(), static_cast<std::size_t>(at) + kNear}));
}

}  // namespace

Span find_speaker(std::string_view text, Span quotation, const std::vector<Span>& cues) {
  const Span before{line_begin(text, quotation.begin), quotation.begin};
  const Span after{quotation.end, line_end(text, quotation.end)};
  auto cue = std::lower_bound(cues.begin(), cues.end(), before.begin, [](Span s, std::uint32_t at) { return s.begin < at; });
  Span best;
  for (; cue != cues.end() && cue->begin < after.end; ++cue) {
    const bool follows = after.contains(*cue);
    if (!follows && !before.contains(*cue)) continue;
    const Span side = follows ? after : before;
    Span name = name_in(text, {cue->end, side.end}, true);
    if (name.empty()) name = name_in(text, {side.begin, cue->begin}, false);
    if (!name.empty()) best = name;
    if (follows && !best.empty()) break;
  }
  return best;
}

}  // namespace hypeline
