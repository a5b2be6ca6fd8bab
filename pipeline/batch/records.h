#pragma once
#include "ingest/containers.h"
#include "ingest/packing/pull.h"

#include <cstddef>
#include <optional>
#include <string>

namespace hypeline {

/// The records of a container, one by one. Holds one record at a time, whatever the size of the file.
class Records {
 public:
  struct Piece {
    std::string bytes;       ///< one record that is an input
    std::size_t number = 0;  ///< from 1, counting all records; 0: said of the file as a whole
    std::optional<Rejection> rejected;
  };
  /// `most`: bytes of a record; a larger one is passed over and comes as rejected.
  Records(Pull bytes, const Container& container, std::size_t most) : bytes_(std::move(bytes)), container_(container), most_(most) {}
  /// nullopt at the end. What the bytes were rejected for comes last, behind the records that were whole.
  std::optional<Piece> next();
  const Container& container() const { return container_; }

 private:
  std::string_view ahead() const { return std::string_view(buffer_).substr(at_); }
  void fill();
  std::optional<Piece> take(Cut cut);
  std::optional<Piece> pass_over();
  std::optional<Piece> last_words();

  Pull bytes_;
  const Container& container_;
  std::size_t most_;
  std::string buffer_;
  std::size_t at_ = 0, number_ = 0;
  Rest rest_ = Rest::more;
  std::optional<Rejection> lost_;
};

}  // namespace hypeline
