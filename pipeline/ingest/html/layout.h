#pragma once
#include "ingest/html/block_writer.h"
#include "ingest/html/elements.h"
#include "ingest/html/head.h"

#include <cstdint>
#include <vector>

namespace hypeline::html {

/// An element of the page, as far as its blocks need to know. Node 0 is the page; a parent comes before its children.
struct Node {
  std::uint32_t parent = 0;
  std::uint32_t hints = 0;
  Tag tag = Tag::other;
};

/// A page as blocks of text, the elements they stood in, and what its head says.
struct Layout {
  Text text;
  std::vector<LaidBlock> blocks;
  std::vector<Node> nodes;
  Head head;
};

/// Elements nested deeper than this are read as if they stood at this depth.
inline constexpr std::size_t kDeepest = 512;

/// Lays out decoded HTML. A stack of open elements with the implied end tags of p, li, dt, dd and table parts; no tree. Linear, no recursion.
/// Rejected: a conforming tree (foster parenting and the adoption agency move text, which a map back to the source cannot follow).
Layout lay_out(const Text& page);

}  // namespace hypeline::html
