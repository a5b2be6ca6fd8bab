#include "assess/mismatches.h"

#include <fmt/format.h>

#include <algorithm>

namespace hypeline {
namespace {

using enum Severity;

/// What a rule found; kind and severity are the list's.
Mismatch finding(std::string message, Evidence annotations) { return {{}, low, std::move(message), std::move(annotations)}; }

/// One kind of mismatch and the function that finds it: at most one an article, resting on all its places.
struct MismatchRule {
  std::string_view kind;
  Severity severity;
  std::optional<Mismatch> (*find)(const View&);
};

Evidence own_claims(const View& view) {
  Evidence out = view.findings({"claim.effect"_label, "hype.certainty"_label}, {.quoted = false, .hypothetical = false});
  std::erase_if(out, [&](std::uint32_t i) {
    const std::string_view strength = view.at(i).attribute("strength");
    return !view.at(i).hedged_by.empty() || (view.at(i).label == "claim.effect"_label && strength != "causal");
  });
  return out;
}

bool is_weak(std::string_view level) { return level == "animal" || level == "in-vitro" || level == "case"; }
bool is_strong(std::string_view level) { return level == "review" || level == "randomised"; }

/// Designs that cannot carry a promise to patients; empty where a stronger design is named as well.
Evidence weak_designs(const View& view) {
  Evidence all = view.findings({"evidence.design"_label});
  if (std::any_of(all.begin(), all.end(), [&](std::uint32_t i) { return is_strong(view.at(i).attribute("level")); })) return {};
  std::erase_if(all, [&](std::uint32_t i) { return !is_weak(view.at(i).attribute("level")); });
  return all;
}

std::optional<Mismatch> certainty_over_weak_design(const View& view) {
  const Evidence designs = weak_designs(view);
  Evidence claims = own_claims(view);
  std::erase_if(claims, [&](std::uint32_t i) { return view.at(i).label != "hype.certainty"_label; });
  if (designs.empty() || claims.empty()) return {};
  const std::string message = fmt::format("The article asserts {} without a hedge, but the design it names is {}: such a study cannot show that.",
                                          view.quote(claims.front()), view.quote(designs.front()));
  return finding(message, {claims.front(), designs.front()});
}

/// What in the body speaks of uncertainty: stated limits first, then weak designs.
Evidence doubts(const View& view) {
  Evidence out = view.findings({"evidence.limitation"_label});
  std::erase_if(out, [&](std::uint32_t i) { return view.title().contains(view.at(i).span); });
  const Evidence designs = weak_designs(view);
  out.insert(out.end(), designs.begin(), designs.end());
  return out;
}

std::optional<Mismatch> unhedged_title(const View& view) {
  const Evidence claims = view.inside(own_claims(view), view.title());
  const bool hedged = !view.inside(view.findings({"hedge.cue"_label}), view.title()).empty();
  const Evidence against = doubts(view);
  if (claims.empty() || hedged || against.empty()) return {};
  const std::string message = fmt::format("The title says {} without a hedge; the text itself says {}.", view.quote(view.title()),
                                          view.quote(view.sentence_of(view.at(against.front()).span.begin)));
  return finding(message, {claims.front(), against.front()});
}

bool is_absolute(const Annotation& a) {
  const std::string_view kind = a.attribute("kind");
  return kind == "count" || kind == "absolute" || kind == "ratio" || kind == "interval" || kind == "sample";
}

/// "and 3 more places", where a mismatch rests on more than the place it quotes.
std::string and_more(const Evidence& places) {
  if (places.size() < 2) return {};
  return places.size() == 2 ? " (and one more place)" : fmt::format(" (and {} more places)", places.size() - 1);
}

std::optional<Mismatch> relative_without_absolute(const View& view) {
  Evidence absolute = view.findings({"evidence.quantity"_label});
  std::erase_if(absolute, [&](std::uint32_t i) { return !is_absolute(view.at(i)); });
  Evidence bare = view.findings({"evidence.relative"_label});
  std::erase_if(bare, [&](std::uint32_t i) { return !view.inside(absolute, view.section_of(view.at(i).span.begin)).empty(); });
  if (bare.empty()) return {};
  return finding(fmt::format("{}{} is a relative number; its section gives no absolute one to measure it by.", view.quote(bare.front()), and_more(bare)), bare);
}

std::optional<Mismatch> approved_in_trial(const View& view) {
  Evidence inflated = view.findings({"regulatory.status"_label});
  std::erase_if(inflated, [&](std::uint32_t i) { return view.at(i).attribute("inflated") != "yes"; });
  if (inflated.empty()) return {};
  const Span sentence = view.sentence_of(view.at(inflated.front()).span.begin);
  return finding(fmt::format("{}{} reads as approval of a treatment; what was cleared is a trial of it.", view.quote(sentence), and_more(inflated)), inflated);
}

/// Sources of the whole page, its references included.
bool names_a_source(const Document& document) {
  return std::any_of(document.annotations.begin(), document.annotations.end(), [](const Annotation& a) {
    return a.label == "source.cited"_label && (is_scored(a.zone) || a.zone == Zone::references) && a.attribute("truncated") != "yes";
  });
}

std::optional<Mismatch> vague_source_only(const View& view) {
  const Evidence vague = view.findings({"source.vague"_label}, {.quoted = false});
  if (vague.empty() || names_a_source(view.document())) return {};
  return finding(fmt::format("{} names no source, and the article cites none that can be looked up.", view.quote(vague.front())), {vague.front()});
}

constexpr MismatchRule kRules[] = {
    {"certainty-over-weak-design", high, certainty_over_weak_design},
    {"unhedged-title", high, unhedged_title},
    {"approved-in-trial", high, approved_in_trial},
    {"relative-without-absolute", medium, relative_without_absolute},
    {"vague-source-only", medium, vague_source_only},
};

}  // namespace

std::vector<Mismatch> find_mismatches(const View& view) {
  std::vector<Mismatch> out;
  for (const MismatchRule& rule : kRules) {
    std::optional<Mismatch> found = rule.find(view);
    if (!found) continue;
    found->kind = rule.kind;
    found->severity = rule.severity;
    out.push_back(std::move(*found));
  }
  std::stable_sort(out.begin(), out.end(), [](const Mismatch& a, const Mismatch& b) { return a.severity > b.severity; });
  return out;
}

}  // namespace hypeline
