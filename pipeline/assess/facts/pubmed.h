#pragma once
#include "assess/facts/source_record.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace hypeline {

/// Reads PubMed's XML (PubmedArticleSet, as its baseline and E-utilities give it) as it comes, in flat memory. Nothing outside the file is ever fetched;
/// a file that declares entities of its own is refused. Articles without an abstract are passed over.
class PubmedReader {
 public:
  explicit PubmedReader(TakeRecord take);
  ~PubmedReader();
  PubmedReader(PubmedReader&&) noexcept;

  /// The next bytes; `last` with the last ones. Returns what is wrong and on which line; then it is to be fed no more.
  struct Fault {
    std::size_t line = 0;
    std::string message;
  };
  std::optional<Fault> feed(std::string_view bytes, bool last);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hypeline
