#pragma once
#include "core/error.h"

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hypeline {

/// One row of a CSV file: the 1-based line on which it begins, and its cells.
struct CsvRow {
  std::size_t line = 0;
  std::vector<std::string> cells;
};

/// Reads RFC 4180: cells between commas, quoted where they hold commas, quotes (doubled) or line breaks; rows end with CRLF, LF or CR. Cells may hold any
/// bytes. Empty lines are skipped. Errors: a quote that is not closed; words behind a closed quote.
class CsvReader {
 public:
  /// `contents` outlives the reader; a byte order mark at its beginning is no part of it.
  CsvReader(std::string_view file, std::string_view contents);
  /// nullopt at the end. After an error no more rows come.
  std::optional<std::expected<CsvRow, Error>> next();

 private:
  Error wrong(std::size_t line, std::string message);
  std::optional<std::string> quoted_cell();
  std::string plain_cell();
  bool end_row();
  std::string file_;
  std::string_view rest_;
  std::size_t line_ = 1;
};

}  // namespace hypeline
