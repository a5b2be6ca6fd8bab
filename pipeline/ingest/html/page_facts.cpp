#include "ingest/html/page_facts.h"

#include "ingest/cues.h"
#include "ingest/html/hints.h"

#include <algorithm>

namespace hypeline::html {
namespace {

constexpr std::uint32_t kAsideHints =
    kHintNav | kHintFooter | kHintSide | kHintComment | kHintRelated | kHintShare | kHintForm | kHintAd | kHintNotice | kHintBio | kHintHidden | kHintTeaser;
constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15u;
constexpr std::uint32_t kTopicWord = 5;  // bytes of a word that tells a topic
constexpr float kKeepsMost = 0.6F;

/// Factors set by hand; the model learns what to make of the product.
float trust_of(const Node& n) {
  if (n.tag == Tag::aside || n.tag == Tag::nav || n.tag == Tag::footer || n.tag == Tag::form || n.tag == Tag::noscript) return 0.1F;
  if ((n.hints & kHintBody) != 0) return 3;
  if ((n.hints & kAsideHints) != 0) return 0.2F;
  return is_content(n) ? 1.5F : 1.0F;
}

float prose_in(const WordStats& w, float linked) {
  if (w.bytes < 25 || linked > 0.5F * w.bytes) return 0;
  return std::min(w.bytes / 100.0F, 6.0F) + w.commas + (w.ends_sentence ? 1.0F : 0.0F);
}

void add(Mass& to, const Mass& from) {
  to.text += from.text;
  to.linked += from.linked;
  to.prose += from.prose;
  to.trusted += from.trusted;
  to.blocks += from.blocks;
}

std::uint64_t make_of(const Node& n) { return static_cast<std::uint64_t>(n.tag) << 32 | n.hints; }

}  // namespace

bool is_content(const Node& n) { return (n.hints & (kHintContent | kHintBody)) != 0 || n.tag == Tag::article || n.tag == Tag::main; }

float ratio(float a, float b) { return b > 0 ? a / b : 0; }

float PageFacts::prose(std::size_t block) const { return prose_in(words[block], linked(block)); }

PageFacts::PageFacts(const Layout& page) : layout(page), above_headline(page.nodes.size(), false) {
  read_words();
  weigh();
  note_likes();
  note_topics();
  note_repeats();
  focus = find_focus(&Mass::prose);
  trusted_focus = find_focus(&Mass::trusted);
  headline = find_headline();
  for (std::uint32_t n = headline < words.size() ? layout.blocks[headline].node : 0; n != 0; n = layout.nodes[n].parent) above_headline[n] = true;
  above_headline[0] = true;
}

void PageFacts::read_words() {
  for (const LaidBlock& block : layout.blocks) {
    const std::string_view text = slice(layout.text.view(), block.span);
    words.push_back(count_words(text));
    cues.push_back(cues_of(text));
    first_word.push_back(hashes.size());
    append_word_hashes(text, hashes);
  }
  first_word.push_back(hashes.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::uint64_t all_words = 0;
    for (const WordHash& word : words_of(i)) all_words = (all_words ^ word.hash) * kPrime;
    same.push_back(all_words);
    ++copies[all_words];
  }
  append_word_hashes(layout.head.headline.empty() ? layout.head.title : layout.head.headline, title);
  append_word_hashes(layout.head.description, description);
  append_word_hashes(layout.head.article_body, stated_words);
}

void PageFacts::weigh() {
  const auto& nodes = layout.nodes;
  mass.resize(nodes.size());
  path.resize(nodes.size());
  trust.assign(nodes.size(), 1);
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    path[i] = (path[nodes[i].parent] ^ make_of(nodes[i])) * kPrime + 1;
    trust[i] = std::clamp(trust[nodes[i].parent] * trust_of(nodes[i]), 1e-4F, 20.0F);
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::uint32_t node = layout.blocks[i].node;
    const Mass own{words[i].bytes, linked(i), prose(i), prose(i) * trust[node], 1};
    prose_before.push_back(all.prose);
    add(mass[node], own);
    add(by_path[path[node]], own);
    add(all, own);
  }
  for (std::size_t i = nodes.size(); i-- > 1;) add(mass[nodes[i].parent], mass[i]);
}

void PageFacts::note_likes() {
  const auto& nodes = layout.nodes;
  std::unordered_map<std::uint64_t, Likes> groups;
  const auto group = [&](std::size_t i) { return (make_of(nodes[i]) * kPrime ^ nodes[i].parent) * kPrime; };
  likes.resize(nodes.size());
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    if (mass[i].blocks < 2 || mass[i].prose <= 0) continue;
    Likes& all_alike = groups[group(i)];
    likes[i].before = all_alike.count++;
    all_alike.prose += mass[i].prose;
    contents += is_content(nodes[i]) ? 1 : 0;
  }
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    if (mass[i].blocks < 2 || mass[i].prose <= 0) continue;
    const Likes& all_alike = groups.at(group(i));
    likes[i] = {all_alike.count, likes[i].before, all_alike.prose};
  }
}

void PageFacts::note_topics() {
  std::unordered_map<std::uint64_t, std::uint32_t> said;
  std::unordered_set<std::uint64_t> titled;
  for (const WordHash& word : title) titled.insert(word.hash);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (prose(i) > 2)
      for (const WordHash& word : words_of(i)) said[word.hash] += word.size >= kTopicWord ? 1 : 0;
  shared.resize(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    float topics = 0, topical = 0, of_title = 0;
    for (const WordHash& word : words_of(i)) {
      if (word.size < kTopicWord) continue;
      const auto found = said.find(word.hash);
      topics += 1;
      topical += found != said.end() && found->second >= 3 ? 1.0F : 0.0F;
      of_title += titled.contains(word.hash) ? 1.0F : 0.0F;
    }
    if (topics > 0) shared[i].topical = topical / topics, shared[i].titled = of_title / topics;
  }
}

/// Rows of five words that stand in several blocks, or in what JSON-LD states.
void PageFacts::note_repeats() {
  struct Where {
    std::uint32_t first, last;
  };
  std::unordered_map<std::uint64_t, Where> rows;
  std::unordered_set<std::uint64_t> stated;
  rows.reserve(hashes.size());
  for (std::size_t at = 0; at + kWordsInARow <= stated_words.size(); ++at) stated.insert(row_hash(std::span(stated_words).subspan(at)));
  const auto each_row = [&](std::size_t i, auto use) {
    const std::span<const WordHash> own = words_of(i);
    for (std::size_t at = 0; at + kWordsInARow <= own.size(); ++at) use(row_hash(own.subspan(at)));
  };
  for (std::uint32_t i = 0; i < words.size(); ++i) each_row(i, [&](std::uint64_t row) { rows.try_emplace(row, Where{i, i}).first->second.last = i; });
  for (std::size_t i = 0; i < words.size(); ++i) {
    float count = 0, earlier = 0, later = 0, said = 0;
    each_row(i, [&](std::uint64_t row) {
      const Where& where = rows.at(row);
      count += 1;
      earlier += where.first < i ? 1.0F : 0.0F;
      later += where.last > i ? 1.0F : 0.0F;
      said += stated.contains(row) ? 1.0F : 0.0F;
    });
    if (count > 0) shared[i].earlier = earlier / count, shared[i].later = later / count;
    if (count > 0 && !stated.empty()) shared[i].stated = said / count;
  }
}

/// From the top down into the child that keeps most of it, as long as one does.
std::uint32_t PageFacts::find_focus(float Mass::* prose_of) const {
  const auto& nodes = layout.nodes;
  std::vector<std::uint32_t> best(nodes.size(), 0);
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    std::uint32_t& b = best[nodes[i].parent];
    if (b == 0 || mass[i].*prose_of > mass[b].*prose_of) b = i;
  }
  std::uint32_t at = 0;
  while (best[at] != 0 && mass[best[at]].*prose_of >= kKeepsMost * mass[at].*prose_of && mass[best[at]].*prose_of > 0) at = best[at];
  return at;
}

/// The first heading that says what the head says, or else the first h1.
std::size_t PageFacts::find_headline() const {
  std::size_t h1 = words.size();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Tag tag = layout.nodes[layout.blocks[i].node].tag;
    if (tag == Tag::h1 && h1 == words.size()) h1 = i;
    if (is_heading(tag) && words[i].bytes > 8 && starts_alike(title, words_of(i))) return i;
  }
  return h1;
}

}  // namespace hypeline::html
