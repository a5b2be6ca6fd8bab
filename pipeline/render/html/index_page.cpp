#include "render/html.h"
#include "render/html/index_parts.h"

namespace hypeline {
namespace html {
namespace {

Html load(const IndexRow& row) {
  if (!row.per_1000) return markup(R"(<span class="quiet">{}</span>)", row.band.empty() ? "–" : row.band);
  const double low = row.low.value_or(*row.per_1000), high = row.high.value_or(*row.per_1000);
  return markup(R"(<b>{:.1f}</b> <span class="quiet">{:.1f}–{:.1f}</span>)", *row.per_1000, low, high);
}

Html mismatch(const IndexRow& row) {
  if (row.mismatch.empty()) return markup(R"(<span class="quiet">none found</span>)");
  const Html more = row.mismatches < 2 ? Html() : markup(R"( <span class="quiet">and {} more</span>)", row.mismatches - 1);
  return markup(R"(<b class="sev sev-{0}">{1}</b> <b>{2}</b>{3})", name(row.severity), in_words(name(row.severity)), in_words(row.mismatch), more);
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
      R"(<tr><td class="number">{0:.1f}</td><th scope="row"><a href="{1}">{2}</a><span class="site">{3}</span></th><td data-name="Promotional load">{4}</td><td data-name="Checklist">{5}</td>)"
      R"(<td data-name="Top mismatch">{6}</td><td class="number" data-name="Hype">{7}</td><td class="number" data-name="Sources">{8}</td>)"
      R"(<td class="number" data-name="Words">{9}</td><td data-name="Damage">{10}</td></tr>
)",
      row.priority, row.page, words(title), place(row), load(row), checklist(row), mismatch(row), row.hype, row.sources, row.words, damage(row));
}

Html articles_table(const std::vector<IndexRow>& articles) {
  if (articles.empty()) return markup("<p>No article could be read.</p>");
  Html rows;
  for (const IndexRow& row : articles) rows += article_row(row);
  return markup(R"(<table class="articles"><caption>Highest priority first. Priority sorts this list and says nothing about truth.</caption>
<thead><tr><th scope="col" class="number">Priority</th><th scope="col">Article</th><th scope="col">Promotional load <span class="unit">per 1,000 words, 95 % interval</span></th><th scope="col">Checklist <span class="unit">criteria found</span></th><th scope="col">Top mismatch</th><th scope="col" class="number">Hype <span class="unit">own voice</span></th><th scope="col" class="number">Sources</th><th scope="col" class="number">Words</th><th scope="col">Damage</th></tr></thead>
<tbody>
{}</tbody></table>)",
                rows);
}

Html body(const Rows& rows, const RunInfo& run, const Context& context) {
  return markup(R"(<div class="heading"><h1>Hype against evidence</h1>{}</div>
{}<section aria-labelledby="articles"><h2 id="articles">Articles to check</h2>
{}</section>
{}
<section aria-labelledby="rejected"><h2 id="rejected">Rejected inputs</h2>
{}</section>
{}
<section aria-labelledby="run"><h2 id="run">This run</h2>{}</section>
)",
                tally(rows.articles, rows.rejected), since_section(run), articles_table(rows.articles), spread(rows.articles), rejected_section(rows.rejected),
                legend_section(*context.labels), run_facts(run, context));
}

}  // namespace
}  // namespace html

std::string index_page(std::vector<IndexRow> rows, const RunInfo& run, const Context& context) {
  const html::Html top = html::markup(
      R"(<nav aria-label="Report"><a href="index.html">With filters and verdicts</a> <a href="#articles">Articles</a> <a href="#rejected">Rejected</a> <a href="#run">This run</a></nav>)");
  return html::page("Hype against evidence: articles to check", "", top, html::body(html::split(std::move(rows)), run, context)).bytes();
}

}  // namespace hypeline
