#pragma once
#include "ingest/html/layout.h"
#include "ingest/html/word_hashes.h"
#include "ingest/html/words.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace hypeline::html {

/// Text below an element. Prose: long unlinked text with commas, after Readability. Trusted: prose, more where names say that the content is, less
/// where they say that it is something else (comments, side bars, forms, what is hidden …).
struct Mass {
  float text = 0, linked = 0, prose = 0, trusted = 0;
  std::uint32_t blocks = 0;
};

/// Siblings of the same make that hold prose: cards, comments, sections.
struct Likes {
  std::uint32_t count = 0, before = 0;
  float prose = 0;
};

/// What a block's words share with the rest of the page; shares are 0 to 1, or -1 where there is nothing to share.
struct Shared {
  float topical = -1;  ///< of its longer words: those that the page's prose repeats
  float titled = -1;   ///< of its longer words: those of the title
  float earlier = -1;  ///< of its rows of five words: those that stand in a block before it
  float later = -1;    ///< or in one behind it
  float stated = -1;   ///< or in the article body that JSON-LD gives
};

/// A page with what is counted once for all its blocks.
struct PageFacts {
  explicit PageFacts(const Layout& page);

  std::span<const WordHash> words_of(std::size_t block) const {
    return std::span(hashes).subspan(first_word[block], first_word[block + 1] - first_word[block]);
  }
  float linked(std::size_t block) const { return static_cast<float>(layout.blocks[block].linked); }
  float prose(std::size_t block) const;

  const Layout& layout;
  // of each block
  std::vector<WordStats> words;
  std::vector<std::uint32_t> cues;
  std::vector<WordHash> hashes;         // of all blocks, one after the other
  std::vector<std::size_t> first_word;  // and where the page's last ends
  std::vector<std::uint64_t> same;      // hash of all words
  std::vector<float> prose_before;
  std::vector<Shared> shared;
  // of each node
  std::vector<Mass> mass;
  std::vector<std::uint64_t> path;  // hash of the tags and hints from the top
  std::vector<float> trust;
  std::vector<Likes> likes;
  std::vector<bool> above_headline;
  // of the page
  std::unordered_map<std::uint64_t, Mass> by_path;
  std::unordered_map<std::uint64_t, std::uint32_t> copies;  // of blocks by `same`
  Mass all;
  std::uint32_t focus = 0, trusted_focus = 0;  // elements that hold most of the prose, most of the trusted prose
  std::size_t headline = 0;                    // block of the title; blocks.size() where there is none
  std::uint32_t contents = 0;                  // elements with prose that are named as content
  std::vector<WordHash> title, description, stated_words;

 private:
  void read_words();
  void weigh();
  void note_likes();
  void note_topics();
  void note_repeats();
  std::uint32_t find_focus(float Mass::* prose_of) const;
  std::size_t find_headline() const;
};

/// True for elements that are named as the content.
bool is_content(const Node& node);

float ratio(float a, float b);

}  // namespace hypeline::html
