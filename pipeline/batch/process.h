#pragma once
#include "batch/feed.h"
#include "batch/resources.h"
#include "ingest/input.h"
#include "match/matcher.h"
#include "render/article.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace hypeline {

/// What one thread owns: its matcher (RE2's objects are costly to share), its connection to the index of abstracts.
struct Worker {
  const Resources& resources;
  Matcher matcher;
  ReadOptions how;
  std::optional<AbstractIndex> abstracts;  ///< of cited papers, where the run has them

  Worker(const Resources& r, const ReadOptions& reading);
};

/// From a piece of work to its documents, never none (but where `how.visit` takes the pages): what cannot be read comes as rejected.
std::vector<Document> read_item(Item item, const ReadOptions& how);

/// From a piece of work to its assessed articles, never none: what cannot be annotated comes as rejected.
std::vector<Article> process(Worker& worker, Item item);

}  // namespace hypeline
