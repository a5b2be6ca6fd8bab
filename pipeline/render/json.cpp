#include "render/json.h"

#include <fmt/format.h>

#include <cmath>

namespace hypeline {

Json& Json::value(std::string_view token) {
  const char last = out_.empty() ? '[' : out_.back();
  if (last != '[' && last != '{' && last != ':') out_ += ',';
  out_ += token;
  return *this;
}

Json& Json::open(char bracket) { return value({&bracket, 1}); }

Json& Json::close(char bracket) {
  out_ += bracket;
  return *this;
}

Json& Json::key(std::string_view name) {
  value(json_string(name, in_));
  out_ += ':';
  return *this;
}

Json& Json::string(std::string_view text) { return value(json_string(text, in_)); }
Json& Json::number(std::uint64_t n) { return value(fmt::format("{}", n)); }
Json& Json::integer(std::int64_t n) { return value(fmt::format("{}", n)); }
Json& Json::fixed(std::optional<double> x, int decimals) { return x && std::isfinite(*x) ? value(fmt::format("{:.{}f}", *x, decimals)) : null(); }
Json& Json::boolean(bool yes) { return value(yes ? "true" : "false"); }
Json& Json::null() { return value("null"); }
Json& Json::range(Span span) { return value(fmt::format("[{},{}]", span.begin, span.end)); }

}  // namespace hypeline
