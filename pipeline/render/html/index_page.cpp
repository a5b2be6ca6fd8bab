#include "render/html.h"
#include "render/html/chart.h"
#include "render/html/markup.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

namespace hypeline {
namespace html {
namespace {

using Rows = std::vector<IndexRow>;

Html count(std::size_t n, std::string_view one, std::string_view many) { return markup("<b>{}</b> {}", n, n == 1 ? one : many); }

Html load(const IndexRow& row) {
  if (!row.per_1000) return markup(R"(<span class="quiet">{}</span>)", row.band.empty() ? "–" : row.band);
  const double low = row.low.value_or(*row.per_1000), high = row.high.value_or(*row.per_1000);
  return markup(R"({}<span class="rate"><b>{:.1f}</b> <span class="quiet">{:.1f}–{:.1f}</span></span>)", interval_bar(low, *row.per_1000, high, false),
                *row.per_1000, low, high);
}

Html mismatch(const IndexRow& row) {
  if (row.mismatch.empty()) return markup(R"(<span class="quiet">none found</span>)");
  const Html more = row.mismatches < 2 ? Html() : markup(R"( <span class="quiet">and {} more</span>)", row.mismatches - 1);
  return markup(R"(<span class="sev-{0}"><b class="sev">{1}</b></span> <b>{2}</b>{3}<span class="message">{4}</span>)", name(row.severity),
                in_words(name(row.severity)), in_words(row.mismatch), more, words(shorten(row.message, 240)));
}

Html checklist(const IndexRow& row) {
  if (row.applicable == 0) return markup(R"(<span class="quiet">does not apply</span>)");
  return markup("<b>{}</b> of {}", row.found, row.applicable);
}

Html damage(const IndexRow& row) {
  if (row.repairs == 0) return markup(R"(<span class="quiet">none</span>)");
  if (row.lossy == 0) return markup("{} repaired", row.repairs);
  return markup("{} repaired, <b>{} lossy</b>", row.repairs, row.lossy);
}

Html place(const IndexRow& row) {
  const Html site = words(row.site.empty() ? row.id : row.site);
  return row.duplicate_of.empty() ? site : markup("{}; near copy of {}", site, words(shorten(row.duplicate_of, 120)));
}

Html article_row(const IndexRow& row) {
  const std::string title = shorten(row.title, 160);
  return markup(
      R"(<tr><td class="number priority">{0:.1f}</td><th scope="row"><a href="{1}">{2}</a><span class="site">{3}</span></th><td data-name="Promotional load">{4}</td><td class="brief" data-name="Checklist">{5}</td>)"
      R"(<td class="top-mismatch" data-name="Top mismatch">{6}</td><td class="number brief" data-name="Hype">{7}</td><td class="number brief" data-name="Sources">{8}</td>)"
      R"(<td class="number brief" data-name="Words">{9}</td><td class="brief" data-name="Damage">{10}</td></tr>
)",
      row.priority, row.page, words(title), place(row), load(row), checklist(row), mismatch(row), row.hype, row.sources, row.words, damage(row));
}

Html articles_table(const Rows& articles) {
  if (articles.empty()) return markup("<p>No article could be read.</p>");
  Html rows;
  for (const IndexRow& row : articles) rows += article_row(row);
  return markup(R"(<table class="articles"><caption>Highest priority first. Priority sorts this list and says nothing about truth.</caption>
<thead><tr><th scope="col" class="number">Priority</th><th scope="col">Article</th><th scope="col">Promotional load <span class="unit">per 1,000 words, 95 % interval</span></th><th scope="col">Checklist <span class="unit">criteria found</span></th><th scope="col">Top mismatch</th><th scope="col" class="number">Hype <span class="unit">own voice</span></th><th scope="col" class="number">Sources</th><th scope="col" class="number">Words</th><th scope="col">Damage</th></tr></thead>
<tbody>
{}</tbody></table>)",
                rows);
}

std::size_t load_bin(const IndexRow& row) {
  constexpr std::array<double, 5> kUpTo = {0, 5, 10, 20, 40};
  if (!row.per_1000) return kUpTo.size() + 1;
  return static_cast<std::size_t>(std::lower_bound(kUpTo.begin(), kUpTo.end(), *row.per_1000) - kUpTo.begin());
}

Html load_histogram(const Rows& articles) {
  std::vector<Bar> bars = {{"none", 0}, {"to 5", 0}, {"to 10", 0}, {"to 20", 0}, {"to 40", 0}, {"over 40", 0}, {"too short", 0}};
  for (const IndexRow& row : articles) ++bars[load_bin(row)].count;
  return histogram("load-histogram", "Articles by promotional load", "Findings per 1,000 words", "Articles", bars);
}

Html checklist_histogram(const Rows& articles) {
  std::vector<Bar> bars;
  for (int n = 0; n <= 10; ++n) bars.push_back({fmt::format("{}", n), 0});
  bars.push_back({"n/a", 0});
  for (const IndexRow& row : articles) ++bars[row.applicable == 0 ? 11 : std::min<std::size_t>(row.found, 10)].count;
  return histogram("checklist-histogram", "Articles by criteria found", "Criteria found", "Articles", bars);
}

Html reasons(const Rows& rejected) {
  std::map<std::string, std::size_t> by_reason;
  for (const IndexRow& row : rejected) ++by_reason[row.rejected->reason];
  Html out;
  for (const auto& [reason, n] : by_reason) out += markup("{}{} {}", out.empty() ? "" : ", ", n, words(reason));
  return out.empty() ? out : markup(": {}", out);
}

Html rejected_section(const Rows& rejected) {
  if (rejected.empty()) return markup("<p>Every input could be read.</p>");
  Html rows;
  for (const IndexRow& row : rejected)
    rows += markup(R"(<tr><th scope="row">{}</th><td>{}</td><td>{}</td></tr>)", words(shorten(row.id, 300)), words(row.rejected->reason),
                   words(shorten(row.rejected->message, 400)));
  return markup(
      R"(<table class="rejected"><thead><tr><th scope="col">Input</th><th scope="col">Reason</th><th scope="col">What happened</th></tr></thead><tbody>{}</tbody></table>)",
      rows);
}

Html run_facts(const RunInfo& run, const Context& context) {
  Html out;
  for (const auto& [what, value] : run.facts) out += markup("<div><dt>{}</dt><dd>{}</dd></div>", words(what), words(value));
  out += markup("<div><dt>Version</dt><dd>hypeline {}</dd></div><div><dt>Lexicon</dt><dd><code>{}</code></dd></div>", context.version,
                context.lexicon_digest.substr(0, 12));
  return markup(R"(<dl class="facts">{}</dl>)", out);
}

Html tally(const Rows& articles, const Rows& rejected) {
  const auto high = std::count_if(articles.begin(), articles.end(), [](const IndexRow& r) { return !r.mismatch.empty() && r.severity == Severity::high; });
  const auto any = std::count_if(articles.begin(), articles.end(), [](const IndexRow& r) { return !r.mismatch.empty(); });
  return markup(R"(<ul class="tally"><li>{}</li><li>{}</li><li>{}</li><li>{}{}</li></ul>)", count(articles.size(), "article read", "articles read"),
                count(static_cast<std::size_t>(high), "with a high mismatch", "with a high mismatch"),
                count(static_cast<std::size_t>(any), "with any mismatch", "with any mismatch"), count(rejected.size(), "input rejected", "inputs rejected"),
                reasons(rejected));
}

Html body(const Rows& articles, const Rows& rejected, const RunInfo& run, const Context& context) {
  return markup(R"(<div class="heading"><h1>Hype against evidence</h1>{}</div>
<section aria-labelledby="articles"><h2 id="articles">Articles to check</h2>
{}</section>
<section aria-labelledby="spread"><h2 id="spread">How they spread</h2><div class="charts">{}{}</div></section>
<section aria-labelledby="rejected"><h2 id="rejected">Rejected inputs</h2>
{}</section>
<section aria-labelledby="run"><h2 id="run">This run</h2>{}</section>
)",
                tally(articles, rejected), articles_table(articles), load_histogram(articles), checklist_histogram(articles), rejected_section(rejected),
                run_facts(run, context));
}

}  // namespace
}  // namespace html

std::string index_page(std::vector<IndexRow> rows, const RunInfo& run, const Context& context) {
  const auto key = [](const IndexRow& row) { return std::tuple(row.rejected.has_value(), -row.priority, std::string_view(row.id)); };
  std::sort(rows.begin(), rows.end(), [&](const IndexRow& a, const IndexRow& b) { return key(a) < key(b); });
  const auto first = std::find_if(rows.begin(), rows.end(), [](const IndexRow& row) { return row.rejected.has_value(); });
  const std::vector<IndexRow> rejected(first, rows.end());
  rows.erase(first, rows.end());
  const html::Html top =
      html::markup(R"(<nav aria-label="Report"><a href="#articles">Articles</a> <a href="#rejected">Rejected</a> <a href="#run">This run</a></nav>)");
  return html::page("Hype against evidence: articles to check", "", top, html::body(rows, rejected, run, context)).bytes();
}

}  // namespace hypeline
