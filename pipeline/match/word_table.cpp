#include "match/word_table.h"

#include "core/tsv.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace hypeline {
namespace {

constexpr std::pair<std::string_view, WordKind> kKinds[] = {
    {"praise", WordKind::praise}, {"intensifier", WordKind::intensifier}, {"lack", WordKind::lack}, {"own-work", WordKind::own_work}};

std::uint8_t kind_bit(std::string_view name) {
  for (const auto& [known, kind] : kKinds)
    if (known == name) return static_cast<std::uint8_t>(kind);
  return 0;
}

/// nullopt where a name is unknown.
std::optional<std::uint8_t> kinds_in(std::string_view cell) {
  std::uint8_t out = 0;
  for (const std::string_view name : split(cell, ',')) {
    if (kind_bit(name) == 0) return std::nullopt;
    out |= kind_bit(name);
  }
  return out;
}

}  // namespace

std::expected<WordTable, Errors> WordTable::parse(std::string_view file, std::string_view contents) {
  auto rows = read_tsv(file, contents, {"word", "kinds", "axes"});
  if (!rows) return std::unexpected(std::move(rows.error()));
  WordTable out;
  Errors errors;
  out.words_.reserve(rows->size());
  for (const TsvRow& row : *rows) {
    const auto kinds = kinds_in(row.cells[1]);
    const std::string_view axes = row.cells[2];
    if (!kinds || (!axes.empty() && axes.size() != WordPlace::kAxes)) {
      errors.push_back({std::string(file), row.line, 0, fmt::format("a row is a word, its kinds and {} axes", WordPlace::kAxes), std::string(row.text)});
      continue;
    }
    Entry entry{*kinds, !axes.empty(), {}};
    for (std::size_t i = 0; i < axes.size(); ++i) entry.place.axes[i] = static_cast<std::int8_t>(axes[i] - 'O');
    out.words_.emplace(row.cells[0], entry);
  }
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return out;
}

std::uint8_t WordTable::kinds(std::string_view folded) const {
  const auto at = words_.find(folded);
  return at == words_.end() ? std::uint8_t{0} : at->second.kinds;
}

const WordPlace* WordTable::place(std::string_view folded) const {
  const auto at = words_.find(folded);
  return at != words_.end() && at->second.placed ? &at->second.place : nullptr;
}

}  // namespace hypeline
