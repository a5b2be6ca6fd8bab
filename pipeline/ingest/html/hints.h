#pragma once
#include "ingest/html/tokenizer.h"

#include <cstdint>
#include <string_view>

namespace hypeline::html {

/// What class names, ids, roles and other attributes say an element is for; bits.
enum Hint : std::uint32_t {
  kHintContent = 1u << 0,  // article body, entry content, prose
  kHintArticle = 1u << 1,  // article, post, story
  kHintNav = 1u << 2,      // menus, breadcrumbs, pagers
  kHintHeader = 1u << 3,
  kHintFooter = 1u << 4,
  kHintSide = 1u << 5,  // sidebars, widgets
  kHintComment = 1u << 6,
  kHintRelated = 1u << 7,  // teasers of other pages
  kHintShare = 1u << 8,
  kHintForm = 1u << 9,  // newsletters, sign-up, search
  kHintAd = 1u << 10,   // advertising, promotion, sponsors
  kHintByline = 1u << 11,
  kHintDate = 1u << 12,
  kHintTitle = 1u << 13,
  kHintCaption = 1u << 14,
  kHintTags = 1u << 15,    // tags, categories, meta lines
  kHintNotice = 1u << 16,  // cookies, banners, pop-ups, legal notes
  kHintBio = 1u << 17,     // about the author
  kHintReferences = 1u << 18,
  kHintTeaser = 1u << 19,  // cards, tiles, carousels
  kHintHidden = 1u << 20,
  kHintDeck = 1u << 21,   // summaries, leads
  kHintQuote = 1u << 22,  // pull quotes
  kHintToc = 1u << 23,    // tables of contents
  kHintMedia = 1u << 24,  // galleries, players
  kHintBody = 1u << 25,   // itemprop=articleBody and the like: said in so many words
};
inline constexpr int kHintCount = 26;

/// The hints of a start tag's class, id, role, itemprop, hidden and style attributes.
std::uint32_t hints_of(const Token& start_tag);

}  // namespace hypeline::html
