#include "core/tsv.h"

#include <fmt/format.h>

#include <algorithm>

namespace hypeline {
namespace {

void pad_cells(TsvRow& row, std::size_t columns) {
  while (row.cells.size() < columns) row.cells.emplace_back();
}

bool is_header(const std::vector<std::string_view>& cells, const std::vector<std::string_view>& header, std::size_t optional) {
  return cells.size() <= header.size() && cells.size() + optional >= header.size() && std::equal(cells.begin(), cells.end(), header.begin());
}

}  // namespace

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  if (text.empty()) return out;
  for (std::size_t at = 0;;) {
    const std::size_t end = text.find(separator, at);
    out.push_back(text.substr(at, end - at));
    if (end == std::string_view::npos) return out;
    at = end + 1;
  }
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

std::expected<std::vector<TsvRow>, Errors> read_tsv(std::string_view file, std::string_view contents, const std::vector<std::string_view>& header,
                                                    std::size_t optional) {
  std::vector<TsvRow> rows;
  Errors errors;
  bool headed = false;
  std::size_t number = 0;
  for (std::string_view line : split(contents, '\n')) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    TsvRow row{number, line, split(line, '\t')};
    if (!headed && !is_header(row.cells, header, optional))
      errors.push_back({std::string(file), number, 0, "the first row must be the header " + fmt::format("'{}'", fmt::join(header, "<TAB>")), {}});
    if (row.cells.size() > header.size())
      errors.push_back({std::string(file), number, 0, fmt::format("{} cells where the header has {}", row.cells.size(), header.size()), std::string(line)});
    pad_cells(row, header.size());
    if (headed) rows.push_back(std::move(row));
    headed = true;
  }
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return rows;
}

}  // namespace hypeline
