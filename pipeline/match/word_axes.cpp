#include "match/word_axes.h"

#include <algorithm>

namespace hypeline {

WordAxes mean_place(const SentenceWords& words, std::ptrdiff_t first, std::ptrdiff_t last, std::ptrdiff_t skipped, const WordTable& table) {
  WordAxes sum{};
  float count = 0;
  for (std::ptrdiff_t i = std::max<std::ptrdiff_t>(first, 0); i <= last && words.has(i); ++i) {
    if (i == skipped) continue;
    count += 1;
    if (const WordPlace* place = table.place(words[i]))
      for (std::size_t a = 0; a < sum.size(); ++a) sum[a] += static_cast<float>(place->axes[a]) / 8;
  }
  for (float& x : sum) x /= std::max(count, 1.0F);
  return sum;
}

}  // namespace hypeline
