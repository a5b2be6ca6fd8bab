#include "ingest/encoding/likely.h"

#include "core/unicode.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>

namespace hypeline {
namespace {

/// A character that can lose bytes: the logarithm of how usual it is, and the row of weights it goes by.
struct Likely {
  char32_t value;
  std::int16_t prior;
  std::uint8_t group;
};

#include "ingest/encoding/likely_table.inc"

constexpr double kWeightUnit = 1.0 / 16, kPriorUnit = 1.0 / 64;
constexpr std::int16_t kUsual = 192;  // prior from which a character is usual
constexpr double kUnknown = -3.0;     // log likelihood kept for characters we do not know
constexpr double kTidied = -0.3;      // a last byte 0xA0 that became a space and fell to white-space clean-up
constexpr double kHabit = 0.3;        // how far one dash or quotation mark speaks for the others
constexpr double kMostHabit = 4.0;    // and how much it can say at all
constexpr double kFlag = 3.0;         // regional indicators come in pairs

using Key = std::uint32_t;

Key key_of(const std::uint8_t* bytes, std::size_t n) {
  Key key = 0;
  for (std::size_t i = 0; i < n; ++i) key = key << 8 | bytes[i];
  return key;
}
Key key_of(const Sequence& s) { return key_of(s.bytes.data(), s.have); }

struct Rest {
  std::array<std::uint8_t, 4> bytes{};
  std::size_t size = 0;
};

/// What is left of a character; nullopt where nothing or its lead byte is lost.
std::optional<Rest> rest_of(char32_t c, CodecId codec) {
  std::string utf8;
  append_utf8(utf8, c);
  Rest rest;
  for (const char ch : utf8)
    if (const auto byte = static_cast<std::uint8_t>(ch); !Codecs::all().can_vanish(codec, byte)) rest.bytes[rest.size++] = byte;
  const bool lead_lost = Codecs::all().can_vanish(codec, static_cast<std::uint8_t>(utf8[0]));
  if (lead_lost || rest.size == utf8.size()) return std::nullopt;
  return rest;
}

/// By codec: which characters leave which bytes.
class Index {
 public:
  static const Index& all() {
    static const Index index;
    return index;
  }
  const std::vector<std::uint16_t>& find(CodecId codec, Key key) const {
    static const std::vector<std::uint16_t> kNone;
    const auto found = by_rest_[codec].find(key);
    return found == by_rest_[codec].end() ? kNone : found->second;
  }

 private:
  Index() {
    for (CodecId codec = 0; codec < kCodecs; ++codec)
      for (std::size_t i = 0; i < kLikely.size(); ++i)
        if (const auto rest = rest_of(kLikely[i].value, codec))
          by_rest_[codec][key_of(rest->bytes.data(), rest->size)].push_back(static_cast<std::uint16_t>(i));
  }
  std::array<std::unordered_map<Key, std::vector<std::uint16_t>>, kWrongCodecs.size()> by_rest_;
};

struct Scored {
  char32_t value;
  double score;
};

double weight(std::uint8_t group, const Features& features) {
  int sum = 0;
  std::size_t base = 0;
  for (std::size_t i = 0; i < kFeatures; ++i) {
    sum += kWeights[group][base + features[i]];
    base += kFeatureSizes[i];
  }
  return sum * kWeightUnit;
}

Scored scored(std::uint16_t i, const Features& features) {
  const Likely& likely = kLikely[i];
  return {likely.value, likely.prior * kPriorUnit + weight(likely.group, features)};
}

bool is_gap_at(std::string_view text, std::size_t at) { return at >= text.size() || text[at] == ' ' || text[at] == '\n'; }

std::vector<Scored> candidates(std::string_view text, const Sequence& s, const Features& features, CodecId codec) {
  std::vector<Scored> out;
  for (const std::uint16_t i : Index::all().find(codec, key_of(s))) out.push_back(scored(i, features));
  if (s.have + 1 < s.want && is_gap_at(text, s.span.end))
    for (const std::uint16_t i : Index::all().find(codec, key_of(s) << 8 | 0xA0)) {
      out.push_back(scored(i, features));
      out.back().score += kTidied;
    }
  return out;
}

bool is_indicator(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

void pair_flags(const std::vector<Broken>& all, std::vector<std::vector<Scored>>& scores) {
  const auto can = [&](std::size_t i) { return std::any_of(scores[i].begin(), scores[i].end(), [](const Scored& s) { return is_indicator(s.value); }); };
  const auto touch = [&](std::size_t i) { return all[i].sequence.span.end == all[i + 1].sequence.span.begin; };
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool paired = (i > 0 && touch(i - 1) && can(i - 1)) || (i + 1 < all.size() && touch(i) && can(i + 1));
    for (Scored& s : scores[i])
      if (is_indicator(s.value)) s.score += paired ? kFlag : -kFlag;
  }
}

Scored* find(std::vector<Scored>& scores, char32_t value) {
  const auto found = std::find_if(scores.begin(), scores.end(), [&](const Scored& s) { return s.value == value; });
  return found == scores.end() ? nullptr : &*found;
}

char32_t best(const std::vector<Scored>& scores) {
  return std::max_element(scores.begin(), scores.end(), [](const Scored& a, const Scored& b) { return a.score < b.score; })->value;
}

/// Where a text must choose between two characters again and again in places of one shape, each choice speaks for the others.
void by_habit(const std::vector<Broken>& all, std::vector<std::vector<Scored>>& scores, Shape shape, char32_t one, char32_t other) {
  std::vector<std::pair<Scored*, double>> choices;
  double sum = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    Scored* const a = find(scores[i], one);
    const Scored* const b = find(scores[i], other);
    if (all[i].shape != shape || a == nullptr || b == nullptr) continue;
    if (const char32_t now = best(scores[i]); now != one && now != other) continue;
    choices.emplace_back(a, std::clamp(a->score - b->score, -kMostHabit, kMostHabit));
    sum += choices.back().second;
  }
  for (const auto& [a, own] : choices) a->score += kHabit * (sum - own);
}

Guess pick(const std::vector<Scored>& scores) {
  if (scores.empty()) return {};
  const auto top = std::max_element(scores.begin(), scores.end(), [](const Scored& a, const Scored& b) { return a.score < b.score; });
  double whole = std::exp(kUnknown - top->score);
  for (const Scored& s : scores) whole += std::exp(s.score - top->score);
  return {top->value, 1 / whole};
}

}  // namespace

Known known_rest(const Sequence& s, CodecId codec) {
  const auto& exact = Index::all().find(codec, key_of(s));
  const bool usual = std::any_of(exact.begin(), exact.end(), [](std::uint16_t i) { return kLikely[i].prior >= kUsual; });
  if (usual) return Known::usually;
  const bool tidied = s.have + 1 < s.want && !Index::all().find(codec, key_of(s) << 8 | 0xA0).empty();
  return exact.empty() && !tidied ? Known::no : Known::rarely;
}

std::vector<Guess> guess(std::string_view text, const std::vector<Broken>& all, CodecId codec) {
  const auto features = features_of(text, all);
  std::vector<std::vector<Scored>> scores;
  scores.reserve(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) scores.push_back(candidates(text, all[i].sequence, features[i], codec));
  pair_flags(all, scores);
  by_habit(all, scores, Shape::spaced, U'–', U'—');
  by_habit(all, scores, Shape::inside, U'–', U'—');
  by_habit(all, scores, Shape::opening, U'‘', U'“');
  std::vector<Guess> out;
  out.reserve(all.size());
  for (const auto& s : scores) out.push_back(pick(s));
  return out;
}

}  // namespace hypeline
