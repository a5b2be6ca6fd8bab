#pragma once
#include "batch/feed.h"
#include "batch/resources.h"
#include "match/matcher.h"
#include "render/article.h"

#include <cstddef>
#include <vector>

namespace hypeline {

/// What one thread owns: its matcher (RE2's objects are costly to share).
struct Worker {
  const Resources& resources;
  Matcher matcher;
  std::size_t max_bytes;

  Worker(const Resources& r, std::size_t most) : resources(r), matcher(r.lexicon), max_bytes(most) {}
};

/// From a piece of work to its assessed articles, never none: what cannot be annotated comes as rejected.
std::vector<Article> process(Worker& worker, Item item);

}  // namespace hypeline
