#include "ingest/repeated.h"

#include "core/digest.h"
#include "core/span.h"
#include "ingest/titles.h"

#include <algorithm>
#include <limits>

namespace hypeline {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// "example.org" of "https://www.Example.org:80/a".
std::string host_of(std::string_view url) {
  const std::size_t slashes = url.find("://");
  if (slashes == std::string_view::npos) return {};
  url.remove_prefix(slashes + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  url = url.substr(url.rfind('@') + 1);
  std::string host(url.substr(0, url.find(':')));
  std::ranges::transform(host, host.begin(), lower);
  return host.starts_with("www.") ? host.substr(4) : host;
}

/// 0 for a block without words.
std::uint64_t block_hash(std::string_view words, std::uint64_t site) {
  const std::string same = comparable(words, std::numeric_limits<std::size_t>::max());
  return same.empty() ? 0 : hash64(same) ^ (site * 0x9E3779B97F4A7C15u);
}

bool is_text(Zone zone) { return zone == Zone::deck || zone == Zone::body || zone == Zone::list || zone == Zone::quote || zone == Zone::caption; }
bool is_chrome(Zone zone) { return zone == Zone::boilerplate || zone == Zone::form || zone == Zone::related; }

}  // namespace

std::string site_of(const Meta& meta, std::string_view input_id) {
  if (std::string host = host_of(meta.url); !host.empty()) return host;
  const std::size_t slash = input_id.find('/');
  return slash == std::string_view::npos ? std::string() : std::string(input_id.substr(0, slash + 1));
}

PagePrint print_of(const Input& input, const Page& page) {
  PagePrint out{hash64(site_of(page.meta, input.id)), {}};
  for (const Block& block : page.blocks)
    if (const std::uint64_t hash = block_hash(slice(page.text.view(), block.span), out.site); hash != 0) out.blocks.push_back({hash, block.span.size()});
  std::ranges::sort(out.blocks, {}, [](const BlockPrint& b) { return std::pair(b.hash, b.bytes); });
  out.blocks.erase(std::ranges::unique(out.blocks, {}, &BlockPrint::hash).begin(), out.blocks.end());
  return out;
}

void mark_repeated(std::string_view text, std::span<Block> blocks, std::string_view site, const RepeatedBlocks& repeated) {
  if (repeated.size() == 0) return;
  const std::uint64_t site_hash = hash64(site);
  bool above_chrome = false;  // what stands below is none of the article's
  for (std::size_t i = blocks.size(); i-- > 0;) {
    Zone& zone = blocks[i].zone;
    const bool candidate = is_text(zone) || (zone == Zone::heading && above_chrome);
    if (candidate && repeated.contains(block_hash(slice(text, blocks[i].span), site_hash))) zone = Zone::boilerplate;
    above_chrome = is_chrome(zone);
  }
}

}  // namespace hypeline
