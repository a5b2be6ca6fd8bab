#include "ingest/html/block_zones.h"

#include "ingest/cues.h"
#include "ingest/html/extract.h"
#include "ingest/html/hints.h"
#include "ingest/titles.h"

#include <algorithm>
#include <optional>

namespace hypeline::html {
namespace {

/// The elements around a block, near ones apart.
struct Around {
  Tag tag = Tag::other;    // the innermost
  std::uint32_t near = 0;  // hints of the innermost three and of inline elements
  std::uint32_t all = 0;   // hints of all
  bool quote = false, list = false, figure = false, form = false, chrome = false;
};

Around around(const Layout& layout, std::size_t i) {
  Around out;
  out.near = out.all = layout.blocks[i].hints;
  std::uint32_t node = layout.blocks[i].node;
  out.tag = layout.nodes[node].tag;
  for (int depth = 0; node != 0; node = layout.nodes[node].parent, ++depth) {
    const Node& n = layout.nodes[node];
    out.all |= n.hints;
    if (depth < 3) out.near |= n.hints;
    out.quote = out.quote || n.tag == Tag::blockquote;
    out.list = out.list || n.tag == Tag::li || n.tag == Tag::dd || n.tag == Tag::dt;
    out.figure = out.figure || n.tag == Tag::figcaption || (n.tag == Tag::figure && depth < 3);
    out.form = out.form || n.tag == Tag::form || n.tag == Tag::button;
    out.chrome = out.chrome || n.tag == Tag::nav || n.tag == Tag::footer || n.tag == Tag::noscript;
  }
  return out;
}

/// Main text by its element.
Zone main_zone(const Around& a) {
  if (is_heading(a.tag)) return Zone::heading;
  if (a.quote) return Zone::quote;
  if (a.tag == Tag::figcaption || a.tag == Tag::caption) return Zone::caption;
  return a.list ? Zone::list : Zone::body;
}

/// What is not main text, by what names and words say of it.
Zone other_zone(const Around& a, std::uint32_t cues, bool linked) {
  if (a.form || (cues & kCueForm) != 0 || (a.near & kHintForm) != 0) return Zone::form;
  if (a.chrome || (cues & (kCuesOfChrome & ~kCueReadTime)) != 0) return Zone::boilerplate;
  if ((cues & (kCueByline | kCueReadTime)) != 0 || (a.near & kHintByline) != 0) return Zone::byline;
  if ((cues & kCueDate) != 0 || (a.near & kHintDate) != 0) return Zone::byline;
  if ((a.all & kHintReferences) != 0 || (cues & (kCueReferences | kCueSource)) != 0) return Zone::references;
  if ((a.all & (kHintRelated | kHintTeaser)) != 0 || (cues & (kCueRelated | kCueTeaser)) != 0) return Zone::related;
  return linked && is_heading(a.tag) ? Zone::related : Zone::boilerplate;
}

/// Index of the title's block: the heading that says what the head of the page says, or the first h1; else the block that says it.
std::optional<std::size_t> find_title(const Layout& layout) {
  const std::string headline = comparable(layout.head.headline), page_title = comparable(layout.head.title);
  std::optional<std::size_t> h1, same;
  for (std::size_t i = 0; i < layout.blocks.size(); ++i) {
    const Tag tag = layout.nodes[layout.blocks[i].node].tag;
    if (layout.blocks[i].span.size() > 400) continue;
    const std::string words = comparable(slice(layout.text.view(), layout.blocks[i].span));
    const bool says = words.size() > 3 && (words == headline || (words.size() > 12 && page_title.starts_with(words)));
    if (says && is_heading(tag)) return i;
    if (says && !same && layout.blocks[i].linked == 0) same = i;
    if (tag == Tag::h1 && !h1 && words.size() > 3) h1 = i;
  }
  return h1 ? h1 : same;
}

/// The model learned from whole pages; of a page with little text only what markup or words call something else is no main text.
constexpr std::uint32_t kLittleText = 1500;
bool is_plain(const Around& a, Zone other) {
  return other == Zone::boilerplate && !a.chrome && !a.form &&
         (a.all & (kHintNav | kHintFooter | kHintSide | kHintShare | kHintAd | kHintNotice | kHintComment)) == 0;
}

/// A lead that stands between the title and the text, apart from it: named so, or what the head describes the page with.
bool is_deck(const Layout& layout, std::size_t i, const Around& a) {
  if ((a.near & kHintDeck) != 0 && (a.near & (kHintContent | kHintTags)) == 0) return true;
  const std::string words = comparable(slice(layout.text.view(), layout.blocks[i].span), 200);
  return words.size() > 30 && comparable(layout.head.description, 1000).starts_with(words);
}

}  // namespace

std::vector<Zone> find_zones(const Layout& layout) {
  const PageFacts page(layout);
  const std::vector<float> scores = main_text_scores(page);
  const std::optional<std::size_t> title = find_title(layout);
  const bool little = layout.text.view().size() < kLittleText;
  const auto first_main = static_cast<std::size_t>(std::ranges::find_if(scores, is_main) - scores.begin());
  std::vector<Zone> out;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const Around a = around(layout, i);
    const LaidBlock& block = layout.blocks[i];
    const std::uint32_t cues = page.cues[i];
    const bool linked = block.linked * 2 > block.span.size();
    Zone zone = other_zone(a, cues, linked);
    if (is_main(scores[i]) || (little && !linked && (cues & kCuesOfChrome) == 0 && is_plain(a, zone))) zone = main_zone(a);
    if (title && i == *title) zone = Zone::title;
    const bool between = title && i > *title && i <= first_main && i < *title + 8;
    if (between && !is_main(scores[i]) && !a.form && !a.chrome && block.span.size() > 40 && is_deck(layout, i, a)) zone = Zone::deck;
    out.push_back(zone);
  }
  return out;
}

}  // namespace hypeline::html
