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
    out += fmt::format(".f{0}{{--c:{1}}}.b{0}{{--b:{1}}}.d{0}{{--d:{1}}}\n", i, known[i].colour);
  }
  return out;
}

}  // namespace hypeline
