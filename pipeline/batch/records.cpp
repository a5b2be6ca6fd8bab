#include "batch/records.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <utility>

namespace hypeline {
namespace {

constexpr std::size_t kBlock = 1 << 16;
constexpr std::size_t kOverlap = 16;  // bytes that a mark of a record's start fits into

}  // namespace

/// Reads as much again as is there, so that looking at it from its start each time stays linear.
void Records::fill() {
  buffer_.erase(0, std::exchange(at_, 0));
  const std::size_t size = buffer_.size();
  buffer_.resize(size + std::clamp(size, kBlock, most_ + kBlock));
  const auto more = bytes_(std::span(buffer_).subspan(size));
  buffer_.resize(size + more.value_or(0));
  if (!more) {
    rest_ = Rest::lost;
    lost_ = more.error();
  } else if (*more == 0) {
    rest_ = Rest::end;
  }
}

std::optional<Records::Piece> Records::take(Cut cut) {
  const std::string_view record = ahead().substr(0, cut.size - cut.gap);
  at_ += cut.size;
  ++number_;
  if (cut.broken && rest_ == Rest::lost) return {};  // last_words tells
  if (cut.broken) return Piece{{}, number_, Rejection{"corrupt", fmt::format("is no whole {}", container_.holds)}};
  if (!container_.is_input(record)) return {};
  if (record.size() > most_) return Piece{{}, number_, Rejection{"too-large", fmt::format("a record of more than {} bytes; see --max-bytes", most_)}};
  return Piece{std::string(record), number_, {}};
}

std::optional<Records::Piece> Records::pass_over() {
  ++number_;
  const bool counts = container_.is_input(ahead());
  for (;;) {
    const std::size_t next = container_.next_start(ahead());
    const bool ends = rest_ != Rest::more;
    at_ += next != std::string_view::npos ? next : ends ? ahead().size() : ahead().size() - std::min(kOverlap, ahead().size());
    if (ends || next != std::string_view::npos) break;
    fill();
  }
  if (!counts) return {};
  return Piece{{}, number_, Rejection{"too-large", fmt::format("a record of more than {} bytes; see --max-bytes", most_)}};
}

std::optional<Records::Piece> Records::last_words() {
  if (!lost_) return {};
  Piece piece{{}, 0, std::exchange(lost_, {})};
  piece.rejected->message += fmt::format("; {} records before it were whole", number_);
  return piece;
}

std::optional<Records::Piece> Records::next() {
  for (;;) {
    const Cut cut = ahead().empty() ? Cut{} : container_.cut(ahead(), rest_);
    std::optional<Piece> piece;
    if (cut.size != 0)
      piece = take(cut);
    else if (ahead().size() > most_ + kBlock)
      piece = pass_over();
    else if (rest_ != Rest::more)
      return last_words();
    else
      fill();
    if (piece) return piece;
  }
}

}  // namespace hypeline
