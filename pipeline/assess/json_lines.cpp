#include "assess/json_lines.h"

#include "core/tsv.h"

namespace hypeline {
namespace {

std::string read_line(simdjson::dom::parser& parser, std::string_view line, const TakeObject& take) {
  simdjson::dom::element element;
  if (const auto error = parser.parse(line.data(), line.size()).get(element); error != simdjson::SUCCESS) return simdjson::error_message(error);
  simdjson::dom::object object;
  if (element.get(object) != simdjson::SUCCESS) return "a JSON object is wanted";
  return take(object);
}

}  // namespace

Errors read_json_lines(std::string_view file, std::string_view contents, const TakeObject& take) {
  simdjson::dom::parser parser;
  Errors errors;
  std::size_t number = 0;
  for (const std::string_view line : split(contents, '\n')) {
    ++number;
    if (trim(line).empty()) continue;
    if (std::string wrong = read_line(parser, line, take); !wrong.empty()) errors.push_back({std::string(file), number, 0, std::move(wrong), {}});
  }
  return errors;
}

std::string string_member(simdjson::dom::object object, std::string_view key) {
  std::string_view value;
  return object.at_key(key).get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
}

}  // namespace hypeline
