#pragma once
// The inside of a doctype: <!DOCTYPE html PUBLIC "..." "...">.
// Source: WHATWG HTML 13.2.5.53 to .68 (states).

#include <optional>
#include <string_view>

namespace hypeline::html {

/// What a doctype says. An identifier that is missing differs from an empty one.
struct Doctype {
  std::string_view name;  // as written; empty when missing
  std::optional<std::string_view> public_id;
  std::optional<std::string_view> system_id;
  bool force_quirks = false;
};

/// Reads what stands between "<!DOCTYPE" and the first '>', which always ends it, even in quotes.
/// `closed` is false when the input ended before a '>'. The views point into `body`.
Doctype parse_doctype(std::string_view body, bool closed);

}  // namespace hypeline::html
