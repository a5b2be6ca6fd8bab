#include "mixer.h"

#include "core/tsv.h"
#include "core/unicode.h"
#include "match/marks.h"

#include <algorithm>
#include <array>

namespace hypeline::testing {
namespace {

using namespace std::string_view_literals;

constexpr std::array kGaps = {" "sv,
                              " "sv,
                              " "sv,
                              " "sv,
                              " "sv,
                              "  "sv,
                              "-"sv,
                              "\xE2\x80\x93"sv,
                              "\xE2\x80\x91"sv,
                              "\xC2\xA0"sv,
                              " \xE2\x80\xAF"sv,
                              "'"sv,
                              "\xE2\x80\x99"sv,
                              "\xCA\xBC"sv,
                              ", "sv,
                              ". "sv,
                              ","sv,
                              "\n"sv,
                              "\r\n"sv,
                              ""sv,
                              " - "sv,
                              "--"sv,
                              "/"sv,
                              " ("sv,
                              ") "sv,
                              "%"sv,
                              "\xE2\x80\xA6"sv,
                              "\xF0\x9F\x92\x8A"sv,
                              "\xC3"sv,
                              "\xE2\x80"sv,
                              "\x80"sv,
                              "_"sv,
                              "\""sv};
constexpr std::array kOdd = {"12"sv,
                             "3.5"sv,
                             "1,200"sv,
                             "95%"sv,
                             "2021"sv,
                             "\xC3\xA9"sv,
                             "na\xC3\xAFve"sv,
                             "p\xC3\xA9"
                             "can"sv,
                             "\xC5\xBF"sv,
                             "\xE2\x84\xAA"sv,
                             "$"sv,
                             "\xC2\xA3"sv,
                             "\xC4\xB0"sv,
                             "\xC4\xB1"sv,
                             "e\xCC\x81"sv,
                             "n=40"sv,
                             "Smith"sv,
                             "U.S."sv,
                             "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"sv};

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> out;
  for (const std::string_view word : split(text, ' '))
    if (!word.empty()) out.emplace_back(word);
  return out;
}

void add_trigger(std::vector<std::string>& out, const Trigger& trigger) {
  std::string text;
  for (const Step& step : trigger.words) text += step.gap + (step.word == Step::kNumber ? "12" : step.word);
  out.push_back(text + trigger.stem.gap + (trigger.stem.word == Step::kNumber ? "3.5" : trigger.stem.word) + trigger.tail);
}

}  // namespace

Mixer::Mixer(const Lexicon& lexicon, std::uint32_t seed) : random_(seed) {
  for (const Rule& rule : lexicon.rules()) {
    pieces_.push_back(read_marks(rule.hit)->text);
    for (std::string& word : words_in(pieces_.back())) pieces_.push_back(std::move(word));
    for (const std::string_view miss : split(rule.miss, '|')) pieces_.emplace_back(miss);
  }
  for (const Pattern& pattern : lexicon.patterns()) {
    for (std::size_t i = 0; i < pattern.whole.size(); i += 1 + pattern.whole.size() / 8) add_trigger(pieces_, pattern.whole[i]);
    for (std::size_t i = 0; i < pattern.triggers.size(); i += 1 + pattern.triggers.size() / 8) add_trigger(pieces_, pattern.triggers[i]);
  }
}

// Other case, a letter that folds to the one it replaces, or one too many.
std::string Mixer::bent(std::string word) {
  if (word.empty() || below(4) != 0) return word;
  const std::size_t at = below(word.size());
  const char c = word[at];
  if (c == 's' || c == 'S') return word.replace(at, 1, "\xC5\xBF");
  if (c == 'k' || c == 'K') return word.replace(at, 1, "\xE2\x84\xAA");
  if (c == ' ') return word.replace(at, 1, kGaps[below(kGaps.size())]);
  if (c >= 'a' && c <= 'z') word[at] = static_cast<char>(c - 32);
  if (below(4) == 0) word.insert(at, kOdd[below(kOdd.size())]);
  return word;
}

std::string Mixer::text(std::size_t pieces) {
  std::string out;
  for (std::size_t i = 0; i < pieces; ++i) {
    out += below(10) == 0 ? std::string(kOdd[below(kOdd.size())]) : bent(pieces_[below(pieces_.size())]);
    out += kGaps[below(kGaps.size())];
  }
  return out;
}

std::vector<Span> Mixer::paragraphs(std::string_view text, std::size_t count) {
  std::vector<std::size_t> cuts{0, text.size()};
  for (std::size_t i = 0; i < 2 * count; ++i) cuts.push_back(below(text.size() + 1));
  std::sort(cuts.begin(), cuts.end());
  std::vector<std::size_t> whole;
  for (std::size_t at = 0, next = 0; next < cuts.size(); at += at < text.size() ? decode_at(text, at).size : 1)
    for (; next < cuts.size() && cuts[next] <= at; ++next) whole.push_back(std::min(at, text.size()));
  std::vector<Span> out;
  for (std::size_t i = 0; i + 1 < whole.size(); ++i)
    if (below(8) != 0) out.push_back(make_span(whole[i], whole[i + 1]));
  return out;
}

}  // namespace hypeline::testing
