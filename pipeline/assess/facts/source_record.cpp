#include "assess/facts/source_record.h"

#include "assess/facts/identifiers.h"
#include "assess/json_lines.h"

namespace hypeline {
namespace {

std::string number_or_string(simdjson::dom::object object, std::string_view key) {
  std::uint64_t number = 0;
  return object.at_key(key).get(number) == simdjson::SUCCESS ? std::to_string(number) : string_member(object, key);
}

}  // namespace

std::string read_source_line(std::string_view line, const TakeRecord& take) {
  const Errors errors = read_json_lines("", line, [&](simdjson::dom::object object) {
    SourceRecord record{normal_pmid(number_or_string(object, "pmid")), normal_doi(string_member(object, "doi")), string_member(object, "title"),
                        string_member(object, "abstract")};
    if ((!record.pmid.empty() || !record.doi.empty()) && !record.abstract.empty()) take(std::move(record));
    return std::string();
  });
  return errors.empty() ? std::string() : errors.front().message;
}

}  // namespace hypeline
