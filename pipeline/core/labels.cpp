#include "core/labels.h"

#include "core/tsv.h"

#include <algorithm>
#include <charconv>

namespace hypeline {
namespace {

bool parse_weight(std::string_view cell, double& weight) {
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), weight);
  return error == std::errc() && end == cell.data() + cell.size() && weight >= 0;
}

Label make_label(const TsvRow& row) {
  Label label{label_id(row.cells[0]),   std::string(row.cells[0]), std::string(row.cells[1]), std::string(row.cells[2]), {}, std::string(row.cells[4]), 0,
              std::string(row.cells[6])};
  for (const std::string_view id : split(row.cells[3], ',')) label.criteria.emplace_back(id);
  return label;
}

}  // namespace

std::expected<Labels, Errors> Labels::parse(std::string_view file, std::string_view contents) {
  auto rows = read_tsv(file, contents, {"label", "title", "meaning", "criteria", "colour", "weight", "settle"}, 1);
  if (!rows) return std::unexpected(std::move(rows.error()));
  Labels labels;
  Errors errors;
  for (const TsvRow& row : *rows) {
    Label label = make_label(row);
    const auto fail = [&](std::string message) { errors.push_back({std::string(file), row.line, 0, std::move(message), {}}); };
    if (label.name.find('.') == std::string::npos) fail("a label is written family.kind, not '" + label.name + "'");
    if (!parse_weight(row.cells[5], label.weight)) fail("weight must be a number of 0 or more, not '" + std::string(row.cells[5]) + "'");
    if (const Label* other = labels.find(label.id)) fail("label '" + label.name + "' collides with '" + other->name + "'");
    labels.all_.push_back(std::move(label));
  }
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return labels;
}

const Label* Labels::find(LabelId id) const {
  const auto at = std::find_if(all_.begin(), all_.end(), [&](const Label& label) { return label.id == id; });
  return at == all_.end() ? nullptr : &*at;
}

}  // namespace hypeline
