#pragma once
#include "match/expression.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace re2 {
class RE2;
}

namespace hypeline {

/// The patterns that may match anywhere: one pass over a paragraph (RE2::Set) tells which of them do. Not which is not a promise of a valid match.
class Lane {
 public:
  static constexpr std::int64_t kMemory = std::int64_t{64} << 20;

  /// `members`: indices into `patterns`.
  Lane(const std::vector<Pattern>& patterns, std::vector<std::uint32_t> members);
  ~Lane();
  Lane(Lane&&) noexcept;

  /// False if the set does not fit kMemory. The rest REQUIRES that it does.
  bool fits() const;

  /// The members that may have a match in the paragraph, in order; all of them where RE2 runs out of memory. Valid until the next call.
  const std::vector<std::uint32_t>& candidates(std::string_view paragraph);

 private:
  struct Set;
  std::unique_ptr<Set> set_;
  std::vector<std::uint32_t> members_;
  std::vector<std::uint32_t> found_;
};

}  // namespace hypeline
