#include "render/html/index_parts.h"

#include "render/html/chart.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <tuple>

namespace hypeline::html {
namespace {

/// A count that opens the articles it counts, in the application.
Html opened(const Html& number, std::size_t n, std::string_view filter) {
  return n == 0 ? number : markup(R"(<a href="index.html#/?{}">{}</a>)", filter, number);
}

Html count(std::size_t n, std::string_view one, std::string_view many) { return markup("<b>{}</b> {}", n, n == 1 ? one : many); }

std::size_t load_bin(const IndexRow& row) {
  constexpr std::array<double, 5> kUpTo = {0, 5, 10, 20, 40};
  if (!row.per_1000) return kUpTo.size() + 1;
  return static_cast<std::size_t>(std::lower_bound(kUpTo.begin(), kUpTo.end(), *row.per_1000) - kUpTo.begin());
}

Html load_histogram(const std::vector<IndexRow>& articles) {
  std::vector<Bar> bars = {{"none", 0}, {"to 5", 0}, {"to 10", 0}, {"to 20", 0}, {"to 40", 0}, {"over 40", 0}, {"too short", 0}};
  for (const IndexRow& row : articles) ++bars[load_bin(row)].count;
  return histogram("load-histogram", "Articles by promotional load", "Findings per 1,000 words", "Articles", bars);
}

Html checklist_histogram(const std::vector<IndexRow>& articles) {
  std::vector<Bar> bars;
  for (int n = 0; n <= 10; ++n) bars.push_back({fmt::format("{}", n), 0});
  bars.push_back({"n/a", 0});
  for (const IndexRow& row : articles) ++bars[row.applicable == 0 ? 11 : std::min<std::size_t>(row.found, 10)].count;
  return histogram("checklist-histogram", "Articles by criteria found", "Criteria found", "Articles", bars);
}

Html reasons(const std::vector<IndexRow>& rejected) {
  std::map<std::string, std::size_t> by_reason;
  for (const IndexRow& row : rejected) ++by_reason[row.rejected->reason];
  Html out;
  for (const auto& [reason, n] : by_reason) out += markup("{}{} {}", out.empty() ? "" : ", ", n, words(reason));
  return out.empty() ? out : markup(": {}", out);
}

}  // namespace

Html rejected_section(const std::vector<IndexRow>& rejected) {
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

Html tally(const std::vector<IndexRow>& articles, const std::vector<IndexRow>& rejected) {
  const auto high = std::count_if(articles.begin(), articles.end(), [](const IndexRow& r) { return !r.mismatch.empty() && r.severity == Severity::high; });
  const auto any = std::count_if(articles.begin(), articles.end(), [](const IndexRow& r) { return !r.mismatch.empty(); });
  return markup(R"(<ul class="tally"><li>{}</li><li>{}</li><li>{}</li><li>{}{}</li></ul>)", count(articles.size(), "article read", "articles read"),
                opened(count(static_cast<std::size_t>(high), "with a high mismatch", "with a high mismatch"), static_cast<std::size_t>(high), "mismatch=high"),
                opened(count(static_cast<std::size_t>(any), "with any mismatch", "with any mismatch"), static_cast<std::size_t>(any), "mismatch=any"),
                count(rejected.size(), "input rejected", "inputs rejected"), reasons(rejected));
}

Html spread(const std::vector<IndexRow>& articles) {
  return markup(R"(<section aria-labelledby="spread"><h2 id="spread">How they spread</h2><div class="charts">{}{}</div></section>)", load_histogram(articles),
                checklist_histogram(articles));
}

Rows split(std::vector<IndexRow> rows) {
  const auto key = [](const IndexRow& row) { return std::tuple(row.rejected.has_value(), -row.priority, std::string_view(row.id)); };
  std::sort(rows.begin(), rows.end(), [&](const IndexRow& a, const IndexRow& b) { return key(a) < key(b); });
  const auto first = std::find_if(rows.begin(), rows.end(), [](const IndexRow& row) { return row.rejected.has_value(); });
  Rows out;
  out.rejected.assign(std::make_move_iterator(first), std::make_move_iterator(rows.end()));
  rows.erase(first, rows.end());
  out.articles = std::move(rows);
  return out;
}

}  // namespace hypeline::html
