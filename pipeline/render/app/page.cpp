#include "render/app.h"
#include "render/web/assets.h"

namespace hypeline {
namespace html {
namespace {

/// Rejected inputs beyond these are told in list.html only: index.html stays small.
constexpr std::size_t kRejected = 100;

Html rejected(const std::vector<IndexRow>& all) {
  if (all.size() <= kRejected) return rejected_section(all);
  const std::vector<IndexRow> some(all.begin(), all.begin() + kRejected);
  return rejected_section(some) + markup(R"(<p><a href="list.html#rejected">All {} of them</a></p>)", all.size());
}

Html body(const Rows& rows, const RunInfo& run, const Context& context) {
  return markup(R"(<div id="index"><div class="heading"><h1>Hype against evidence</h1>{}</div>
{}<noscript><p>Filters, verdicts and the reading view need scripts; <a href="list.html">the same list without</a>.</p></noscript>
<section aria-labelledby="articles"><h2 id="articles">Articles to check</h2>
<div id="filters" class="filters" role="search"></div>
<div id="table"></div>
<nav id="pager" class="pager" aria-label="Pages of the list"></nav></section>
{}
<section aria-labelledby="rejected"><h2 id="rejected">Rejected inputs</h2>
{}</section>
<section aria-labelledby="run"><h2 id="run">This run</h2>{}</section></div>
<div id="article" hidden></div>
<div id="verdicts" hidden></div>
<p id="status" role="status"></p>
<dialog id="help" aria-labelledby="help-title"></dialog>
)",
                tally(rows.articles, rows.rejected), since_section(run), spread(rows.articles), rejected(rows.rejected), run_facts(run, context));
}

}  // namespace
}  // namespace html

std::string_view app_script() { return assets::kAppJs; }

std::string app_page(const html::Rows& rows, const RunInfo& run, const Context& context) {
  const html::Html top = html::markup(
      R"(<nav aria-label="Report"><a href="#/">Articles</a> <a href="#/verdicts">Verdicts</a> <a href="list.html">Plain list</a> <button type="button" id="open-help">Keys</button></nav>)");
  const html::Html scripts = html::markup(R"(<script src="app.js" defer></script>
<script src="data.js" defer></script>
)");
  return html::page("Hype against evidence: articles to check", "", top, html::body(rows, run, context), scripts).bytes();
}

}  // namespace hypeline
