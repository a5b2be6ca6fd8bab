#include "ingest/titles.h"

#include "core/tsv.h"
#include "core/unicode.h"
#include "ingest/cues.h"
#include "ingest/normalise.h"

#include <algorithm>

namespace hypeline {
namespace {

constexpr std::size_t kLooksAt = 4;       // blocks in which a record's title may stand
constexpr std::size_t kMainText = 40000;  // bytes

std::string one_line(std::string_view words) {
  const Normalised normal = normalise(Text::raw(std::string(trim(words))));
  std::string out(normal.text.view());
  std::ranges::replace(out, '\n', ' ');
  return out;
}

bool stands_in(std::string_view title, const Page& page) {
  const std::string wanted = comparable(title);
  for (std::size_t i = 0; i < std::min(page.blocks.size(), kLooksAt); ++i)
    if (comparable(slice(page.text.view(), page.blocks[i].span)).starts_with(wanted)) return true;
  return false;
}

}  // namespace

std::string comparable(std::string_view words, std::size_t limit) {
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < words.size() && out.size() < limit;) {
    const CodePoint c = decode_at(words, at);
    at += c.size;
    if (!is_word(c.value)) {
      gap = gap || (c.value != '\'' && c.value != U'\u2019');  // don't, don’t and dont are one word
      continue;
    }
    if (gap && !out.empty()) out += ' ';
    gap = false;
    if (c.value < 0x80)
      out += static_cast<char>(fold(c.value));
    else
      append_utf8(out, fold(c.value));
  }
  return out;
}

bool reads_as_title(std::string_view block, std::uint32_t cues) {
  if (block.size() < 3 || block.size() > 220 || (cues & ~(kCueCaption | kCueAd | kCueToc)) != 0) return false;
  if (comparable(block, 3).size() < 3) return false;
  const char last = block.back();
  if (last == '.' || last == ',' || last == ';' || last == ':') return false;
  return !is_letter(decode_at(block, 0).value) || is_upper(decode_at(block, 0).value);
}

void insert_title(Page& page) {
  const std::string title = one_line(page.meta.title);
  if (comparable(title).empty() || stands_in(title, page)) return;
  TextBuilder builder(page.text);
  builder.insert(title + "\n\n");
  const auto shift = builder.size();
  builder.keep(make_span(0, page.text.view().size()));
  page.text = std::move(builder).finish();
  for (Block& block : page.blocks) block.span = block.span.shifted(shift);
  page.blocks.insert(page.blocks.begin(), Block{make_span(0, title.size()), Zone::title});
}

std::string main_text(std::string_view text, std::span<const Block> blocks) {
  std::string out;
  out.reserve(std::min(text.size() + blocks.size(), 2 * kMainText));
  for (const bool all : {false, true}) {
    for (const Block& block : blocks)
      if (out.size() < kMainText && (all || is_scored(block.zone))) (out += slice(text, block.span).substr(0, kMainText)) += '\n';
    if (!out.empty()) break;
  }
  return out;
}

}  // namespace hypeline
