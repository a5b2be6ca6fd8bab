#pragma once
#include "core/error.h"

#include <expected>
#include <string_view>
#include <vector>

namespace hypeline {

/// One row of a table: its 1-based line number and its cells (views into the contents).
struct TsvRow {
  std::size_t line = 0;
  std::string_view text;
  std::vector<std::string_view> cells;
};

/// Rows of a tab-separated file below its header, without comments (`#`) and empty lines; a trailing CR is cut.
/// Errors: a first row that is not `header` (its last `optional` columns may be missing), a row with more cells (trailing empty cells may be left out).
std::expected<std::vector<TsvRow>, Errors> read_tsv(std::string_view file, std::string_view contents, const std::vector<std::string_view>& header,
                                                    std::size_t optional = 0);

/// The pieces of `text` between separators; empty pieces are kept, an empty text has none.
std::vector<std::string_view> split(std::string_view text, char separator);

/// `text` without white space (ASCII) at its ends.
std::string_view trim(std::string_view text);

}  // namespace hypeline
