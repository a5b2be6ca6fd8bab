#include "batch/feed.h"

#include "core/tsv.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace hypeline {
namespace {

constexpr std::size_t kBlock = 1 << 16;

bool is_lines(std::string_view path) { return path.ends_with(".jsonl") || path.ends_with(".ndjson"); }

}  // namespace

bool Lines::fill() {
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t size = buffer_.size();
  buffer_.resize(size + kBlock);
  ssize_t n = -1;
  do n = ::read(fd_.get(), buffer_.data() + size, kBlock);
  while (n < 0 && errno == EINTR);
  if (n < 0) throw IoError("cannot read records: " + errno_text(errno));
  buffer_.resize(size + static_cast<std::size_t>(n));
  return n > 0;
}

std::optional<Lines::Line> Lines::next() {
  Line line{{}, ++number_, false};
  std::size_t searched = 0;
  for (;;) {
    const std::size_t end = buffer_.find('\n', at_ + searched);
    const std::size_t have = std::min(end, buffer_.size()) - at_;
    if (have > most_) line.too_long = true;
    if (end != std::string::npos) {
      if (!line.too_long) line.text.assign(buffer_, at_, have);
      at_ = end + 1;
      return line;
    }
    if (line.too_long) at_ = buffer_.size();
    searched = buffer_.size() - at_;
    if (fill()) continue;
    if (searched == 0 && !line.too_long) return {};
    line.text.assign(buffer_, at_);
    at_ = buffer_.size();
    return line;
  }
}

Feed::Feed(Fd records, std::string id, std::size_t most) : most_(most), lines_id_(std::move(id)) { lines_.emplace(std::move(records), most); }

std::optional<Item> Feed::next_line() {
  while (auto line = lines_->next()) {
    if (trim(line->text).empty() && !line->too_long) continue;
    Item item{lines_id_.empty() ? fmt::format("{}", line->number) : fmt::format("{}:{}", lines_id_, line->number), lines_path_, "jsonl", {}, {}};
    if (line->too_long)
      item.rejected = Rejection{"too-large", fmt::format("a record of more than {} bytes; see --max-bytes", most_)};
    else
      item.bytes = std::move(line->text);
    return item;
  }
  lines_.reset();
  return {};
}

bool Feed::open_lines(const FoundFile& file) {
  Fd fd = open_path(file.path, O_RDONLY);
  struct stat info{};
  if (!fd || ::fstat(fd.get(), &info) != 0 || !S_ISREG(info.st_mode) || info.st_size == 0) return false;
  lines_.emplace(std::move(fd), most_);
  lines_id_ = file.id;
  lines_path_ = file.path;
  return true;
}

std::optional<Item> Feed::next() {
  for (;;) {
    if (lines_) {
      if (auto item = next_line()) return item;
    }
    if (at_ == found_.size()) return {};
    const FoundFile& file = found_[at_++];
    if (!file.rejected && is_lines(file.id) && open_lines(file)) continue;
    return Item{file.id, file.path, {}, {}, file.rejected};
  }
}

}  // namespace hypeline
