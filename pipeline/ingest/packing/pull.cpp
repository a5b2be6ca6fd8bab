#include "ingest/packing/pull.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace hypeline {
namespace {

constexpr std::size_t kBlock = 1 << 16;

/// A pull that unpacks another.
class Unpacking {
 public:
  Unpacking(Pull packed, const packing::Coding& coding) : packed_(std::move(packed)), coding_(coding), engine_(coding.open()), block_(kBlock, '\0') {}

  std::expected<std::size_t, Rejection> operator()(std::span<char> to) {
    std::span<char> room = to;
    while (room.size() == to.size()) {
      if (fault_) return std::unexpected(*fault_);
      if (in_.empty() && hungry_) {
        const auto more = refill();
        if (!more) return std::unexpected(more.error());
        if (!*more) return 0;
      }
      fault_ = step(room);  // told once what came before it is handed out
    }
    return to.size() - room.size();
  }

 private:
  /// False at the end, which is right only between two pieces.
  std::expected<bool, Rejection> refill() {
    const auto size = packed_(block_);
    if (!size) return std::unexpected(size.error());
    in_ = std::string_view(block_).substr(0, *size);
    if (*size == 0 && !between_) return std::unexpected(Rejection{"corrupt", "its " + std::string(coding_.name) + " packing is cut short"});
    return *size != 0;
  }

  std::optional<Rejection> step(std::span<char>& room) {
    if (between_) in_.remove_prefix(std::min(in_.find_first_not_of('\0'), in_.size()));
    if (between_ && in_.empty()) return {};
    const std::size_t had = in_.size();
    const std::size_t free = room.size();
    const packing::Step result = engine_.step(engine_.state.get(), in_, room);
    const bool stands = had == in_.size() && free == room.size() && had != 0;  // bytes behind the end
    if (result == packing::Step::broken || stands) return Rejection{"corrupt", "its " + std::string(coding_.name) + " packing is damaged"};
    between_ = result == packing::Step::ended;
    hungry_ = between_ || !room.empty();
    return weigh(had - in_.size(), free - room.size());
  }

  std::optional<Rejection> weigh(std::size_t packed, std::size_t unpacked) {
    taken_ += packed;
    given_ += unpacked;
    if (given_ < kStretch) return {};
    if (taken_ * kMostRatio < given_) return Rejection{"bomb", "unpacks to more than " + std::to_string(kMostRatio) + " times its size"};
    taken_ = given_ = 0;
    return {};
  }

  Pull packed_;
  const packing::Coding& coding_;
  packing::Engine engine_;
  std::string block_;
  std::string_view in_;
  bool hungry_ = true;    // the engine holds back nothing that only wants room
  bool between_ = false;  // a piece has ended and no other has begun
  std::optional<Rejection> fault_;
  std::size_t taken_ = 0, given_ = 0;
};

Pull put_back(std::string head, Pull rest) {
  return [head = std::move(head), at = std::size_t{0}, rest = std::move(rest)](std::span<char> to) mutable -> std::expected<std::size_t, Rejection> {
    if (at == head.size()) return rest(to);
    const std::size_t size = head.copy(to.data(), to.size(), at);
    at += size;
    return size;
  };
}

}  // namespace

Pull pull_from(std::string_view bytes) {
  return [bytes](std::span<char> to) mutable -> std::expected<std::size_t, Rejection> {
    const std::size_t size = bytes.copy(to.data(), to.size());
    bytes.remove_prefix(size);
    return size;
  };
}

Pull unpack(Pull packed, const packing::Coding& coding) {
  return [unpacking = std::make_unique<Unpacking>(std::move(packed), coding)](std::span<char> to) { return (*unpacking)(to); };
}

std::expected<std::string, Rejection> peek(Pull& bytes, std::size_t size) {
  std::string head(size, '\0');
  std::size_t have = 0;
  while (have < size) {
    const auto more = bytes(std::span(head).subspan(have));
    if (!more) return std::unexpected(more.error());
    if (*more == 0) break;
    have += *more;
  }
  head.resize(have);
  bytes = put_back(head, std::move(bytes));
  return head;
}

std::expected<Pull, Rejection> unpack_file(Pull bytes) {
  for (int layers = 0;; ++layers) {
    const auto head = peek(bytes);
    if (!head) return std::unexpected(head.error());
    const packing::Coding* coding = packing::coding_of_file(*head);
    if (coding == nullptr) return bytes;
    if (layers == kMostLayers) return std::unexpected(Rejection{"nested", "is packed more than " + std::to_string(kMostLayers) + " times over"});
    bytes = unpack(std::move(bytes), *coding);
  }
}

std::expected<std::string, Rejection> drain(Pull bytes, std::size_t most) {
  std::string out;
  std::size_t size = 0;
  for (;;) {
    if (size == out.size()) out.resize(std::min(std::max(out.size() * 2, kBlock), most + 1));
    const auto more = bytes(std::span(out).subspan(size));
    if (!more) return std::unexpected(more.error());
    if (*more == 0) break;
    size += *more;
    if (size > most) return std::unexpected(Rejection{"too-large", "more than " + std::to_string(most) + " bytes; see --max-bytes"});
  }
  out.resize(size);
  return out;
}

}  // namespace hypeline
