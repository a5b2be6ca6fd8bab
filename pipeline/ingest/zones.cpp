#include "ingest/zones.h"

#include "core/unicode.h"
#include "ingest/byte_scan.h"
#include "ingest/cues.h"
#include "ingest/titles.h"

#include <algorithm>
#include <vector>

namespace hypeline {
namespace {

constexpr std::size_t kLongText = 160;  // bytes; running text, not a label
constexpr std::size_t kHead = 14;       // blocks in which what stands before the text is looked for

/// The blocks of one article with what the passes below read of them.
struct Article {
  std::string_view text;
  std::span<Block> blocks;
  std::span<const BlockLook> looks;
  std::vector<bool> heads;  // reads as a title or heading
  std::vector<std::uint32_t> copies;
  std::size_t last_prose = 0;  // the last long block

  std::size_t size() const { return blocks.size(); }
  std::size_t length(std::size_t i) const { return blocks[i].span.size(); }
  bool has(std::size_t i, std::uint32_t mask) const { return i < size() && (looks[i].cues & mask) != 0; }
  bool is_body(std::size_t i) const { return i < size() && blocks[i].zone == Zone::body; }
  bool ends(std::size_t i) const { return looks[i].ends_sentence; }
  bool runs_on(std::size_t i) const { return looks[i].ends_sentence || looks[i].ends_colon; }
  bool is_prose(std::size_t i) const { return i < size() && length(i) >= kLongText && ends(i); }
};

/// At most 25 words, as a title has.
bool has_few_words(std::string_view words) {
  const auto is_gap = [](auto c) { return (c == ' ') | (c == '\n'); };
  if (count_bytes(words, is_gap) < 25) return true;
  std::size_t n = 0;
  for (std::size_t i = 0; i < words.size(); ++i) n += !is_gap(words[i]) && (i == 0 || is_gap(words[i - 1])) ? 1 : 0;
  return n <= 25;
}

Article read(std::string_view text, std::span<Block> blocks, std::span<const BlockLook> looks) {
  Article a{text, blocks, looks, {}, copies_of(looks), 0};
  a.heads.reserve(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::string_view words = slice(text, blocks[i].span);
    a.heads.push_back(looks[i].title && !words.ends_with('!') && has_few_words(words));
    if (a.is_prose(i)) a.last_prose = i;
  }
  return a;
}

/// A character that was lost stands where a bullet would, but no neighbour is an item: it was a picture.
bool is_lost_picture(const Article& a, std::size_t i) {
  return slice(a.text, a.blocks[i].span).starts_with("\uFFFC") && !a.has(i + 1, kCueList) && !(i > 0 && a.has(i - 1, kCueList));
}

/// Lists, addresses, rules, bylines, forms and the like: what a block's own words say.
void mark_by_words(Article& a) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    Zone& zone = a.blocks[i].zone;
    if (zone != Zone::body || a.looks[i].cues == 0) continue;
    const bool label = a.length(i) < kLongText;
    if (a.has(i, kCueForm) && (label || !a.is_prose(i)))
      zone = Zone::form;
    else if (a.has(i, kCuesOfChrome & ~(kCueReadTime | kCueForm)) && label)
      zone = Zone::boilerplate;
    else if (a.has(i, kCueReadTime | kCueByline) && label)
      zone = Zone::byline;
    else if (a.has(i, kCueDate) && label && !a.ends(i))
      zone = Zone::byline;
    else if (a.has(i, kCueSource | kCueLink))
      zone = Zone::references;
    else if (a.has(i, kCueRule))
      zone = Zone::boilerplate;
    else if (a.has(i, kCueTeaser) && label)
      zone = Zone::related;
    else if (a.has(i, kCueCaption) && label)
      zone = Zone::caption;
    else if (a.has(i, kCueList) && !is_lost_picture(a, i))
      zone = Zone::list;
  }
}

/// The title is the block the record names, or one that stands twice, or the first that reads as one; its copies are site chrome.
void mark_title(Article& a, std::string_view known) {
  const std::string wanted = comparable(known);
  const std::size_t head = std::min(a.size(), kHead);
  std::size_t title = a.size();
  for (std::size_t i = 0; i < head && title == a.size(); ++i)
    if (!wanted.empty() && comparable(slice(a.text, a.blocks[i].span)) == wanted) title = i;
  for (std::size_t i = 0; i + 1 < head && title == a.size(); ++i)
    if (a.looks[i].same == a.looks[i + 1].same && a.length(i) <= 250 && a.is_body(i) && a.heads[i]) title = i;
  for (std::size_t i = 0; i < std::min<std::size_t>(head, 3) && title == a.size() && !a.is_prose(i); ++i)
    if (a.is_body(i) && a.heads[i] && a.length(i) >= 15 && i + 1 < a.size() && (a.length(i + 1) > a.length(i) || a.blocks[i + 1].zone != Zone::body)) title = i;
  if (title == a.size()) return;
  for (std::size_t i = 0; i < title; ++i)
    if (a.is_body(i) && !a.ends(i)) a.blocks[i].zone = Zone::boilerplate;
  for (std::size_t i = title + 1; i < std::min(a.size(), title + 4); ++i)
    if (a.looks[i].same == a.looks[title].same) a.blocks[i].zone = Zone::boilerplate;
  a.blocks[title].zone = Zone::title;
}

/// The deck: a sentence or two between the title and the text, set apart by a byline, a date, a reading time or a button.
void mark_deck(Article& a) {
  const auto title = std::ranges::find(a.blocks, Zone::title, &Block::zone);
  if (title == a.blocks.end()) return;
  auto i = static_cast<std::size_t>(title - a.blocks.begin()) + 1;
  while (i < a.size() && (a.blocks[i].zone == Zone::boilerplate || a.blocks[i].zone == Zone::byline)) ++i;
  const bool apart = i + 1 < a.size() && (a.blocks[i + 1].zone == Zone::byline || a.blocks[i + 1].zone == Zone::boilerplate);
  if (a.is_body(i) && apart && a.length(i) >= 40 && a.length(i) <= 450 && i < a.last_prose) a.blocks[i].zone = Zone::deck;
}

bool is_upper_start(std::string_view words) { return is_upper(decode_at(words, 0).value) || is_digit(decode_at(words, 0).value); }

/// Words in capitals up to the first dash or colon: "THE SCIENCE — What it is".
bool is_shouted(std::string_view words) {
  std::size_t capitals = 0;
  for (const char c : words) {
    if (c >= 'a' && c <= 'z') return false;
    if (c == '\xE2' || c == ':' || c == '-') break;
    capitals += c >= 'A' && c <= 'Z';
  }
  return capitals >= 4;
}

/// Short lines above longer text, and lines in capitals. A question right below a heading is text.
void mark_headings(Article& a) {
  for (std::size_t i = 0; i + 1 < a.size(); ++i) {
    const std::string_view words = slice(a.text, a.blocks[i].span);
    if (!a.is_body(i) || a.length(i) > 140) continue;
    const bool above_text = (a.is_body(i + 1) && a.runs_on(i + 1) && a.length(i + 1) > a.length(i) && a.length(i + 1) >= 60) || a.has(i + 1, kCueList);
    const bool asks_on = words.ends_with('?') && i > 0 && a.blocks[i - 1].zone == Zone::heading;
    const bool shouted = (a.heads[i] || words.ends_with("...")) && is_shouted(words);
    if (shouted || (a.heads[i] && above_text && !asks_on && is_upper_start(words))) a.blocks[i].zone = Zone::heading;
  }
}

/// From a heading of references to the next heading: each is one.
void mark_references(Article& a) {
  bool within = false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const Zone zone = a.blocks[i].zone;
    if (a.has(i, kCueReferences))
      within = true;
    else if (zone == Zone::heading || zone == Zone::form || zone == Zone::boilerplate || zone == Zone::related)
      within = false;
    if (within) a.blocks[i].zone = Zone::references;
  }
}

std::size_t count_prose(const Article& a) {
  std::size_t n = 0;
  for (std::size_t i = 0; i < a.size(); ++i) n += a.is_prose(i) ? 1 : 0;
  return n;
}

/// Behind the last of the article: from a heading of teasers on all are teasers, forms or site chrome.
void mark_teasers(Article& a) {
  const std::size_t all = count_prose(a);
  std::size_t prose = 0;
  bool within = false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    prose += a.is_prose(i) && !within;
    within = within || (a.has(i, kCueRelated) && a.length(i) < 80 && prose > 0 && (all - prose) * 2 <= prose + 6);
    const Zone zone = a.blocks[i].zone;
    if (within && zone != Zone::form && zone != Zone::boilerplate && zone != Zone::references) a.blocks[i].zone = Zone::related;
  }
}

/// form beside a form, boilerplate elsewhere.
Zone near_form(const Article& a, std::size_t i) {
  const bool form = (i > 0 && a.blocks[i - 1].zone == Zone::form) || (i + 1 < a.size() && a.blocks[i + 1].zone == Zone::form);
  return form ? Zone::form : Zone::boilerplate;
}

/// What stands three times, or twice behind the text, is no part of it; nor what stands between site chrome at the end.
void mark_repeats_and_tail(Article& a) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::uint32_t copies = a.copies[a.looks[i].same];
    const bool many = copies >= 3 && a.length(i) >= 12;
    if ((many || (copies == 2 && i > a.last_prose)) && (a.is_body(i) || a.blocks[i].zone == Zone::heading)) a.blocks[i].zone = near_form(a, i);
  }
  bool chrome = false;
  for (std::size_t i = a.last_prose + 1; i < a.size(); ++i) {
    const Zone zone = a.blocks[i].zone;
    const bool next =
        i + 1 < a.size() && (a.blocks[i + 1].zone == Zone::form || a.blocks[i + 1].zone == Zone::boilerplate || a.blocks[i + 1].zone == Zone::related);
    if (zone == Zone::form || zone == Zone::boilerplate)
      chrome = true;
    else if (chrome && (next || i + 1 == a.size()) && (zone == Zone::body || zone == Zone::heading))
      a.blocks[i].zone = near_form(a, i);
  }
}

}  // namespace

void guess_zones(std::string_view text, std::span<Block> blocks, std::span<const BlockLook> looks, std::string_view title) {
  if (blocks.size() < 2) return;
  Article article = read(text, blocks, looks);
  mark_by_words(article);
  mark_title(article, title);
  mark_deck(article);
  mark_headings(article);
  mark_references(article);
  mark_teasers(article);
  mark_repeats_and_tail(article);
}

}  // namespace hypeline
