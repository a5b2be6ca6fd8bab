#include "assess/facts/csv.h"

#include <algorithm>
#include <utility>

namespace hypeline {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

CsvReader::CsvReader(std::string_view file, std::string_view contents) : file_(file), rest_(contents) {
  if (rest_.starts_with(kByteOrderMark)) rest_.remove_prefix(kByteOrderMark.size());
}

Error CsvReader::wrong(std::size_t line, std::string message) {
  rest_ = {};
  return {file_, line, 0, std::move(message), {}};
}

/// The cell behind an opening quote, which is gone; nullopt where it is never closed.
std::optional<std::string> CsvReader::quoted_cell() {
  std::string cell;
  while (true) {
    const std::size_t quote = rest_.find('"');
    if (quote == std::string_view::npos) return {};
    cell += rest_.substr(0, quote);
    line_ += static_cast<std::size_t>(std::count(rest_.begin(), rest_.begin() + static_cast<std::ptrdiff_t>(quote), '\n'));
    rest_.remove_prefix(quote + 1);
    if (!rest_.starts_with('"')) return cell;
    cell += '"';
    rest_.remove_prefix(1);
  }
}

std::string CsvReader::plain_cell() {
  std::string cell(rest_.substr(0, rest_.find_first_of(",\r\n")));
  rest_.remove_prefix(cell.size());
  return cell;
}

/// Takes a line break, or sees the end of the file.
bool CsvReader::end_row() {
  if (rest_.empty()) return true;
  if (rest_.front() != '\r' && rest_.front() != '\n') return false;
  rest_.remove_prefix(rest_.starts_with("\r\n") ? 2 : 1);
  ++line_;
  return true;
}

std::optional<std::expected<CsvRow, Error>> CsvReader::next() {
  while (!rest_.empty() && end_row()) continue;
  if (rest_.empty()) return {};
  CsvRow row{line_, {}};
  while (true) {
    if (rest_.starts_with('"')) {
      rest_.remove_prefix(1);
      std::optional<std::string> cell = quoted_cell();
      if (!cell) return std::unexpected(wrong(row.line, "a quote is opened in this row and never closed"));
      row.cells.push_back(std::move(*cell));
    } else {
      row.cells.push_back(plain_cell());
    }
    if (end_row()) return row;
    if (rest_.front() != ',') return std::unexpected(wrong(line_, "a comma is wanted behind a closed quote"));
    rest_.remove_prefix(1);
  }
}

}  // namespace hypeline
