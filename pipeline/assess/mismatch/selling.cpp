#include "assess/mismatch_rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace hypeline::mismatch {
namespace {

constexpr std::string_view kOfStudy[] = {"author", "led ", "leads", "leader", "study", "trial", "project", "research", "investigator"};

constexpr std::string_view kOfHarm[] = {" caus",    " report",  " experienc", " had ",  " have ", " has ",    " risk",    " side ",
                                        " advers",  " complic", " safe",      " toler", " mild",  " seri",    " sever",   "%",
                                        " percent", " common",  " includ",    " harm",  " lead",  " trigger", " develop", " suffer",
                                        " worr",    " felt ",   " feel ",     " fell ", " none ", " no ",     " without "};

/// A wide net: where any of these stands, the article may speak of harms in words that the lexicon does not have.
bool may_speak_of_harm(const View& view) {
  return says_any(view, {"side effect*",   "harm*",     "adverse*",  "complication*", "bleed*",       "bruis*",          "swelling", "cramp*",
                         "nausea",         "vomit*",    "dizz*",     "diarrh*",       "false alarm*", "false positive*", "unsafe",   "danger*",
                         "infection*",     "injur*",    "scar*",     "allerg*",       "muscle pain*", "muscle ache*",    "hunger",   "irritab*",
                         "overdiagnos*",   "overdose*", "drawback*", "downside*",     "unnecessary",  "wrongly",         "died",     "risks",
                         "well tolerated", "toxicit*",  "rash*",     "headaches",     "discomfort",   "a little warm",   "painless", "gentle"});
}

/// A harm told of what was done to people, not a symptom of what they came with: its sentence says that it was caused, had, reported or counted.
bool is_told_as_harm(const View& view, std::uint32_t i) {
  const std::string around = ' ' + folded(view.document().words(sentence(view, i)));
  return std::any_of(std::begin(kOfHarm), std::end(kOfHarm), [&](std::string_view w) { return around.find(w) != std::string::npos; });
}

bool tells_harm(const View& view) {
  const Evidence harms = view.findings({"harm.mention"_label}, {.negated = true});
  return std::any_of(harms.begin(), harms.end(), [&](std::uint32_t i) { return is_told_as_harm(view, i); });
}

/// To read on, or to take part in a trial, is nothing that is sold.
bool asks_to_read_or_join(const View& view, std::uint32_t i) {
  const std::string call = folded(view.document().words(view.at(i))), around = folded(view.document().words(sentence(view, i)));
  if (call.starts_with("learn more at") || call.starts_with("for more information")) return true;
  for (const std::string_view word : {"take part", "taking part", "participat", "enrol", "volunteer", "clinical trial"})
    if (around.find(word) != std::string::npos) return true;
  return false;
}

/// "Contact us" among a page's links: each site has it.
bool is_of_menu(const View& view, std::uint32_t i) {
  const std::string_view call = view.document().words(view.at(i));
  return view.at(i).zone == Zone::boilerplate && std::count(call.begin(), call.end(), ' ') < 2;
}

/// Calls to buy, book or ask for treatment, also in forms and at the page's end; not to follow, share or read on.
Evidence sales_calls(const View& view) {
  Evidence out;
  const auto& all = view.document().annotations;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    const bool there = is_scored(all[i].zone) || all[i].zone == Zone::form || all[i].zone == Zone::boilerplate;
    if (all[i].label == "promotion.call-to-action"_label && there && !all[i].negated && !all[i].quoted && !is_ignored(all[i]) &&
        all[i].attribute("kind") != "follow" && !is_of_menu(view, i) && !asks_to_read_or_join(view, i))
      out.push_back(i);
  }
  return out;
}

/// Who speaks has something to sell: the own company, its doctors, its prices.
Evidence sellers(const View& view) {
  Evidence out = with_attribute(view, "source.interest"_label, "kind", {"own-company"});
  const Evidence prices = view.findings({"cost.mention"_label}, {.quoted = false});
  std::copy_if(prices.begin(), prices.end(), std::back_inserter(out), [&](std::uint32_t i) { return view.at(i).attribute("not-treatment") != "yes"; });
  return out;
}

/// Ties of office or money, told of a speaker. Having done the study is none: who else is to tell of it.
Evidence ties_to_makers(const View& view) {
  Evidence out = with_attribute(view, "source.interest"_label, "kind", {"own-company", "conflict"});
  std::erase_if(out, [&](std::uint32_t i) {
    const std::string words = folded(view.document().words(view.at(i)));
    const bool of_study = std::any_of(std::begin(kOfStudy), std::end(kOfStudy), [&](std::string_view w) { return words.find(w) != std::string::npos; });
    return of_study || view.at(i).quoted;
  });
  return out;
}

}  // namespace

Found approved_in_trial(const View& view) {
  Evidence inflated = with_attribute(view, "regulatory.status"_label, "inflated", {"yes"});
  std::erase_if(inflated, [&](std::uint32_t i) { return view.at(i).attribute("stage") != "trial" || view.at(i).hypothetical; });
  if (inflated.empty()) return {};
  return finding(fmt::format("{}{} reads as approval of a treatment; what was cleared is a trial of it.", view.quote(sentence(view, inflated.front())),
                             and_more(inflated)),
                 view, inflated);
}

Found advertorial(const View& view) {
  const Evidence calls = sales_calls(view), sold_by = sellers(view), claims = efficacy_claims(view);
  if (calls.empty() || claims.empty()) return {};
  const bool in_text = std::any_of(calls.begin(), calls.end(), [&](std::uint32_t i) { return is_scored(view.at(i).zone); });
  if (sold_by.empty() && !in_text) return {};
  return finding(
      fmt::format("The article claims {} and asks its readers {}: it sells what it reports on.", view.quote(claims.front()), view.quote(calls.front())), view,
      {claims.front(), calls.front()});
}

Found efficacy_without_harms(const View& view) {
  Evidence claims = assertions(view);
  const Evidence in_title = title_assertions(view);
  claims.insert(claims.end(), in_title.begin(), in_title.end());
  if (claims.empty() || tells_harm(view) || may_speak_of_harm(view)) return {};
  return finding(fmt::format("{} tells of an effect{}; we did not find a word on harms in the title or the text.", view.quote(sentence(view, claims.front())),
                             and_more(claims)),
                 view, {claims.front()});
}

Found same_source_praises(const View& view) {
  if (!view.findings({"source.independent"_label}, {.negated = true}).empty()) return {};
  const Evidence interests = ties_to_makers(view);
  for (const std::uint32_t i : view.findings({"hype.superlative"_label, "hype.hope"_label, "hype.certainty"_label})) {
    if (!view.at(i).quoted || view.at(i).speaker.empty()) continue;
    const Evidence ties = view.inside(interests, view.sentence_of(view.at(i).speaker.begin));
    if (ties.empty()) continue;
    return finding(fmt::format("{} praises the work as {}, and is tied to it ({}); no independent voice is heard.", view.quote(view.at(i).speaker),
                               view.quote(i), view.quote(ties.front())),
                   view, {i, ties.front()}, {view.at(i).speaker});
  }
  return {};
}

}  // namespace hypeline::mismatch
