#include "render/html/chart.h"

#include <algorithm>

namespace hypeline::html {
namespace {

double along(double value) { return std::clamp(value / kLoadScale, 0.0, 1.0) * 80 + 8; }

Html column(const Bar& bar, double x, double width, double share) {
  constexpr double kBase = 92, kTall = 70;
  const double tall = bar.count == 0 ? 0 : std::max(share * kTall, 1.5);
  return markup(R"(<rect class="bar" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/><text x="{:.1f}" y="{:.1f}">{}</text>)"
                R"(<text class="small" x="{:.1f}" y="106">{}</text>)",
                x + 2, kBase - tall, width - 4, tall, x + width / 2, kBase - tall - 4, bar.count, x + width / 2, bar.label);
}

Html table(std::string_view what, std::string_view of, const std::vector<Bar>& bars) {
  Html rows;
  for (const Bar& bar : bars) rows += markup(R"(<tr><th scope="row">{}</th><td class="number">{}</td></tr>)", bar.label, bar.count);
  return markup(
      R"(<details><summary>As a table</summary><table><thead><tr><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table></details>)",
      what, of, rows);
}

}  // namespace

Html interval_bar(double low, double value, double high) {
  return markup(
      R"(<svg class="interval" width="96" height="18" aria-hidden="true"><path class="range" d="M8 13.5h80M{:.1f} 9H{:.1f}{}"/><path class="dot" d="M{:.1f} 9h0"/></svg>)",
      along(low), along(high), high > kLoadScale ? "l-4 -4m4 4l-4 4" : "", along(value));
}

Html histogram(std::string_view id, std::string_view title, std::string_view what, std::string_view of, const std::vector<Bar>& bars) {
  std::uint32_t most = 1;
  for (const Bar& bar : bars) most = std::max(most, bar.count);
  const double width = 360.0 / static_cast<double>(std::max<std::size_t>(bars.size(), 1));
  Html columns;
  for (std::size_t i = 0; i < bars.size(); ++i) columns += column(bars[i], static_cast<double>(i) * width, width, bars[i].count / static_cast<double>(most));
  return markup(R"(<figure><figcaption id="{0}">{1}</figcaption><svg class="histogram" viewBox="0 0 360 112" role="img" aria-labelledby="{0}">)"
                R"(<path class="axis" d="M0 92.5h360"/>{2}</svg>{3}</figure>)",
                id, title, columns, table(what, of, bars));
}

}  // namespace hypeline::html
