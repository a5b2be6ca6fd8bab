#include "assess/ignore_list.h"

#include "assess/json_lines.h"
#include "assess/verdicts.h"

#include <algorithm>

namespace hypeline {
namespace {

std::string take(simdjson::dom::object object, std::vector<IgnoreEntry>& out) {
  if (!string_member(object, "reviewer").empty()) return {};  // a verdict or a rating
  IgnoreEntry entry;
  entry.fingerprint = string_member(object, "fingerprint");
  entry.rule = string_member(object, "rule");
  entry.site = string_member(object, "site");
  entry.reason = string_member(object, "reason");
  entry.by = string_member(object, "by");
  entry.until = string_member(object, "until");
  if (entry.fingerprint.empty() && (entry.rule.empty() || entry.site.empty())) return "\"fingerprint\" is missing, or \"rule\" and \"site\"";
  if (entry.reason.empty()) return "\"reason\" is missing";
  if (entry.by.empty()) return "\"by\" is missing";
  if (entry.until.size() != 10 || !is_date(entry.until)) return "\"until\" is to be the last day it holds, as 2026-12-31";
  out.push_back(std::move(entry));
  return {};
}

}  // namespace

std::expected<void, Errors> IgnoreList::add(std::string_view file, std::string_view contents, std::string_view today) {
  std::vector<IgnoreEntry> more;
  if (Errors errors = read_json_lines(file, contents, [&](simdjson::dom::object object) { return take(object, more); }); !errors.empty())
    return std::unexpected(std::move(errors));
  for (IgnoreEntry& entry : more) (entry.until < today ? expired_ : in_force_).push_back(std::move(entry));
  return {};
}

const IgnoreEntry* IgnoreList::find(std::string_view fingerprint, std::string_view rule, std::string_view site) const {
  const auto found = std::find_if(in_force_.begin(), in_force_.end(), [&](const IgnoreEntry& entry) {
    return entry.fingerprint.empty() ? entry.rule == rule && entry.site == site : entry.fingerprint == fingerprint;
  });
  return found == in_force_.end() ? nullptr : &*found;
}

}  // namespace hypeline
