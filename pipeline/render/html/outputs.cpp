#include "render/html/chart.h"
#include "render/html/reading.h"

#include <algorithm>

namespace hypeline::html {
namespace {

std::string_view plural(std::uint32_t n) { return n == 1 ? "" : "s"; }

/// " See notes 1 and 2." or nothing.
Html see(const Evidence& evidence, const Reading& r) {
  const Html links = note_links(evidence, r);
  return links.empty() ? links : markup(" See {}.", links);
}

Html mismatch(const Mismatch& m, const Reading& r) {
  return markup(R"(<li class="sev-{0}"><b class="sev sev-{0}">{1}</b> <b>{2}</b><p>{3}{4}</p></li>)", name(m.severity), in_words(name(m.severity)),
                in_words(m.kind), words(m.message), see(m.annotations, r));
}

Html rate(const PromotionalLoad& load) {
  if (!load.per_1000) return markup(R"(<p class="figure"><b>{}</b></p>)", in_words(load.band));
  const double low = load.low.value_or(*load.per_1000), high = load.high.value_or(*load.per_1000);
  return markup(R"(<p class="figure"><b>{:.1f}</b> per 1,000 words <span class="band">{}</span></p>{}<p>95 % interval {:.1f} to {:.1f}.</p>)", *load.per_1000,
                load.band, interval_bar(low, *load.per_1000, high), low, high);
}

Html probability(const Criterion& c) { return c.probability ? markup("{:.0f} %", *c.probability * 100) : markup("–"); }

Html criterion(const Criterion& c, const Reading& r) {
  return markup(R"(<tr><th scope="row">{0}<p>{1}{2}</p></th><td class="v v-{3}">{4}</td><td>{5}</td></tr>)", c.title, words(c.reason), see(c.annotations, r),
                name(c.verdict), in_words(name(c.verdict)), probability(c));
}

Html checklist_table(const Reading& r) {
  Html rows;
  for (const Criterion& c : r.assessment.criteria) rows += criterion(c, r);
  return markup(R"(<table class="checklist"><thead><tr><th scope="col">Criterion</th><th scope="col">Verdict</th>)"
                R"(<th scope="col"><abbr title="that an expert would call the criterion satisfied">Chance</abbr></th></tr></thead><tbody>{}</tbody></table>)",
                rows);
}

}  // namespace

Html write_mismatches(const Reading& r) {
  Html items;
  for (const Mismatch& m : r.assessment.mismatches) items += mismatch(m, r);
  const Html body =
      items.empty() ? markup("<p>We found no two things in the article that do not fit each other.</p>") : markup(R"(<ol class="mismatches">{}</ol>)", items);
  return markup(R"(<section><h2 id="mismatches">Mismatches</h2>{}</section>)", body);
}

Html write_load(const Reading& r) {
  const PromotionalLoad& load = r.assessment.load;
  const Html quoted = load.quoted == 0 ? Html() : markup(" {} more in quotations, tallied apart.", load.quoted);
  const Html ignored = r.assessment.ignored == 0 ? Html() : markup(" {} on the ignore list, left out.", r.assessment.ignored);
  const Html enough = load.per_1000 ? Html() : markup(" A rate needs 250 words.");
  return markup(
      R"(<section><h2 id="load">Promotional load</h2>{}<p>{} distinct promotional finding{} in the article's own voice, in {} scored word{}.{}{}{}{}</p></section>)",
      rate(load), load.count, plural(load.count), r.assessment.words, plural(r.assessment.words), quoted, ignored, enough, see(load.annotations, r));
}

Html write_checklist(const Reading& r) {
  const auto& all = r.assessment.criteria;
  const bool none = std::all_of(all.begin(), all.end(), [](const Criterion& c) { return c.verdict == Verdict::not_applicable; });
  const Html table = checklist_table(r);
  const Html body = none ? markup(
                               "<p>The list does not apply: we did not find a claim that something changes health.</p><details><summary>The ten "
                               "criteria</summary>{}</details>",
                               table)
                         : table;
  return markup(R"(<section><h2 id="checklist">Evidence checklist</h2>{}</section>)", body);
}

}  // namespace hypeline::html
