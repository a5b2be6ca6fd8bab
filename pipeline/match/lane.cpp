#include "match/lane.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>

namespace hypeline {
namespace {

RE2::Options set_options() {
  RE2::Options out;
  out.set_case_sensitive(false);
  out.set_log_errors(false);
  out.set_max_mem(Lane::kMemory);
  return out;
}

}  // namespace

struct Lane::Set {
  RE2::Set set{set_options(), RE2::UNANCHORED};
  bool fits = true;
  std::vector<int> found;
};

Lane::Lane(const std::vector<Pattern>& patterns, std::vector<std::uint32_t> members) : set_(std::make_unique<Set>()), members_(std::move(members)) {
  for (const std::uint32_t member : members_) set_->fits = set_->set.Add(patterns[member].re2, nullptr) >= 0 && set_->fits;
  set_->fits = set_->set.Compile() && set_->fits;
}
Lane::~Lane() = default;
Lane::Lane(Lane&&) noexcept = default;

bool Lane::fits() const { return set_->fits; }

const std::vector<std::uint32_t>& Lane::candidates(std::string_view paragraph) {
  found_.clear();
  if (members_.empty()) return found_;
  RE2::Set::ErrorInfo info{};
  set_->found.clear();
  if (set_->set.Match({paragraph.data(), paragraph.size()}, &set_->found, &info)) {
    for (const int index : set_->found) found_.push_back(members_[static_cast<std::size_t>(index)]);
    std::sort(found_.begin(), found_.end());
  } else if (info.kind != RE2::Set::kNoError) {
    found_ = members_;
  }
  return found_;
}

}  // namespace hypeline
