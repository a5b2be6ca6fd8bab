// Prints what the context models look at, for scripts/learn_context.py.
// usage: context_features LEXICONS < RECORDS    In: one JSON record {"id", "text"} a line. Out: for each record one JSON object a line, in the same order:
// the questions asked, each with its model, its sentence and the candidates' bytes in the record's text with their rules, and the features with their values.
#include "batch/resources.h"
#include "ingest/jsonl.h"
#include "match/decisions.h"
#include "match/findings.h"

#include <fmt/format.h>

#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

namespace {

using namespace hypeline;
using nlohmann::json;

constexpr const char* kModels[] = {"hedge", "attribution", "adjective", "claim"};

json candidates_of(const Document& document, const Lexicon& lexicon, const std::vector<Candidate>& all, std::span<const std::size_t> about) {
  json out = json::array();
  for (const std::size_t i : about) {
    const Span source = document.text.to_source(all[i].span).value_or(Span{});
    out.push_back({source.begin, source.end, lexicon.rules()[all[i].rule].id});
  }
  return out;
}

json features_of(const FeatureList& features) {
  json out = json::object();
  for (std::size_t i = 0; i < features.names().size(); ++i) {
    json& value = out[features.names()[i]];
    value = static_cast<double>(features.all()[i].value) + (value.is_number() ? value.get<double>() : 0.0);
  }
  return out;
}

json questions_of(const Document& document, Matcher& matcher) {
  json out = json::array();
  if (document.rejected) return out;
  const std::vector<Candidate> all = find_candidates(document, matcher);
  ask_context(document, matcher.lexicon(), all, true, [&](const ContextQuestion& question, const FeatureList& features) {
    const Span sentence = document.text.to_source(question.sentence).value_or(Span{});
    out.push_back({{"model", kModels[static_cast<std::size_t>(question.model)]},
                   {"sentence", {sentence.begin, sentence.end}},
                   {"about", candidates_of(document, matcher.lexicon(), all, question.about)},
                   {"features", features_of(features)}});
  });
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  const auto resources = argc == 2 ? load_resources(argv[1]) : std::unexpected(Errors{{"usage: context_features LEXICONS < RECORDS", 0, 0, {}, {}}});
  if (!resources) {
    for (const Error& error : resources.error()) fmt::print(stderr, "{}\n", to_string(error));
    return 2;
  }
  Matcher matcher((*resources)->lexicon);
  for (std::string line; std::getline(std::cin, line);) {
    const std::vector<Document> articles = read_record(line, "-");
    json questions = json::array();
    for (const Document& article : articles)
      for (json& question : questions_of(article, matcher)) questions.push_back(std::move(question));
    fmt::print("{}\n", json{{"id", articles.front().input}, {"questions", questions}}.dump(-1, ' ', false, json::error_handler_t::replace));
  }
}
