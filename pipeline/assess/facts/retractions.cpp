#include "assess/facts/retractions.h"

#include "assess/facts/csv.h"
#include "core/tsv.h"
#include "core/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace hypeline {
namespace {

enum Column : std::size_t { kDoi, kNature, kPmid, kDate, kNotice, kReason, kTitle, kColumns };
constexpr std::array<std::string_view, kColumns> kNames = {
    "OriginalPaperDOI", "RetractionNature", "OriginalPaperPubMedID", "RetractionDate", "RetractionDOI", "Reason", "Title"};
constexpr std::size_t kNeeded = 2;
constexpr std::size_t kLongestWords = 500;

using Columns = std::array<std::size_t, kColumns>;  // place of each in a row; as many as the row has cells: not there

std::string utf8(std::string_view cell) {
  if (is_valid_utf8(cell)) return std::string(cell);
  std::string out;
  for (const char c : cell) append_utf8(out, static_cast<unsigned char>(c));
  return out;
}

/// "5/1/2023 0:00" (month first) as "2023-05-01"; empty for what is no such date.
std::string iso_date(std::string_view cell) {
  cell = cell.substr(0, cell.find(' '));
  const auto parts = split(cell, '/');
  if (parts.size() != 3) return {};
  std::array<unsigned, 3> number{};
  for (std::size_t i = 0; i < 3; ++i)
    if (std::from_chars(parts[i].data(), parts[i].data() + parts[i].size(), number[i]).ec != std::errc()) return {};
  if (number[0] < 1 || number[0] > 12 || number[1] < 1 || number[1] > 31 || number[2] < 1000 || number[2] > 9999) return {};
  return fmt::format("{:04}-{:02}-{:02}", number[2], number[0], number[1]);
}

/// Words of the list on one line, cut where they are very long.
std::string words_of(std::string_view cell) {
  std::string out;
  for (const char c : utf8(trim(cell))) {
    if (out.size() > kLongestWords && (static_cast<unsigned char>(c) & 0xC0) != 0x80) break;
    out += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  }
  while (out.ends_with(';')) out.pop_back();
  return out;
}

/// The list's "+Reason one;+Reason two;" in plain words.
std::string reasons_of(std::string_view cell) {
  std::string out;
  for (const std::string_view piece : split(cell, ';')) {
    std::string_view words = trim(piece);
    if (words.starts_with('+')) words.remove_prefix(1);
    if (!words.empty()) out += fmt::format("{}{}", out.empty() ? "" : "; ", words);
  }
  return words_of(out);
}

std::expected<Columns, Errors> find_columns(std::string_view file, const CsvRow& header) {
  Columns out{};
  Errors errors;
  for (std::size_t i = 0; i < kColumns; ++i) {
    const auto at = std::find(header.cells.begin(), header.cells.end(), kNames[i]);
    out[i] = static_cast<std::size_t>(at - header.cells.begin());
    if (i < kNeeded && at == header.cells.end()) errors.push_back({std::string(file), header.line, 0, fmt::format("the column {} is missing", kNames[i]), {}});
  }
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return out;
}

NoticeRow read_notice(const CsvRow& row, const Columns& columns) {
  const auto cell = [&](Column c) { return columns[c] < row.cells.size() ? std::string_view(row.cells[columns[c]]) : std::string_view(); };
  Retraction notice{RetractionNature::retraction, iso_date(cell(kDate)), normal_doi(cell(kNotice)), reasons_of(cell(kReason)), words_of(cell(kTitle))};
  return {{normal_doi(cell(kDoi)), normal_pmid(cell(kPmid))}, std::string(trim(cell(kNature))), std::move(notice)};
}

}  // namespace

RetractionList::Paper& RetractionList::paper_of(const SourceId& id) {
  const auto doi = by_doi_.find(id.doi);
  const auto pmid = by_pmid_.find(id.pmid);
  std::size_t at = papers_.size();
  if (!id.doi.empty() && doi != by_doi_.end())
    at = doi->second;
  else if (!id.pmid.empty() && pmid != by_pmid_.end())
    at = pmid->second;
  if (at == papers_.size()) papers_.emplace_back();
  if (!id.doi.empty()) by_doi_.emplace(id.doi, at);
  if (!id.pmid.empty()) by_pmid_.emplace(id.pmid, at);
  return papers_[at];
}

void RetractionList::take(NoticeRow row) {
  if (row.id.empty()) return;
  if (row.nature == "Reinstatement") {
    Paper& paper = paper_of(row.id);
    paper.reinstated = std::max(paper.reinstated, row.notice.date);
  } else if (row.nature == "Retraction" || row.nature == "Expression of concern") {
    row.notice.nature = row.nature == "Retraction" ? RetractionNature::retraction : RetractionNature::concern;
    paper_of(row.id).notices.push_back(std::move(row.notice));
  }
}

std::expected<void, Errors> RetractionList::add(std::string_view file, std::string_view contents) {
  CsvReader reader(file, contents);
  const auto header = reader.next();
  if (!header) return std::unexpected(Errors{{std::string(file), 0, 0, "the file is empty", {}}});
  if (!*header) return std::unexpected(Errors{header->error()});
  const auto columns = find_columns(file, **header);
  if (!columns) return std::unexpected(columns.error());
  Errors errors;
  while (const auto row = reader.next()) {
    if (!*row)
      errors.push_back(row->error());
    else if ((*row)->cells.size() != (*header)->cells.size())
      errors.push_back({std::string(file), (*row)->line, 0, "the row has not as many cells as the header", {}});
    else
      take(read_notice(**row, *columns));
  }
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return {};
}

const Retraction* RetractionList::find(const SourceId& id) const {
  const auto doi = id.doi.empty() ? by_doi_.end() : by_doi_.find(id.doi);
  const auto pmid = id.pmid.empty() ? by_pmid_.end() : by_pmid_.find(id.pmid);
  if (doi == by_doi_.end() && pmid == by_pmid_.end()) return nullptr;
  const Paper& paper = papers_[doi != by_doi_.end() ? doi->second : pmid->second];
  const Retraction* out = nullptr;
  for (const Retraction& notice : paper.notices) {
    if (!paper.reinstated.empty() && notice.date <= paper.reinstated) continue;
    if (out == nullptr || notice.nature < out->nature || (notice.nature == out->nature && notice.date < out->date)) out = &notice;
  }
  return out;
}

}  // namespace hypeline
