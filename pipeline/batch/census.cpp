#include "batch/census.h"

#include "batch/feed.h"
#include "batch/process.h"
#include "batch/workers.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <unordered_map>
#include <utility>

namespace hypeline {
namespace {

/// How a page lies on the shelf: this, then its blocks.
struct PageHead {
  std::uint64_t site = 0, blocks = 0;
};

template <class T>
std::string_view as_bytes(const T* values, std::size_t count) {
  return {reinterpret_cast<const char*>(values), count * sizeof(T)};
}

/// Counts of many hashes in little memory: never too small, at times too large, up to 255.
class Sketch {
 public:
  explicit Sketch(std::size_t hashes) : counts_(std::bit_ceil(std::clamp(hashes * 4, std::size_t{1} << 16, std::size_t{1} << 27))) {}
  void add(std::uint64_t hash) {
    std::uint8_t& count = counts_[hash & (counts_.size() - 1)];
    if (count != std::numeric_limits<std::uint8_t>::max()) ++count;
  }
  std::uint8_t count(std::uint64_t hash) const { return counts_[hash & (counts_.size() - 1)]; }

 private:
  std::vector<std::uint8_t> counts_;
};

bool is_of_its_own(const PagePrint& page, const Sketch& sketch) {
  std::size_t own = 0;
  std::size_t all = 0;
  for (const BlockPrint& block : page.blocks) {
    all += block.bytes;
    own += sketch.count(block.hash) == 1 ? block.bytes : 0;
  }
  return own >= kOwnBytes || static_cast<double>(own) >= kOwnShare * static_cast<double>(all);
}

struct Candidate {
  std::uint64_t site = 0;
  std::uint32_t bytes = 0, pages = 0;
};

}  // namespace

void Census::add(const PagePrint& page) {
  const PageHead head{page.site, page.blocks.size()};
  shelf_.put(as_bytes(&head, 1));
  shelf_.put(as_bytes(page.blocks.data(), page.blocks.size()));
  blocks_ += page.blocks.size();
}

template <class Each>
void Census::each_page(Each each) const {
  PageHead head;
  for (std::size_t at = 0; at < shelf_.size();) {
    std::memcpy(&head, shelf_.get(at, sizeof head).data(), sizeof head);
    at += sizeof head;
    PagePrint page{head.site, std::vector<BlockPrint>(head.blocks)};
    const std::string bytes = shelf_.get(at, head.blocks * sizeof(BlockPrint));
    if (!bytes.empty()) std::memcpy(page.blocks.data(), bytes.data(), bytes.size());
    at += bytes.size();
    each(page);
  }
}

RepeatedBlocks Census::repeated() const {
  Sketch sketch(blocks_);
  std::unordered_map<std::uint64_t, std::uint32_t> pages_of_site;
  each_page([&](const PagePrint& page) {
    ++pages_of_site[page.site];
    for (const BlockPrint& block : page.blocks) sketch.add(block.hash);
  });
  std::unordered_map<std::uint64_t, Candidate> candidates;
  each_page([&](const PagePrint& page) {
    if (!is_of_its_own(page, sketch)) return;
    for (const BlockPrint& block : page.blocks) {
      if (sketch.count(block.hash) < kFewestPages) continue;
      Candidate& candidate = candidates[block.hash];
      candidate = {page.site, std::max(candidate.bytes, block.bytes), candidate.pages + 1};
    }
  });
  RepeatedBlocks out;
  for (const auto& [hash, candidate] : candidates) {
    const bool everywhere = candidate.pages * 2 >= pages_of_site[candidate.site];
    if (candidate.pages >= kFewestPages && (candidate.bytes >= kShortBlock || everywhere)) out.add(hash);
  }
  return out;
}

RepeatedBlocks find_repeated(const std::vector<FoundFile>& found, std::size_t most, unsigned jobs, const std::function<bool()>& stopped) {
  const bool many = std::ranges::any_of(found, [](const FoundFile& file) { return container_of_path(file.id) != nullptr; });
  if (found.size() < kFewestPages && !many) return {};
  struct NoState {};
  using Prints = std::vector<PagePrint>;
  Feed feed(found, most);
  Census census;
  OrderedRun<Item, Prints, Prints, NoState> run;
  run.next = [&feed] { return feed.next(); };
  run.make_worker = [] { return NoState(); };
  run.stopped = stopped;
  run.work = [most](NoState&, Item item) {
    Prints prints;
    const std::function<void(const Input&, const Page&)> visit = [&](const Input& input, const Page& page) { prints.push_back(print_of(input, page)); };
    read_item(std::move(item), {most, nullptr, &visit});
    return prints;
  };
  run.finish = [](NoState&, Prints prints) { return prints; };
  run.sink = [&](const Prints& prints) {
    for (const PagePrint& print : prints) census.add(print);
  };
  run.run(jobs);
  return stopped() ? RepeatedBlocks() : census.repeated();
}

}  // namespace hypeline
