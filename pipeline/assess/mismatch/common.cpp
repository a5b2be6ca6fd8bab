#include "assess/mismatch_rules.h"
#include "core/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace hypeline::mismatch {
namespace {

constexpr std::array<std::string_view, 21> kNumberWords = {"zero",     "one",     "two",     "three",     "four",     "five",     "six",
                                                           "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
                                                           "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};

bool is_plain_digit(char c) { return c >= '0' && c <= '9'; }

/// The number in digits that begins at `at`, with commas between thousands.
double read_digits(std::string_view words, std::size_t at) {
  std::string digits;
  for (; at < words.size(); ++at) {
    const bool inner_comma = words[at] == ',' && at + 1 < words.size() && is_plain_digit(words[at + 1]);
    if (is_plain_digit(words[at]) || words[at] == '.')
      digits += words[at];
    else if (!inner_comma)
      break;
  }
  return std::strtod(digits.c_str(), nullptr);
}

bool stands_in(std::string_view text, std::string_view phrase) {
  const bool open = phrase.ends_with('*');
  if (open) phrase.remove_suffix(1);
  for (std::size_t at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1))
    if (is_word_boundary(text, at) && (open || is_word_boundary(text, at + phrase.size()))) return true;
  return false;
}

/// A study by its name: "SENTRY study", "the REDUCE-IT trial".
bool names_a_study(std::string_view text) {
  for (const std::string_view word : {" study", " trial"})
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
      std::size_t begin = at;
      while (begin > 0 && ((text[begin - 1] >= 'A' && text[begin - 1] <= 'Z') || text[begin - 1] == '-' || is_plain_digit(text[begin - 1]))) --begin;
      const std::string_view name = text.substr(begin, at - begin);
      const auto capitals = std::count_if(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
      if (capitals >= 4 && is_word_boundary(text, begin)) return true;
    }
  return false;
}

/// "the disease destroys nerves": what an illness does is no result of the study.
bool is_of_illness(const Annotation& a) {
  constexpr std::array<std::string_view, 12> kIllnesses = {"condition", "disease", "disorder",  "injury",       "illness", "syndrome",
                                                           "infection", "stroke",  "paralysis", "inflammation", "cancer",  "tumor"};
  const std::string_view agent = a.attribute("agent");
  return std::ranges::any_of(kIllnesses, [&](std::string_view word) { return agent.ends_with(word); });
}

/// A word that often stands in claims: it shows that its sentence makes one, not which, so no mismatch rests on it.
bool is_mere_sign(const Annotation& a) { return a.label == "claim.effect"_label && a.attribute("kind") == "sign"; }

bool effective(const Annotation& a) { return a.hedged_by.empty() && !a.hypothetical; }

}  // namespace

Mismatch finding(std::string message, const View& view, Evidence annotations, std::vector<Span> more) {
  Mismatch out{{}, Severity::low, std::move(message), std::move(annotations), std::move(more)};
  for (const std::uint32_t i : out.annotations) out.places.push_back(view.at(i).span);
  std::sort(out.places.begin(), out.places.end());
  return out;
}

Evidence assertions(const View& view) {
  Evidence out = view.findings({"claim.effect"_label, "hype.certainty"_label}, {.quoted = false, .hypothetical = false});
  std::erase_if(out, [&](std::uint32_t i) {
    return !effective(view.at(i)) || is_mere_sign(view.at(i)) || is_of_illness(view.at(i)) ||
           (view.at(i).label == "claim.effect"_label && view.at(i).attribute("strength") != "causal");
  });
  return out;
}

bool is_general(const View& view, std::uint32_t index) {
  const std::string_view words = view.document().words(view.at(index));
  const std::string_view verb = words.substr(0, words.find(' '));
  constexpr std::array<std::string_view, 5> kOfDisease = {"affects", "plays", "results", "leads", "contributes"};
  return verb.ends_with('s') && !verb.ends_with("ss") && std::find(kOfDisease.begin(), kOfDisease.end(), verb) == kOfDisease.end();
}

Evidence efficacy_claims(const View& view) {
  Evidence out = view.findings({"claim.effect"_label, "hype.certainty"_label, "promotion.testimonial"_label});
  std::erase_if(out, [&](std::uint32_t i) {
    const std::string_view strength = view.at(i).attribute("strength");
    return is_mere_sign(view.at(i)) || (view.at(i).label == "claim.effect"_label && strength != "causal" && strength != "conditional-causal");
  });
  return out;
}

bool names_strong_design(const View& view) {
  return !with_attribute(view, "evidence.design"_label, "level", {"review", "randomised"}).empty() ||
         says_any(view, {"placebo", "randomi*", "randomly", "sham"});
}

Evidence weak_designs(const View& view) {
  const Evidence weak = with_attribute(view, "evidence.design"_label, "level", {"animal", "in-vitro", "case"});
  const bool answered = weak.empty() || !with_attribute(view, "evidence.design"_label, "level", {"cohort"}).empty() || names_strong_design(view);
  return answered ? Evidence() : weak;
}

Evidence with_attribute(const View& view, LabelId label, std::string_view key, std::initializer_list<std::string_view> values) {
  Evidence out = view.findings({label});
  std::erase_if(out, [&](std::uint32_t i) { return std::find(values.begin(), values.end(), view.at(i).attribute(key)) == values.end(); });
  return out;
}

Span sentence(const View& view, std::uint32_t index) { return view.sentence_of(view.at(index).span.begin); }

bool any_in(const View& view, const Evidence& all, Span within) { return !view.inside(all, within).empty(); }

bool says_any(const View& view, std::initializer_list<std::string_view> phrases) {
  for (const Annotation& a : view.document().annotations) {
    if (a.label != "structure.zone"_label || !is_scored(a.zone)) continue;
    const std::string text = folded(view.document().words(a));
    if (std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) { return stands_in(text, phrase); })) return true;
  }
  return false;
}

bool names_a_source(const View& view) {
  const auto& all = view.document().annotations;
  const bool cited = std::any_of(all.begin(), all.end(), [](const Annotation& a) {
    return a.label == "source.cited"_label && (is_scored(a.zone) || a.zone == Zone::references) && a.attribute("truncated") != "yes";
  });
  const bool named = std::any_of(all.begin(), all.end(), [&](const Annotation& a) {
    return a.label == "structure.zone"_label && is_scored(a.zone) && names_a_study(view.document().words(a));
  });
  return cited || named ||
         says_any(view, {"published in", "published online", "the journal", "journal of", "presented at", "presented on", "writing in", "wrote in", "write in",
                         "paper in", "the study, in", "report in", "reported in", "appears in", "appeared in", "appearing in", "review of", "annals of"});
}

std::string and_more(const Evidence& places) {
  if (places.size() < 2) return {};
  return places.size() == 2 ? " (and one more place)" : fmt::format(" (and {} more places)", places.size() - 1);
}

std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    append_utf8(out, is_space(c.value) ? U' ' : fold(c.value));
    at += c.size;
  }
  return out;
}

std::optional<double> first_number(std::string_view words) {
  const std::string text = folded(words);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at > 0 && is_word(decode_before(text, at).value)) continue;
    if (is_plain_digit(text[at])) return read_digits(text, at);
    for (std::size_t n = kNumberWords.size(); n-- > 0;)
      if (text.compare(at, kNumberWords[n].size(), kNumberWords[n]) == 0 && is_word_boundary(text, at + kNumberWords[n].size())) return static_cast<double>(n);
  }
  return {};
}

}  // namespace hypeline::mismatch
