#include "render/families.h"
#include "render/html.h"
#include "render/web/assets.h"

#include <fmt/format.h>

namespace hypeline {

std::string stylesheet(const Context& context) {
  std::string out(assets::kAppCss);
  const std::vector<Family> known = families(*context.labels);
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (known[i].colour.empty()) continue;
    out += fmt::format(".f{}{{--c:{}}}\n", i, known[i].colour);
    for (const char lane : {'b', 'd'}) out += fmt::format(".{0}{1}{{--{0}:{2}}}", lane, i, known[i].colour);
    out += '\n';
  }
  return out;
}

}  // namespace hypeline
