#include "ingest/html/doctype.h"

#include <algorithm>
#include <cstddef>

#include "ingest/html/bytes.h"

namespace hypeline::html {
namespace {

/// An identifier in quotes; `closed` is false when the second quote is missing.
struct Quoted {
  std::string_view id;
  bool closed = false;
};

void skip_space(std::string_view& rest) {
  while (!rest.empty() && is(rest.front(), kSpace)) rest.remove_prefix(1);
}

std::string_view take_name(std::string_view& rest) {
  skip_space(rest);
  const auto end = std::ranges::find_if(rest, [](char c) { return is(c, kSpace); });
  const std::string_view name(rest.begin(), end);
  rest.remove_prefix(name.size());
  return name;
}

std::optional<Quoted> take_quoted(std::string_view& rest) {
  skip_space(rest);
  if (rest.empty() || (rest.front() != '"' && rest.front() != '\'')) return std::nullopt;
  const std::size_t end = rest.find(rest.front(), 1);
  const bool closed = end != std::string_view::npos;
  const Quoted quoted{rest.substr(1, closed ? end - 1 : end), closed};
  rest.remove_prefix(closed ? end + 1 : rest.size());
  return quoted;
}

/// Takes an identifier into `id`. Returns whether it is there and closed.
bool take_id(std::string_view& rest, std::optional<std::string_view>& id) {
  const std::optional<Quoted> quoted = take_quoted(rest);
  if (quoted) id = quoted->id;
  return quoted && quoted->closed;
}

/// Reads the identifiers after the name. Returns whether the page must be read in quirks mode.
bool take_ids(std::string_view rest, bool closed, Doctype& doctype) {
  skip_space(rest);
  if (rest.empty()) return !closed;
  const bool is_public = starts_with_folded(rest, "public");
  if (!is_public && !starts_with_folded(rest, "system")) return true;
  rest.remove_prefix(6);
  if (is_public) {
    if (!take_id(rest, doctype.public_id)) return true;
    skip_space(rest);
    if (rest.empty()) return !closed;
  }
  if (!take_id(rest, doctype.system_id)) return true;
  skip_space(rest);
  return rest.empty() && !closed;  // what follows the system identifier is ignored
}

}  // namespace

Doctype parse_doctype(std::string_view body, bool closed) {
  Doctype doctype;
  doctype.name = take_name(body);
  doctype.force_quirks = doctype.name.empty() || take_ids(body, closed, doctype);
  return doctype;
}

}  // namespace hypeline::html
