#include "render/html/reading.h"

#include "render/findings.h"

#include <algorithm>

namespace hypeline::html {
namespace {

constexpr std::string_view kBlank = " \t\n\r\f\v", kNoBreak = "\u00A0";

/// Where a block may begin: at zones and paragraphs.
std::vector<std::uint32_t> cuts(const Document& document) {
  std::vector<std::uint32_t> out = {0};
  for (const Annotation& a : document.annotations)
    if (a.label == "structure.zone"_label || a.label == "structure.paragraph"_label) out.push_back(a.span.begin);
  out.push_back(static_cast<std::uint32_t>(document.text.view().size()));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Span trimmed(std::string_view text, Span span) {
  const std::string_view words = slice(text, span);
  std::size_t end = words.size();
  while (end > 0)
    if (kBlank.find(words[end - 1]) != std::string_view::npos)
      --end;
    else if (words.substr(0, end).ends_with(kNoBreak))
      end -= kNoBreak.size();
    else
      break;
  if (end == 0) return {span.end, span.end};
  return make_span(span.begin + words.find_first_not_of("\r\n"), span.begin + end);
}

/// The zone of each block in one walk over the zones.
void set_zones(std::vector<Block>& blocks, const Document& document) {
  const std::vector<ZoneSpan> zones = merged_zones(document);
  auto zone = zones.begin();
  for (Block& block : blocks) {
    while (zone != zones.end() && zone->span.end <= block.words.begin) ++zone;
    if (zone != zones.end() && zone->span.begin <= block.words.begin) block.zone = zone->zone;
  }
}

/// White space with no words joins the block before it (at the top: the block after it).
std::vector<Block> blocks_of(const Document& document) {
  const std::string_view text = document.text.view();
  std::vector<Block> out;
  const std::vector<std::uint32_t> at = cuts(document);
  for (std::size_t i = 0; i + 1 < at.size(); ++i) {
    Span span{at[i], at[i + 1]};
    const bool blank = slice(text, span).find_first_not_of(kBlank) == std::string_view::npos;
    const bool join = !out.empty() && (blank || out.back().words.empty());
    if (join) span.begin = out.back().span.begin, out.pop_back();
    out.push_back({span, trimmed(text, span), Zone::body});
  }
  if (out.empty()) out.push_back({});
  set_zones(out, document);
  return out;
}

std::size_t block_at(const std::vector<Block>& blocks, std::uint32_t at) {
  const auto after = std::upper_bound(blocks.begin(), blocks.end(), at, [](std::uint32_t x, const Block& b) { return x < b.span.begin; });
  return after == blocks.begin() ? 0 : static_cast<std::size_t>(after - blocks.begin()) - 1;
}

}  // namespace

const Label& Reading::label(std::uint32_t annotation) const { return *finding_label(document.annotations[annotation], context); }

Reading read(const Article& article, const Context& context) {
  Reading r{article.document,         *article.assessment, context, findings(article.document, context), {}, blocks_of(article.document), {},
            families(*context.labels)};
  r.number.resize(r.document.annotations.size());
  for (std::uint32_t n = 0; n < r.order.size(); ++n) {
    r.number[r.order[n]] = n + 1;
    r.block_of.push_back(block_at(r.blocks, r.document.annotations[r.order[n]].span.begin));
  }
  return r;
}

std::string family_class(const Label& label, const Reading& reading) { return fmt::format("f{}", family_index(label, reading.families)); }

Html note_links(const Evidence& evidence, const Reading& reading) {
  Html out;
  const Evidence known = shown(evidence, reading.document, reading.context);
  for (std::size_t i = 0; i < known.size(); ++i) {
    const std::string_view before = i == 0 ? (known.size() == 1 ? "note " : "notes ") : i + 1 == known.size() ? " and " : ", ";
    out += markup(R"({0}<a href="#n{1}">{1}</a>)", before, reading.number[known[i]]);
  }
  return out;
}

}  // namespace hypeline::html
