#pragma once
#include "render/html/markup.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Small drawings as SVG without style: classes of the stylesheet give them their colours.
namespace hypeline::html {

/// The promotional load of every article is drawn on this one scale, findings per 1,000 words; what lies beyond ends in an arrow.
inline constexpr double kLoadScale = 40;

/// A rate with its interval. Hidden from screen readers: the numbers stand beside it.
Html interval_bar(double low, double value, double high);

struct Bar {
  std::string label;
  std::uint32_t count = 0;
};

/// Bars with their counts, and the same as a table behind it. `what` names the bars ("Findings per 1,000 words"), `of` what is counted.
Html histogram(std::string_view id, std::string_view title, std::string_view what, std::string_view of, const std::vector<Bar>& bars);

}  // namespace hypeline::html
