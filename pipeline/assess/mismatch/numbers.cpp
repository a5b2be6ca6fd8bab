#include "assess/mismatch_rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace hypeline::mismatch {
namespace {

// Hanley and Lippman-Hand, JAMA 1983: where none of n patients had an event, up to 3 in n may have it. Under 100 patients that is more than 3 %.
constexpr double kFew = 100;
constexpr double kShortMonths = 6;

/// Months in "for six weeks", "12 months", "two years"; none where no unit stands.
std::optional<double> months(std::string_view words) {
  const auto number = first_number(words);
  const std::string text = folded(words);
  if (!number) return {};
  if (text.find("day") != std::string::npos) return *number / 30;
  if (text.find("week") != std::string::npos) return *number / 4.35;
  if (text.find("month") != std::string::npos) return number;
  if (text.find("year") != std::string::npos) return *number * 12;
  return {};
}

/// The largest value `read` finds in the quantities of a kind, and where.
template <class Read>
std::optional<std::pair<double, std::uint32_t>> largest(const View& view, const Evidence& all, Read read) {
  std::optional<std::pair<double, std::uint32_t>> out;
  for (const std::uint32_t i : all)
    if (view.at(i).quoted || view.at(i).zone == Zone::quote)
      continue;
    else if (const auto value = read(view.document().words(view.at(i))); value && (!out || *value > out->first))
      out = {*value, i};
  return out;
}

/// How long patients were followed: "for six weeks", "12 months of follow-up"; "at three months" says when something was measured.
std::optional<double> followed_for(std::string_view words) { return folded(words).starts_with("at ") ? std::nullopt : months(words); }

bool is_number_at(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }

/// Two numbers that make an absolute one: "29 in 100", "3 of the 12", "from 31 to 19".
bool has_pair(std::string_view text) {
  for (const std::string_view link : {" in ", " of ", " of the ", " out of ", " per ", " in every "})
    for (std::size_t at = text.find(link); at != std::string_view::npos; at = text.find(link, at + 1))
      if (at > 0 && is_number_at(text, at - 1) && is_number_at(text, at + link.size())) return true;
  return false;
}

/// The sentence asks whether it is so, or names what it is compared with.
bool has_comparator(const View& view, std::uint32_t i) {
  const Span here = sentence(view, i);
  const std::string words = ' ' + folded(view.document().words(here)) + ' ';
  for (const std::string_view word : {" whether ", " than ", "compared ", " versus ", " vs", "over ", "placebo", "control", "alternative"})
    if (words.find(word) != std::string::npos) return true;
  return any_in(view, view.findings({"alternative.mention"_label}, {.negated = true}), here);
}

}  // namespace

Found relative_without_absolute(const View& view) {
  Evidence absolute = with_attribute(view, "evidence.quantity"_label, "kind", {"count", "absolute"});
  std::erase_if(absolute, [&](std::uint32_t i) { return view.at(i).quoted; });
  Evidence bare = view.findings({"evidence.relative"_label}, {.quoted = false});
  std::erase_if(bare, [&](std::uint32_t i) {
    const Span section = view.section_of(view.at(i).span.begin);
    return any_in(view, absolute, section) || has_pair(folded(view.document().words(section)));
  });
  if (bare.empty()) return {};
  return finding(fmt::format("{}{} is a relative number; its section gives no absolute one to measure it by.", view.quote(bare.front()), and_more(bare)), view,
                 bare);
}

Found everyone_without_count(const View& view) {
  Evidence all = view.findings({"cue.everyone"_label}, {.quoted = false, .hypothetical = false});
  const Evidence counts = with_attribute(view, "evidence.quantity"_label, "kind", {"sample", "count"});
  if (all.empty() || !counts.empty()) return {};
  return finding(fmt::format("{}: how many that were is not said anywhere in the article.", view.quote(sentence(view, all.front()))), view, {all.front()});
}

Found safe_from_few(const View& view) {
  const Evidence safe = view.findings({"cue.safety"_label}, {.quoted = false, .negated = true, .hypothetical = false});
  const auto bold = std::find_if(safe.begin(), safe.end(), [&](std::uint32_t i) { return view.at(i).hedged_by.empty(); });
  if (bold == safe.end()) return {};
  const auto sample = largest(view, with_attribute(view, "evidence.quantity"_label, "kind", {"sample"}), first_number);
  if (sample && sample->first >= 1 && sample->first < kFew)
    return finding(fmt::format("{} rests on {}: so few that harms up to one in {:.0f} could be missed.", view.quote(sentence(view, *bold)),
                               view.quote(sample->second), std::max(1.0, sample->first / 3)),
                   view, {*bold, sample->second});
  const Evidence cases = with_attribute(view, "evidence.design"_label, "level", {"case"});
  if (!sample && !cases.empty() && !names_strong_design(view))
    return finding(fmt::format("{} rests on {}.", view.quote(sentence(view, *bold)), view.quote(cases.front())), view, {*bold, cases.front()});
  const auto time = largest(view, with_attribute(view, "evidence.quantity"_label, "kind", {"follow-up"}), followed_for);
  if (sample || !time || time->first >= kShortMonths) return {};
  return finding(fmt::format("{} rests on {}: too short to see late harms.", view.quote(sentence(view, *bold)), view.quote(time->second)), view,
                 {*bold, time->second});
}

Found comparison_without_comparator(const View& view) {
  Evidence bare = view.findings({"cue.comparison"_label}, {.quoted = false, .hypothetical = false});
  std::erase_if(bare, [&](std::uint32_t i) { return has_comparator(view, i); });
  if (bare.empty()) return {};
  return finding(fmt::format("{} in {}: than what is not said.", view.quote(bare.front()), view.quote(sentence(view, bare.front()))), view, {bare.front()});
}

}  // namespace hypeline::mismatch
