#include "render/html/chart.h"

#include <algorithm>

namespace hypeline::html {
namespace {

constexpr double kWide = 240, kNarrow = 96, kPad = 8;

double along(double value, double width) { return std::clamp(value / kLoadScale, 0.0, 1.0) * (width - 2 * kPad) + kPad; }

Html scale(double width) {
  Html out;
  for (int at = 0; at <= static_cast<int>(kLoadScale); at += 10)
    out += markup(R"(<path class="tick" d="M{0:.1f} 11v5"/><text class="small" x="{0:.1f}" y="27" text-anchor="middle">{1}</text>)", along(at, width), at);
  return out;
}

Html column(const Bar& bar, double x, double width, double share) {
  constexpr double kBase = 92, kTall = 70;
  const double tall = bar.count == 0 ? 0 : std::max(share * kTall, 1.5);
  return markup(R"(<rect class="bar" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/><text x="{:.1f}" y="{:.1f}" text-anchor="middle">{}</text>)"
                R"(<text class="small" x="{:.1f}" y="106" text-anchor="middle">{}</text>)",
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

Html interval_bar(double low, double value, double high, bool labelled) {
  const double width = labelled ? kWide : kNarrow, a = along(low, width), z = along(high, width);
  Html out = markup(
      R"(<svg class="interval" viewBox="0 0 {0} {1}" width="{0}" height="{1}" aria-hidden="true"><path class="range" d="M{3:.0f} 13.5h{2:.0f}M{4:.1f} 9H{5:.1f}{6}"/>)",
      static_cast<int>(width), labelled ? 30 : 18, width - 2 * kPad, kPad, a, z, high > kLoadScale ? "l-4 -4m4 4l-4 4" : "");
  if (labelled) out += scale(width);
  out += markup(R"(<path class="dot" d="M{:.1f} 9h0"/></svg>)", along(value, width));
  return out;
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
