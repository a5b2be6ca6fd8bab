#pragma once
#include "core/span.h"
#include "render/escape.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace hypeline {

/// Writes one JSON value, left to right, on one line. It sets the commas; opening, keys and closing are the caller's to keep in balance.
/// The same calls give the same bytes on every machine: doubles have a fixed number of decimals. Rejected: a JSON library, whose
/// order of keys and shape of numbers are not ours.
class Json {
 public:
  explicit Json(JsonIn in = JsonIn::file) : in_(in) {}

  Json& open(char bracket);   ///< '{' or '['
  Json& close(char bracket);  ///< '}' or ']'
  Json& key(std::string_view name);
  Json& string(std::string_view value);
  Json& number(std::uint64_t value);
  Json& integer(std::int64_t value);
  /// Fixed decimals; null where there is no value or it is not finite.
  Json& fixed(std::optional<double> value, int decimals);
  Json& boolean(bool value);
  Json& null();
  Json& range(Span span);  ///< [begin,end]

  std::string finish() && { return std::move(out_); }

 private:
  Json& value(std::string_view token);
  std::string out_;
  JsonIn in_;
};

}  // namespace hypeline
