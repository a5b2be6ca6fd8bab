#include "batch/lines.h"

#include <unistd.h>

#include <cerrno>

namespace hypeline {

bool RunLines::fill() {
  constexpr std::size_t kBlock = 1 << 16;
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t size = buffer_.size();
  buffer_.resize(size + kBlock);
  ssize_t n = -1;
  do n = ::read(file_.get(), buffer_.data() + size, kBlock);
  while (n < 0 && errno == EINTR);
  if (n < 0) throw IoError("cannot read a run folder: " + errno_text(errno));
  buffer_.resize(size + static_cast<std::size_t>(n));
  return n > 0;
}

std::optional<std::string> RunLines::next() {
  for (std::size_t searched = 0;;) {
    const std::size_t end = buffer_.find('\n', at_ + searched);
    if (end == std::string::npos) {
      searched = buffer_.size() - at_;
      if (fill()) continue;
      if (searched == 0) return {};
    }
    std::string line = buffer_.substr(at_, end == std::string::npos ? end : end - at_);
    at_ = end == std::string::npos ? buffer_.size() : end + 1;
    return line;
  }
}

}  // namespace hypeline
