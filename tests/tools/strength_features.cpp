// Prints what the strength model looks at, for scripts/learn_strength.py.
// usage: strength_features LEXICONS < RECORDS    In: one JSON record {"id", "text"} a line. Out: for each record one JSON array a line, in the same order: of
// each sentence the features with their values.
#include "assess/strength.h"
#include "batch/resources.h"
#include "ingest/jsonl.h"
#include "match/annotators.h"

#include <fmt/format.h>

#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

namespace {

using namespace hypeline;
using nlohmann::json;

json features_in(const View& view, const Labels& labels, Span sentence) {
  FeatureList features(true);
  add_strength_features(view, labels, sentence, features);
  json out = json::object();
  for (std::size_t i = 0; i < features.names().size(); ++i) {
    json& value = out[features.names()[i]];
    value = static_cast<double>(features.all()[i].value) + (value.is_number() ? value.get<double>() : 0.0);
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  const auto resources = argc == 2 ? load_resources(argv[1]) : std::unexpected(Errors{{"usage: strength_features LEXICONS < RECORDS", 0, 0, {}, {}}});
  if (!resources) {
    for (const Error& error : resources.error()) fmt::print(stderr, "{}\n", to_string(error));
    return 2;
  }
  const Lexicon& lexicon = (*resources)->lexicon;
  Matcher matcher(lexicon);
  for (std::string line; std::getline(std::cin, line);) {
    json out = json::array();
    for (Document& article : read_record(line, "-")) {
      const Document document = annotate(std::move(article), matcher);
      if (document.rejected) continue;
      const View view(document);
      for (const Span sentence : view.sentences()) out.push_back(features_in(view, lexicon.labels(), sentence));
    }
    fmt::print("{}\n", out.dump(-1, ' ', false, json::error_handler_t::replace));
  }
}
