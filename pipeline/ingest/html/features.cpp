#include "ingest/html/features.h"

#include "ingest/cues.h"
#include "ingest/html/hints.h"
#include "ingest/html/page_facts.h"

#include <algorithm>
#include <bit>

namespace hypeline::html {
namespace {

/// Writes features one after the other.
class Row {
 public:
  explicit Row(Features& out) : out_(out) {}
  void put(float value) { out_.at(at_++) = value; }
  void put(bool value) { put(value ? 1.0F : 0.0F); }
  void put(std::size_t value) { put(static_cast<float>(value)); }

 private:
  Features& out_;
  std::size_t at_ = 0;
};

constexpr float kNone = -1;  // where there is nothing to measure
constexpr std::size_t kFarAway = 50;

float linked_share(const PageFacts& c, std::size_t i) { return ratio(c.linked(i), c.words[i].bytes); }

void put_words(Row& row, const PageFacts& c, std::size_t i) {
  const WordStats& w = c.words[i];
  row.put(w.words);
  row.put(linked_share(c, i));
  row.put(w.ends_sentence);
  row.put(ratio(w.stop_words, w.words));
  row.put(ratio(w.short_words, w.words));
  row.put(ratio(w.capitals, w.words));
  row.put(ratio(static_cast<float>(c.layout.blocks[i].emphasised), w.bytes));
  row.put(static_cast<std::size_t>(c.copies.at(c.same[i])));
}

constexpr std::array kWithin = {Tag::article, Tag::main, Tag::footer, Tag::form, Tag::figure, Tag::table, Tag::li, Tag::blockquote};
constexpr std::array kHints = {kHintNav, kHintComment, kHintRelated, kHintByline, kHintCaption, kHintTags, kHintNotice};

/// The elements around the block: how near each kind is, what they are named (3: the own, 2: a near one, 1: a far one).
void put_elements(Row& row, const PageFacts& c, std::size_t i) {
  const auto& nodes = c.layout.nodes;
  std::array<float, kWithin.size()> within{};
  std::array<float, kHints.size()> hints{};
  const auto note = [&](std::uint32_t bits, float value) {
    for (std::size_t k = 0; k < kHints.size(); ++k)
      if ((bits & kHints[k]) != 0) hints[k] = std::max(hints[k], value);
  };
  note(c.layout.blocks[i].hints, 3);
  std::size_t depth = 0;
  for (std::uint32_t n = c.layout.blocks[i].node; n != 0; n = nodes[n].parent, ++depth) {
    note(nodes[n].hints, depth == 0 ? 3 : depth <= 2 ? 2 : 1);
    for (std::size_t k = 0; k < kWithin.size(); ++k)
      if (nodes[n].tag == kWithin[k] && within[k] == 0) within[k] = 1.0F / static_cast<float>(depth + 1);
  }
  const Tag tag = nodes[c.layout.blocks[i].node].tag;
  row.put(tag == Tag::p);
  row.put(is_heading(tag) ? static_cast<float>(tag) - static_cast<float>(Tag::h1) + 1 : 0.0F);
  row.put(tag == Tag::div || tag == Tag::section || tag == Tag::article);
  for (const float w : within) row.put(w);
  for (const float h : hints) row.put(h);
  row.put(depth);
}

/// How much text, links and prose the elements around the block hold, two levels up and four, and the blocks of the same make.
void put_surroundings(Row& row, const PageFacts& c, std::size_t i) {
  const auto& nodes = c.layout.nodes;
  std::uint32_t n = c.layout.blocks[i].node;
  for (int level = 0; level < 5; ++level, n = nodes[n].parent) {
    if (level != 2 && level != 4) continue;
    row.put(ratio(c.mass[n].linked, c.mass[n].text));
    row.put(ratio(c.mass[n].prose, c.all.prose));
    row.put(ratio(c.mass[n].prose, static_cast<float>(c.mass[n].blocks)));
  }
  const Mass& like = c.by_path.at(c.path[c.layout.blocks[i].node]);
  row.put(ratio(like.prose, c.all.prose));
  row.put(ratio(like.linked, like.text));
  row.put(ratio(like.prose, static_cast<float>(like.blocks)));
  row.put(static_cast<std::size_t>(like.blocks));
}

void put_neighbours(Row& row, const PageFacts& c, std::size_t i) {
  for (const int by : {-1, 1}) {
    const auto j = static_cast<std::ptrdiff_t>(i) + by;
    const bool there = j >= 0 && j < static_cast<std::ptrdiff_t>(c.words.size());
    const auto k = static_cast<std::size_t>(there ? j : 0);
    row.put(there ? c.words[k].words : kNone);
    row.put(there ? linked_share(c, k) : kNone);
  }
}

void put_page(Row& row, const PageFacts& c, std::size_t i) {
  const float place = static_cast<float>(i) - static_cast<float>(c.headline);
  row.put(c.headline == c.words.size() ? -1000.0F : std::clamp(place, -500.0F, 500.0F));
  row.put(ratio(static_cast<float>(c.layout.blocks[i].span.begin), static_cast<float>(c.layout.text.view().size())));
  row.put(c.words.size());
  row.put(c.all.text);
  row.put(ratio(c.all.prose, static_cast<float>(c.words.size())));
  row.put(ratio(c.mass[c.focus].prose, c.all.prose));
  row.put(static_cast<std::size_t>(c.contents));
}

/// What the block's words share with the rest of the page.
void put_shared(Row& row, const PageFacts& c, std::size_t i) {
  const Shared& shared = c.shared[i];
  row.put(shared.topical);
  row.put(shared.titled);
  row.put(shared.earlier);
  row.put(shared.later);
  row.put(shared.stated);
  row.put(c.words[i].bytes > 8 && starts_alike(c.title, c.words_of(i)));
  row.put(c.words[i].bytes > 20 && c.description.size() > 4 && starts_alike(c.description, c.words_of(i)));
}

/// The part of the focus that the block is in, and the prose above the block.
void put_branch(Row& row, const PageFacts& c, std::size_t i) {
  const auto& nodes = c.layout.nodes;
  std::uint32_t branch = c.layout.blocks[i].node;
  for (std::uint32_t n = branch; n != 0 && n != c.focus; n = nodes[n].parent) branch = n;
  const Mass& mass = c.mass[branch];
  row.put(ratio(mass.prose, c.all.prose));
  row.put(ratio(mass.linked, mass.text));
  row.put(static_cast<std::size_t>(mass.blocks));
  row.put(nodes[branch].hints == 0 ? 0.0F : static_cast<float>(std::bit_width(nodes[branch].hints)));
  row.put(ratio(c.prose_before[i], c.all.prose));
}

/// What is met on the way up from a block.
struct Ascent {
  std::size_t to_focus = kFarAway, to_headline = 0, to_content = kFarAway;  // levels
  std::uint32_t shared = 0;                                                 // the innermost element around the block and the headline
  std::uint32_t content = 0;                                                // the innermost that is named as content
  Likes likes;                                                              // of the element around with most of its like
};

Ascent ascend(const PageFacts& c, std::uint32_t own) {
  Ascent out;
  bool found = false;
  std::size_t depth = 0;
  for (std::uint32_t n = own; n != 0; n = c.layout.nodes[n].parent, ++depth) {
    if (n == c.trusted_focus) out.to_focus = depth;
    if (!found && c.above_headline[n]) found = true, out.shared = n;
    out.to_headline += found ? 0 : 1;
    if (out.content == 0 && is_content(c.layout.nodes[n])) out.content = n, out.to_content = depth;
    if (n != own && c.likes[n].count > out.likes.count) out.likes = c.likes[n];
  }
  if (c.trusted_focus == 0) out.to_focus = depth;
  return out;
}

/// What names, the headline and repeated structure say of where the content is.
void put_trust(Row& row, const PageFacts& c, std::size_t i) {
  const auto& nodes = c.layout.nodes;
  const std::uint32_t own = c.layout.blocks[i].node, parent = nodes[own].parent;
  const Ascent up = ascend(c, own);
  const auto trusted = [&](std::uint32_t n) { return ratio(c.mass[n].trusted, c.all.trusted); };
  row.put(c.trust[own]);
  row.put(up.to_focus);
  row.put(trusted(own));
  row.put(trusted(parent));
  row.put(trusted(nodes[parent].parent));
  row.put(up.to_headline);
  row.put(trusted(up.shared));
  row.put(ratio(c.mass[up.shared].prose, c.all.prose));
  row.put(trusted(up.content));
  row.put(up.to_content);
  row.put(static_cast<std::size_t>(up.likes.count));
  row.put(ratio(up.likes.prose, c.all.prose));
  row.put(trusted(c.trusted_focus));
}

/// How many blocks ago this last stood, or how soon it next does; at most kFar.
class Distances {
 public:
  static constexpr std::size_t kFar = 60;
  template <class Test>
  Distances(std::size_t count, Test test) : since_(count, kFar), until_(count, kFar) {
    for (std::size_t i = 1; i < count; ++i) since_[i] = test(i - 1) ? 1 : std::min(since_[i - 1] + 1, kFar);
    for (std::size_t i = count; i-- > 1;) until_[i - 1] = test(i) ? 1 : std::min(until_[i] + 1, kFar);
  }
  std::size_t since(std::size_t i) const { return since_[i]; }
  std::size_t until(std::size_t i) const { return until_[i]; }

 private:
  std::vector<std::size_t> since_, until_;
};

std::vector<Distances> distances(const PageFacts& c) {
  const auto cue = [&](std::uint32_t cues) { return Distances(c.words.size(), [&c, cues](std::size_t i) { return (c.cues[i] & cues) != 0; }); };
  const auto prose = [&](std::size_t i) { return c.prose(i) > 3; };
  const auto heading = [&](std::size_t i) { return is_heading(c.layout.nodes[c.layout.blocks[i].node].tag); };
  return {cue(kCueComment),         cue(kCueByline | kCueDate | kCueReadTime), cue(kCueShare),
          cue(kCueLegal | kCueBio), Distances(c.words.size(), prose),          Distances(c.words.size(), heading)};
}

}  // namespace

std::vector<Features> features_of(const PageFacts& facts) {
  const std::vector<Distances> far = distances(facts);
  std::vector<Features> out(facts.layout.blocks.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    Row row(out[i]);
    put_words(row, facts, i);
    put_elements(row, facts, i);
    put_surroundings(row, facts, i);
    put_neighbours(row, facts, i);
    put_page(row, facts, i);
    put_shared(row, facts, i);
    put_branch(row, facts, i);
    put_trust(row, facts, i);
    for (const Distances& d : far) {
      row.put(d.since(i));
      row.put(d.until(i));
    }
  }
  return out;
}

}  // namespace hypeline::html
