#include "ingest/html/features.h"

#include "core/digest.h"
#include "ingest/cues.h"
#include "ingest/html/hints.h"
#include "ingest/html/words.h"
#include "ingest/titles.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

namespace hypeline::html {
namespace {

/// Text below an element.
struct Mass {
  float text = 0, linked = 0, prose = 0;
  std::uint32_t blocks = 0;
};

float ratio(float a, float b) { return b > 0 ? a / b : 0; }

/// A page with what is counted once for all its blocks.
struct Counted {
  const Layout& layout;
  std::vector<WordStats> words;     // of each block
  std::vector<std::uint32_t> cues;  // of each block
  std::vector<Mass> mass;           // of each node
  std::vector<std::uint64_t> path;  // of each node: hash of the tags and hints from the top
  std::unordered_map<std::uint64_t, Mass> by_path;
  std::unordered_map<std::uint64_t, std::uint32_t> copies;  // of each block's words
  std::vector<float> prose_before;                          // of each block: the prose above it
  std::vector<float> topical;                               // of each block: share of its words that other blocks repeat
  std::vector<float> title_words;                           // of each block: share of its words that stand in the title
  Mass all;
  std::uint32_t focus = 0;   // the element that holds the prose
  std::size_t headline = 0;  // block of the title; blocks.size() where there is none
  std::string title, description;
  std::unordered_set<std::uint64_t> body;  // every five words in a row of the article body that JSON-LD gives
};

/// Prose counts: long unlinked text with commas, after Readability.
float prose_of(const WordStats& w, float linked) {
  if (w.bytes < 25 || linked > 0.5F * w.bytes) return 0;
  return std::min(w.bytes / 100.0F, 6.0F) + w.commas + (w.ends_sentence ? 1.0F : 0.0F);
}

void add(Mass& mass, const WordStats& w, float linked) {
  mass.text += w.bytes;
  mass.linked += linked;
  mass.prose += prose_of(w, linked);
  ++mass.blocks;
}

void add(Mass& to, const Mass& from) {
  to.text += from.text;
  to.linked += from.linked;
  to.prose += from.prose;
  to.blocks += from.blocks;
}

void weigh(Counted& c) {
  const auto& nodes = c.layout.nodes;
  c.mass.resize(nodes.size());
  c.path.resize(nodes.size());
  for (std::size_t i = 1; i < nodes.size(); ++i)
    c.path[i] = (c.path[nodes[i].parent] ^ (static_cast<std::uint64_t>(nodes[i].tag) << 32 | nodes[i].hints)) * 0x9E3779B97F4A7C15u + 1;
  for (std::size_t b = 0; b < c.words.size(); ++b) {
    const LaidBlock& block = c.layout.blocks[b];
    const auto linked = static_cast<float>(block.linked);
    add(c.mass[block.node], c.words[b], linked);
    add(c.by_path[c.path[block.node]], c.words[b], linked);
    add(c.all, c.words[b], linked);
  }
  for (std::size_t i = nodes.size(); i-- > 1;) add(c.mass[nodes[i].parent], c.mass[i]);
}

/// Calls `use` with the hash of each longer word of the text.
template <class Use>
void each_topic_word(std::string_view text, Use use) {
  const std::string words = comparable(text, 4000);
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    if (end - begin >= 5) use(hash64(std::string_view(words).substr(begin, end - begin)));
    begin = end + 1;
  }
}

/// How much each block speaks of what the page's prose and its title speak of.
void note_topics(Counted& c) {
  const std::string_view view = c.layout.text.view();
  std::unordered_map<std::uint64_t, float> weight;
  std::unordered_set<std::uint64_t> title;
  each_topic_word(c.title, [&](std::uint64_t word) { title.insert(word); });
  for (std::size_t i = 0; i < c.words.size(); ++i)
    if (prose_of(c.words[i], static_cast<float>(c.layout.blocks[i].linked)) > 2)
      each_topic_word(slice(view, c.layout.blocks[i].span), [&](std::uint64_t word) { weight[word] += 1; });
  float before = 0;
  for (std::size_t i = 0; i < c.words.size(); ++i) {
    float all = 0, repeated = 0, titled = 0;
    each_topic_word(slice(view, c.layout.blocks[i].span), [&](std::uint64_t word) {
      const auto found = weight.find(word);
      all += 1;
      repeated += found != weight.end() && found->second >= 3 ? 1.0F : 0.0F;
      titled += title.contains(word) ? 1.0F : 0.0F;
    });
    c.topical.push_back(all > 0 ? repeated / all : -1);
    c.title_words.push_back(all > 0 ? titled / all : -1);
    c.prose_before.push_back(before);
    before += prose_of(c.words[i], static_cast<float>(c.layout.blocks[i].linked));
  }
}

/// From the top down into the child that keeps most of the prose, as long as one does.
std::uint32_t find_focus(const Counted& c) {
  const auto& nodes = c.layout.nodes;
  std::vector<std::uint32_t> best(nodes.size(), 0);
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    std::uint32_t& b = best[nodes[i].parent];
    if (b == 0 || c.mass[i].prose > c.mass[b].prose) b = i;
  }
  std::uint32_t at = 0;
  while (best[at] != 0 && c.mass[best[at]].prose >= 0.6F * c.mass[at].prose && c.mass[best[at]].prose > 0) at = best[at];
  return at;
}

/// The first heading that says what the head says, or else the first h1.
std::size_t find_headline(const Counted& c) {
  const auto& blocks = c.layout.blocks;
  std::size_t h1 = blocks.size();
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Tag tag = c.layout.nodes[blocks[i].node].tag;
    if (tag == Tag::h1 && h1 == blocks.size()) h1 = i;
    if (!is_heading(tag) || c.title.empty()) continue;
    const std::string words = comparable(slice(c.layout.text.view(), blocks[i].span), 200);
    if (words.size() > 8 && (c.title.starts_with(words) || words.starts_with(c.title))) return i;
  }
  return h1;
}

constexpr int kWordsInARow = 5;

/// The words as they are compared, and of each the end: the hashes of every five in a row.
std::vector<std::uint64_t> fives(std::string_view text, std::size_t limit) {
  const std::string words = comparable(text, limit);
  std::vector<std::size_t> begins{0};
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i] == ' ') begins.push_back(i + 1);
  begins.push_back(words.size() + 1);
  std::vector<std::uint64_t> out;
  for (std::size_t i = 0; i + kWordsInARow < begins.size(); ++i)
    out.push_back(hash64(std::string_view(words).substr(begins[i], begins[i + kWordsInARow] - 1 - begins[i])));
  return out;
}

Counted count(const Layout& layout) {
  Counted c{layout, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, 0, 0, {}, {}, {}};
  for (const LaidBlock& block : layout.blocks) {
    const std::string_view text = slice(layout.text.view(), block.span);
    c.words.push_back(count_words(text));
    c.cues.push_back(cues_of(text));
    ++c.copies[hash64(text)];
  }
  c.title = comparable(layout.head.headline.empty() ? layout.head.title : layout.head.headline);
  c.description = comparable(layout.head.description);
  for (const std::uint64_t five : fives(layout.head.article_body, 1u << 20)) c.body.insert(five);
  weigh(c);
  note_topics(c);
  c.focus = find_focus(c);
  c.headline = find_headline(c);
  return c;
}

/// Writes features one after the other.
class Row {
 public:
  explicit Row(Features& out) : out_(out) {}
  void put(float value) { out_.at(at_++) = value; }
  void put(bool value) { put(value ? 1.0F : 0.0F); }
  void put(std::size_t value) { put(static_cast<float>(value)); }
  std::size_t size() const { return at_; }

 private:
  Features& out_;
  std::size_t at_ = 0;
};

float linked_share(const Counted& c, std::size_t i) { return ratio(static_cast<float>(c.layout.blocks[i].linked), c.words[i].bytes); }

void put_words(Row& row, const Counted& c, std::size_t i) {
  const WordStats& w = c.words[i];
  const LaidBlock& block = c.layout.blocks[i];
  row.put(w.words);
  row.put(linked_share(c, i));
  row.put(w.ends_sentence);
  row.put(w.ends_colon);
  row.put(ratio(w.commas, w.words));
  row.put(ratio(w.stop_words, w.words));
  row.put(ratio(w.capitals, w.words));
  row.put(ratio(w.digits, w.bytes));
  row.put(w.stops);
  row.put(w.starts_upper);
  row.put(ratio(w.bytes, w.words));
  row.put(ratio(static_cast<float>(block.emphasised), w.bytes));
  const std::uint64_t hash = hash64(slice(c.layout.text.view(), block.span));
  row.put(static_cast<std::size_t>(c.copies.at(hash)));
}

constexpr std::array kWithin = {Tag::article, Tag::main, Tag::aside, Tag::nav,     Tag::header, Tag::footer,   Tag::form,    Tag::figure,
                                Tag::table,   Tag::li,   Tag::dl,    Tag::section, Tag::button, Tag::noscript, Tag::details, Tag::blockquote};

/// The elements around the block: how near each kind is, their hints (3: own, 2: near, 1: far), how much text they hold.
void put_elements(Row& row, const Counted& c, std::size_t i) {
  const auto& nodes = c.layout.nodes;
  const LaidBlock& block = c.layout.blocks[i];
  std::array<float, kWithin.size()> within{};
  std::array<float, kHintCount> hints{};
  const auto note = [&](std::uint32_t bits, float value) {
    for (; bits != 0; bits &= bits - 1) hints[std::countr_zero(bits)] = std::max(hints[std::countr_zero(bits)], value);
  };
  note(block.hints, 3);
  std::size_t depth = 0;
  bool in_focus = c.focus == 0;
  std::size_t to_focus = 0;
  for (std::uint32_t n = block.node; n != 0; n = nodes[n].parent, ++depth) {
    note(nodes[n].hints, depth == 0 ? 3 : depth <= 2 ? 2 : 1);
    for (std::size_t k = 0; k < kWithin.size(); ++k)
      if (nodes[n].tag == kWithin[k] && within[k] == 0) within[k] = 1.0F / static_cast<float>(depth + 1);
    in_focus = in_focus || n == c.focus;
    to_focus += !in_focus;
  }
  const Tag tag = nodes[block.node].tag;
  row.put(tag == Tag::p);
  row.put(tag == Tag::li);
  row.put(is_heading(tag) ? static_cast<float>(tag) - static_cast<float>(Tag::h1) + 1 : 0.0F);
  row.put(tag == Tag::td || tag == Tag::th);
  row.put(tag == Tag::div || tag == Tag::section || tag == Tag::article);
  row.put(tag == Tag::figcaption);
  for (const float w : within) row.put(w);
  for (const float h : hints) row.put(h);
  row.put(depth);
  row.put(in_focus);
  row.put(in_focus ? to_focus : 50);
}

/// How much text, links and prose the elements around the block hold, from the inside out, and the blocks of the same make.
void put_surroundings(Row& row, const Counted& c, std::size_t i) {
  const auto& nodes = c.layout.nodes;
  std::uint32_t n = c.layout.blocks[i].node;
  for (int level = 0; level < 5; ++level) {
    row.put(ratio(c.mass[n].linked, c.mass[n].text));
    row.put(ratio(c.mass[n].prose, c.all.prose));
    row.put(ratio(c.mass[n].prose, static_cast<float>(c.mass[n].blocks)));
    n = nodes[n].parent;
  }
  const Mass& like = c.by_path.at(c.path[c.layout.blocks[i].node]);
  row.put(ratio(like.prose, c.all.prose));
  row.put(ratio(like.linked, like.text));
  row.put(ratio(like.prose, static_cast<float>(like.blocks)));
  row.put(static_cast<std::size_t>(like.blocks));
}

constexpr float kNoNeighbour = -1;

void put_neighbours(Row& row, const Counted& c, std::size_t i) {
  for (const int by : {-2, -1, 1, 2}) {
    const auto j = static_cast<std::ptrdiff_t>(i) + by;
    const bool there = j >= 0 && j < static_cast<std::ptrdiff_t>(c.words.size());
    const auto k = static_cast<std::size_t>(there ? j : 0);
    row.put(there ? c.words[k].words : kNoNeighbour);
    row.put(there ? linked_share(c, k) : kNoNeighbour);
    row.put(there ? prose_of(c.words[k], static_cast<float>(c.layout.blocks[k].linked)) : kNoNeighbour);
    row.put(there && c.layout.blocks[k].node == c.layout.blocks[i].node                                                 ? 2.0F
            : there && c.layout.nodes[c.layout.blocks[k].node].parent == c.layout.nodes[c.layout.blocks[i].node].parent ? 1.0F
                                                                                                                        : 0.0F);
  }
}

void put_page(Row& row, const Counted& c, std::size_t i) {
  const std::string_view text = slice(c.layout.text.view(), c.layout.blocks[i].span);
  const std::string words = comparable(text, 160);
  const std::vector<std::uint64_t> first = fives(text.substr(0, 160), 160);
  row.put(c.body.empty() || first.empty() ? 0.0F : c.body.contains(first[0]) ? 2.0F : 1.0F);
  row.put(!c.title.empty() && words.size() > 8 && (c.title.starts_with(words) || words.starts_with(c.title)));
  row.put(c.description.size() > 20 && words.size() > 20 && (c.description.starts_with(words) || words.starts_with(c.description)));
  const float place = static_cast<float>(i) - static_cast<float>(c.headline);
  row.put(c.headline == c.words.size() ? -1000.0F : std::clamp(place, -500.0F, 500.0F));
  row.put(ratio(static_cast<float>(c.layout.blocks[i].span.begin), static_cast<float>(c.layout.text.view().size())));
  row.put(c.words.size());
  row.put(c.all.text);
  row.put(ratio(c.all.prose, static_cast<float>(c.words.size())));
  row.put(ratio(c.mass[c.focus].prose, c.all.prose));
}

/// The part of the focus that the block is in, and where the block stands between the page's prose.
void put_branch(Row& row, const Counted& c, std::size_t i) {
  const auto& nodes = c.layout.nodes;
  std::uint32_t branch = c.layout.blocks[i].node;
  std::uint32_t n = branch;
  for (; n != 0 && n != c.focus; n = nodes[n].parent) branch = n;
  const Mass& mass = c.mass[branch];
  row.put(ratio(mass.prose, c.all.prose));
  row.put(ratio(mass.linked, mass.text));
  row.put(static_cast<std::size_t>(mass.blocks));
  row.put(nodes[branch].hints == 0 ? 0.0F : static_cast<float>(std::bit_width(nodes[branch].hints)));
  row.put(ratio(c.prose_before[i], c.all.prose));
  row.put(c.topical[i]);
  row.put(c.title_words[i]);
  row.put(c.words[i].bytes);
  row.put(c.words[i].ends_ellipsis);
  row.put(ratio(static_cast<float>(c.layout.blocks[i].linked), 1.0F));
}

/// How many blocks ago each of these last stood, or how soon the next does; at most kFar.
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

std::vector<Distances> distances(const Counted& c) {
  const auto cue = [&](std::uint32_t cues) { return Distances(c.words.size(), [&c, cues](std::size_t i) { return (c.cues[i] & cues) != 0; }); };
  const auto prose = [&](std::size_t i) { return prose_of(c.words[i], static_cast<float>(c.layout.blocks[i].linked)) > 3; };
  const auto heading = [&](std::size_t i) { return is_heading(c.layout.nodes[c.layout.blocks[i].node].tag); };
  return {cue(kCueRelated | kCueTeaser),
          cue(kCueForm),
          cue(kCueComment),
          cue(kCueByline | kCueDate | kCueReadTime),
          cue(kCueShare),
          cue(kCueLegal | kCueBio),
          Distances(c.words.size(), prose),
          Distances(c.words.size(), heading)};
}

/// Cues by groups, so that rare ones share what is learned.
void put_cues(Row& row, std::uint32_t cues) {
  for (const std::uint32_t group :
       {kCueShare | kCueReadTime, std::uint32_t{kCueForm}, std::uint32_t{kCueRelated}, std::uint32_t{kCueTeaser}, kCueByline | kCueBio, std::uint32_t{kCueDate},
        kCueSource | kCueReferences, kCueLegal | kCueComment | kCueAd, std::uint32_t{kCueCaption}, kCueNav | kCueTags | kCueToc, std::uint32_t{kCueList}})
    row.put((cues & group) != 0);
}

}  // namespace

std::vector<Features> features_of(const Layout& layout) {
  const Counted counted = count(layout);
  const std::vector<Distances> far = distances(counted);
  std::vector<Features> out(layout.blocks.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    Row row(out[i]);
    put_words(row, counted, i);
    put_elements(row, counted, i);
    put_surroundings(row, counted, i);
    put_neighbours(row, counted, i);
    put_page(row, counted, i);
    put_cues(row, counted.cues[i]);
    put_branch(row, counted, i);
    for (const Distances& d : far) {
      row.put(d.since(i));
      row.put(d.until(i));
    }
  }
  return out;
}

}  // namespace hypeline::html
