#include "ingest/articles.h"

#include "core/digest.h"
#include "core/tsv.h"
#include "ingest/cues.h"
#include "ingest/language.h"
#include "ingest/looks.h"
#include "ingest/quotations.h"
#include "ingest/repeated.h"
#include "ingest/sentences.h"
#include "ingest/split.h"
#include "ingest/titles.h"
#include "ingest/zones.h"

#include <algorithm>
#include <span>
#include <utility>

namespace hypeline {
namespace {

/// Text from the first block to where the next article begins; a page's only article is the whole page.
Span extent(const Page& page, std::size_t first, std::size_t next) {
  const std::uint32_t begin = first == 0 ? 0 : page.blocks[first].span.begin;
  return {begin, next < page.blocks.size() ? page.blocks[next].span.begin : static_cast<std::uint32_t>(page.text.view().size())};
}

/// The source range of all that stands in the source.
Span source_range(const Text& text, std::span<const Block> blocks) {
  std::optional<Span> range;
  for (const Block& block : blocks) {
    const std::optional<Span> from = text.to_source(block.span);
    if (!from) continue;
    if (!range) range = *from;
    range->begin = std::min(range->begin, from->begin);
    range->end = std::max(range->end, from->end);
  }
  return range.value_or(Span{});
}

void add_zones(Document& document, std::span<const Block> blocks) {
  const auto end = static_cast<std::uint32_t>(document.text.view().size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::uint32_t begin = i == 0 ? 0 : blocks[i].span.begin;
    const std::uint32_t stop = i + 1 < blocks.size() ? blocks[i + 1].span.begin : end;
    const bool joins = i > 0 && blocks[i - 1].zone == blocks[i].zone;
    if (joins)
      document.annotations.back().span.end = stop;
    else
      document.annotations.push_back(structure({begin, stop}, "structure.zone"_label, blocks[i].zone));
  }
}

/// As `structure`, made in place: every sentence gets one.
void add(Document& document, Span span, LabelId label, Zone zone) {
  Annotation& added = document.annotations.emplace_back();
  added.span = span;
  added.label = label;
  added.zone = zone;
}

template <class Find>
void add_layer(Document& document, std::span<const Block> blocks, LabelId label, Find find) {
  std::vector<Span> found;
  for (const Block& block : blocks) {
    found = find(document.text.view(), block, std::move(found));
    for (const Span span : found) add(document, span, label, block.zone);
  }
}

std::vector<Span> sentences_of(std::string_view text, const Block& block, std::vector<Span> room) { return split_sentences(text, block.span, std::move(room)); }

std::vector<Span> quotations_of(std::string_view text, const Block& block, std::vector<Span> room) {
  if (block.zone == Zone::quote) return {block.span};
  return find_quotations(text, block.span, std::move(room));
}

void add_structure(Document& document, std::span<const Block> blocks) {
  document.annotations.reserve(4 * blocks.size());  // a zone for some, a paragraph and a sentence or two for each
  add_zones(document, blocks);
  for (const Block& block : blocks) add(document, block.span, "structure.paragraph"_label, block.zone);
  add_layer(document, blocks, "structure.sentence"_label, sentences_of);
  add_layer(document, blocks, "structure.quotation"_label, quotations_of);
}

std::string words_of(const Document& document, std::span<const Block> blocks, Zone zone) {
  const auto found = std::ranges::find(blocks, zone, &Block::zone);
  return found == blocks.end() ? std::string() : std::string(document.words(found->span));
}

/// The name in "By Jane Roe | 3 May 2024".
std::string_view name_in(std::string_view byline) {
  if (byline.starts_with("By ") || byline.starts_with("by ") || byline.starts_with("BY ")) byline.remove_prefix(3);
  return trim(byline.substr(0, byline.find('|')));
}

/// What bylines say, where nothing else has.
void read_bylines(Document& document, std::span<const Block> blocks) {
  for (const Block& block : blocks) {
    if (block.zone != Zone::byline) continue;
    const std::string_view words = document.words(block.span);
    const std::uint32_t cues = cues_of(words);
    if ((cues & kCueByline) != 0 && document.meta.byline.empty()) document.meta.byline = name_in(words);
    if ((cues & kCueDate) != 0 && (cues & kCueByline) == 0 && document.meta.published.empty()) document.meta.published = words;
  }
}

void fill_meta(Document& document, std::span<const Block> blocks) {
  read_bylines(document, blocks);
  if (document.meta.title.empty()) document.meta.title = words_of(document, blocks, Zone::title);
  const Language language = detect_language(main_text(document.text.view(), blocks));
  document.meta.language = language.code;
  if (language.foreign) document.rejected = Rejection{"not-english", "is written in another language (" + language.code + ")"};
}

Source source_of(const Input& input, const Page& page) { return {input.path, sha256_hex(input.bytes), {}, page.charset, page.charset_from, page.repairs}; }

/// One article of the page: the blocks [first, next).
Document to_document(const Input& input, const Page& page, std::span<const BlockLook> looks, const Source& source, std::size_t first, std::size_t next) {
  const Span span = extent(page, first, next);
  std::vector<Block> blocks(page.blocks.begin() + static_cast<std::ptrdiff_t>(first), page.blocks.begin() + static_cast<std::ptrdiff_t>(next));
  for (Block& block : blocks) block.span = {block.span.begin - span.begin, block.span.end - span.begin};
  Document document;
  document.source = source;
  document.meta = page.meta;
  if (first != 0) document.meta.title = document.meta.byline = {};
  document.text = page.text.part(span);
  if (!page.zoned) guess_zones(document.text.view(), blocks, looks_within(looks, first, next), document.meta.title);
  if (input.how.repeated != nullptr) mark_repeated(document.text.view(), blocks, site_of(page.meta, input.id), *input.how.repeated);
  document.source.bytes = source_range(document.text, blocks);
  std::ranges::copy_if(page.damage, std::back_inserter(document.damage), [&](Span s) { return s.overlaps(document.source.bytes); });
  fill_meta(document, blocks);
  add_structure(document, blocks);
  return document;
}

}  // namespace

std::vector<Document> to_documents(const Input& input, Page page) {
  if (page.blocks.empty()) return {rejected(input, "empty", "holds no text")};
  if (input.how.visit != nullptr) {
    (*input.how.visit)(input, page);
    return {};
  }
  if (!page.zoned) insert_title(page);
  const Source source = source_of(input, page);
  const std::vector<BlockLook> looks = page.zoned ? std::vector<BlockLook>() : look_at(page.text.view(), page.blocks);
  std::vector<std::size_t> starts = find_article_starts(page, looks);
  starts.push_back(page.blocks.size());
  std::vector<Document> out;
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    out.push_back(to_document(input, page, looks, source, starts[i], starts[i + 1]));
    out.back().input = input.id;
    out.back().id = starts.size() == 2 ? input.id : input.id + "#" + std::to_string(i + 1);
  }
  return out;
}

Document rejected(const Input& input, std::string reason, std::string message) {
  Document document;
  document.id = document.input = input.id;
  document.source.path = input.path;
  document.source.sha256 = sha256_hex(input.bytes);
  document.source.bytes = make_span(0, input.bytes.size());
  document.meta = input.meta;
  document.rejected = Rejection{std::move(reason), std::move(message)};
  return document;
}

}  // namespace hypeline
