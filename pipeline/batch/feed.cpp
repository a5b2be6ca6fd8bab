#include "batch/feed.h"

#include "batch/source.h"

#include <fmt/format.h>

namespace hypeline {

std::optional<Rejection> Feed::open(Pull bytes, const Container& usual) {
  auto unpacked = unpack_file(std::move(bytes));
  if (!unpacked) return unpacked.error();
  const auto head = peek(*unpacked);
  if (!head) return head.error();
  const Container* told = container_of_bytes(*head);
  records_.emplace(std::move(*unpacked), told == nullptr ? usual : *told, most_);
  given_ = 0;
  return {};
}

Feed::Feed(Fd records, std::size_t most) : most_(most) {
  if (const auto fault = open(pull_from(std::move(records)), containers().front())) throw IoError("cannot read records: " + fault->message);
}

std::optional<Item> Feed::next_record() {
  Item item{file_.id, file_.path, std::string(records_->container().format), {}, {}};
  auto piece = records_->next();
  if (!piece) {
    item.rejected = Rejection{"empty", fmt::format("holds no {}", records_->container().holds)};
    records_.reset();
    return given_ == 0 && !file_.path.empty() ? std::optional(item) : std::nullopt;
  }
  ++given_;
  if (piece->number == 0)
    item.id = file_.id.empty() ? "-" : file_.id;
  else
    item.id = file_.id.empty() ? fmt::format("{}", piece->number) : fmt::format("{}:{}", file_.id, piece->number);
  item.rejected = std::move(piece->rejected);
  if (!item.rejected) item.bytes = std::move(piece->bytes);
  return item;
}

std::optional<Item> Feed::next() {
  for (;;) {
    if (records_) {
      if (auto item = next_record()) return item;
    }
    if (at_ == found_.size()) return {};
    file_ = found_[at_++];
    const Container* container = container_of_path(file_.id);
    if (file_.rejected || container == nullptr) return Item{file_.id, file_.path, {}, {}, file_.rejected};
    auto bytes = open_input(file_.path);
    const auto fault = bytes ? open(std::move(*bytes), *container) : std::optional(bytes.error());
    if (fault) return Item{file_.id, file_.path, {}, {}, fault};
  }
}

}  // namespace hypeline
