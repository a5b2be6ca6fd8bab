#include "ingest/html/read.h"

#include "ingest/articles.h"
#include "ingest/html/block_zones.h"
#include "ingest/html/layout.h"
#include "ingest/plain.h"
#include "ingest/sniff.h"
#include "ingest/spans.h"

#include <algorithm>
#include <utility>

namespace hypeline {
namespace {

/// Walks a text's runs to find where source bytes went. Places must be asked for in order.
class Finder {
 public:
  explicit Finder(const Text& text) : runs_(text.runs()), size_(static_cast<std::uint32_t>(text.view().size())) {}

  /// The first byte of the text that came from source byte `at` or a later one.
  std::uint32_t find(std::uint32_t at) {
    while (next_ < runs_.size() && runs_[next_].source.end <= at && runs_[next_].source.begin < at) ++next_;
    if (next_ == runs_.size()) return size_;
    const Run& run = runs_[next_];
    if (at <= run.source.begin) return run.text_begin;
    if (run.kind == Run::Kind::kept) return run.text_begin + (at - run.source.begin);
    return next_ + 1 < runs_.size() ? runs_[next_ + 1].text_begin : size_;
  }

 private:
  const std::vector<Run>& runs_;
  std::uint32_t size_;
  std::size_t next_ = 0;
};

/// Finds the blocks again after the text was repaired, by the source bytes they came from; those that are gone are left out.
std::vector<Block> moved(const std::vector<Block>& blocks, const Text& before, const Text& after) {
  if (before.view().data() == after.view().data()) return blocks;
  std::vector<Block> out;
  Finder finder(after);
  for (const Block& block : blocks) {
    const Span source = before.to_source(block.span).value_or(Span{});
    const std::uint32_t begin = finder.find(source.begin);
    const Span span = trimmed(after.view(), {begin, std::max(begin, finder.find(source.end))});
    if (!span.empty()) out.push_back({span, block.zone});
  }
  return out;
}

void fill(std::string& field, const std::string& value) {
  if (field.empty()) field = value;
}

void fill_meta(Meta& meta, const html::Head& head, const std::string& title) {
  fill(meta.title, title.empty() ? head.headline : title);
  fill(meta.title, head.title);
  fill(meta.site, head.site);
  fill(meta.byline, head.byline);
  fill(meta.published, head.published);
  fill(meta.url, head.url);
}

}  // namespace

std::vector<Document> read_html(const Input& input) {
  Page page = open_page(input, true);
  if (is_mostly_controls(page.text.view())) return {rejected(input, "binary", "holds control characters where text should be")};
  const html::Layout layout = html::lay_out(page.text);
  const std::vector<Zone> zones = html::find_zones(layout);
  std::vector<Block> blocks;
  std::string title;
  for (std::size_t i = 0; i < zones.size(); ++i) {
    blocks.push_back({layout.blocks[i].span, zones[i]});
    if (zones[i] == Zone::title && title.empty()) title = slice(layout.text.view(), layout.blocks[i].span);
  }
  page.text = layout.text;
  page.zoned = true;
  fill_meta(page.meta, layout.head, title);
  clean(page);
  page.blocks = moved(blocks, layout.text, page.text);
  return to_documents(input, std::move(page));
}

}  // namespace hypeline
