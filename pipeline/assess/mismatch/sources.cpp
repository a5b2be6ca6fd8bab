#include "assess/mismatch_rules.h"
#include "core/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace hypeline::mismatch {
namespace {

constexpr std::size_t kShortestName = 3;
constexpr std::size_t kQuotedNumbers = 8;

/// Words that begin with a capital, of one stretch of the text.
std::vector<std::string_view> names_in(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    const std::size_t begin = at;
    at += c.size;
    if (!is_upper(c.value) || !is_word_boundary(text, begin)) continue;
    while (at < text.size() && is_word(decode_at(text, at).value)) at += decode_at(text, at).size;
    if (at - begin >= kShortestName) out.push_back(text.substr(begin, at - begin));
  }
  return out;
}

/// Optimal string alignment distance: insertion, deletion, substitution, and the exchange of two neighbours, each 1. Names are short.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

bool near_names(std::string_view a, std::string_view b) {
  if (a == b || a.size() > 40 || b.size() > 40 || a.front() != b.front()) return false;
  return distance(a, b) <= (std::min(a.size(), b.size()) > 5 ? 2U : 1U);
}

/// The places that list sources: reference zones, and paragraphs that begin "Source:" or "Reference".
std::vector<Span> reference_blocks(const Document& document) {
  std::vector<Span> out;
  for (const Annotation& a : document.annotations)
    if (a.label == "structure.zone"_label && a.zone == Zone::references) out.push_back(a.span);
  for (const Span paragraph : document.layer("structure.paragraph"_label)) {
    const std::string_view words = document.words(paragraph);
    if (words.starts_with("Source:") || words.starts_with("Sources:") || words.starts_with("Reference")) out.push_back(paragraph);
  }
  return out;
}

/// A release's own marks: it is one, and does not pass for news.
bool is_release_mark(const View& view, std::uint32_t i) {
  const std::string words = folded(view.document().words(view.at(i)));
  const bool address = words.find(".com") != std::string::npos || words.find(".org") != std::string::npos;
  return !address && (words.find("wire") != std::string::npos || words.find("contact") != std::string::npos || words.find("immediate") != std::string::npos ||
                      words.find("looking") != std::string::npos || words.find("editors") != std::string::npos);
}

/// A randomised trial or a review told with its size can be found by that.
bool describes_a_trial(const View& view) {
  const Evidence sizes = with_attribute(view, "evidence.quantity"_label, "kind", {"sample"});
  const Evidence designs = with_attribute(view, "evidence.design"_label, "level", {"review", "randomised"});
  return std::any_of(designs.begin(), designs.end(), [&](std::uint32_t i) { return any_in(view, sizes, sentence(view, i)); });
}

/// The article speaks for a company: "At X, we", "our clinic".
bool speaks_for_company(const View& view, std::uint32_t i) {
  const std::string words = ' ' + folded(view.document().words(view.at(i))) + ' ';
  return words.find(" we ") != std::string::npos || words.find(" our ") != std::string::npos || words.find(" we'") != std::string::npos;
}

}  // namespace

Found vague_source_only(const View& view) {
  Evidence vague = view.findings({"source.vague"_label}, {.quoted = false});
  std::erase_if(vague, [&](std::uint32_t i) { return view.at(i).zone != Zone::body && view.at(i).zone != Zone::list; });
  if (vague.empty() || names_a_source(view) || describes_a_trial(view)) return {};
  return finding(fmt::format("{}{} names no source, and the article cites none that can be looked up.", view.quote(vague.front()), and_more(vague)), view,
                 vague);
}

Found number_without_source(const View& view) {
  Evidence numbers = view.findings({"evidence.relative"_label, "cue.share-of-patients"_label}, {.quoted = false, .hypothetical = false});
  const Evidence company = with_attribute(view, "source.interest"_label, "kind", {"own-company"});
  const bool seller = std::any_of(company.begin(), company.end(), [&](std::uint32_t i) { return speaks_for_company(view, i); });
  const Evidence vague = view.findings({"source.vague"_label});
  std::erase_if(numbers, [&](std::uint32_t i) {
    if (!first_number(view.document().words(view.at(i)))) return true;
    return !seller && !any_in(view, vague, sentence(view, i));
  });
  const auto same_place = [&](std::uint32_t a, std::uint32_t b) { return view.at(a).span.overlaps(view.at(b).span); };
  numbers.erase(std::unique(numbers.begin(), numbers.end(), same_place), numbers.end());
  if (numbers.empty() || names_a_source(view)) return {};
  std::string quoted;
  for (std::size_t i = 0; i < std::min(numbers.size(), kQuotedNumbers); ++i) quoted += (i == 0 ? "" : ", ") + view.quote(numbers[i]);
  return finding(fmt::format("{}: the article names no source in which the number could be checked.", quoted), view, numbers);
}

Found press_release_as_news(const View& view) {
  Evidence releases, own;
  const auto& all = view.document().annotations;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    if (all[i].label != "source.interest"_label || all[i].negated || is_ignored(all[i])) continue;
    const bool told = is_scored(all[i].zone) || all[i].zone == Zone::references;
    if (all[i].attribute("kind") == "press-release") (told && !is_release_mark(view, i) ? releases : own).push_back(i);
    if (all[i].attribute("kind") == "own-company" && is_scored(all[i].zone) && speaks_for_company(view, i)) own.push_back(i);
  }
  const bool independent = !view.findings({"source.independent"_label}, {.negated = true}).empty();
  if (releases.empty() || !own.empty() || independent || names_a_source(view)) return {};
  return finding(fmt::format("The article rests on {}, what the maker says of itself, and cites no study that can be looked up and no independent voice.",
                             view.quote(releases.front())),
                 view, releases);
}

Found author_year_mismatch(const View& view) {
  const std::vector<Span> blocks = reference_blocks(view.document());
  for (const std::uint32_t i : with_attribute(view, "source.cited"_label, "kind", {"author-year"})) {
    const auto inside = [&](Span block) { return block.contains(view.at(i).span); };
    const auto cited = names_in(view.document().words(view.at(i)));
    if (cited.empty() || std::any_of(blocks.begin(), blocks.end(), inside)) continue;
    std::string_view near;
    bool exact = false;
    for (const Span block : blocks)
      for (const std::string_view name : names_in(view.document().words(block))) {
        exact |= name == cited.front();
        if (near.empty() && near_names(cited.front(), name)) near = name;
      }
    if (exact || near.empty()) continue;
    const auto at = static_cast<std::uint32_t>(near.data() - view.document().text.view().data());
    const Span there = make_span(at, at + near.size());
    return finding(fmt::format("{} matches no reference; the nearest is {}.", view.quote(i), view.quote(there)), view, {i}, {there});
  }
  return {};
}

}  // namespace hypeline::mismatch
