// Runs the tokenizer over conformance cases in the JSON format of html5lib-tests (tokenizer/*.test).
// usage: html5lib_tokenizer [-v] FILE...     exit: 0 all pass, 1 some fail, 2 a file is unreadable.
//
// Everything of a token is compared, parse errors are not. Cases with lone surrogates are skipped
// and counted: UTF-8 cannot spell them.

#include "ingest/html/tokenizer.h"

#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

using hypeline::html::ContentModel;
using hypeline::html::Token;
using hypeline::html::Tokenizer;
using hypeline::html::TokenKind;
using nlohmann::json;

struct Counts {
  int passed = 0;
  int failed = 0;
  int skipped = 0;
};

const std::map<std::string, ContentModel> kStates = {
    {"Data state", ContentModel::data},           {"RCDATA state", ContentModel::rcdata},
    {"RAWTEXT state", ContentModel::rawtext},     {"Script data state", ContentModel::script_data},
    {"PLAINTEXT state", ContentModel::plaintext}, {"CDATA section state", ContentModel::cdata},
};

/// Undoes the second escape of a "doubleEscaped" case by reading the text as a JSON string again.
/// Returns nullopt where that names a lone surrogate.
std::optional<json> unescape(const json& value) {
  if (!value.is_string()) return value;
  std::string quoted = "\"";
  for (const char c : value.get<std::string>()) quoted += c == '"' ? "\\\"" : std::string(1, c);
  const json again = json::parse(quoted + "\"", nullptr, false);
  if (again.is_discarded()) return std::nullopt;
  return again;
}

/// The same for all strings inside.
std::optional<json> unescape_all(const json& value) {
  if (!value.is_array()) return unescape(value);
  json all = json::array();
  for (const json& item : value) {
    const std::optional<json> one = unescape_all(item);
    if (!one) return std::nullopt;
    all.push_back(*one);
  }
  return all;
}

json optional_string(std::optional<std::string_view> text) { return text ? json(std::string(*text)) : json(); }

json doctype_output(const Token& token) {
  const json name = token.name.empty() ? json() : json(std::string(token.name));
  return {"DOCTYPE", name, optional_string(token.doctype.public_id), optional_string(token.doctype.system_id), !token.doctype.force_quirks};
}

json start_tag_output(const Token& token) {
  json attributes = json::object();
  for (const auto& [name, value] : token.attributes) attributes[std::string(name)] = std::string(value);
  json output = {"StartTag", std::string(token.name), attributes};
  if (token.self_closing) output.push_back(true);
  return output;
}

/// Adds text, joined to the text before it.
void add_text(json& output, std::string_view text) {
  if (output.empty() || output.back()[0] != "Character") output.push_back({"Character", ""});
  output.back()[1] = output.back()[1].get<std::string>() + std::string(text);
}

void add_token(json& output, const Token& token) {
  switch (token.kind) {
    case TokenKind::text:
      add_text(output, token.text);
      break;
    case TokenKind::start_tag:
      output.push_back(start_tag_output(token));
      break;
    case TokenKind::end_tag:
      output.push_back({"EndTag", std::string(token.name)});
      break;
    case TokenKind::comment:
      output.push_back({"Comment", std::string(token.text)});
      break;
    case TokenKind::doctype:
      output.push_back(doctype_output(token));
      break;
  }
}

json run(const std::string& input, ContentModel model, const std::string& last_start_tag) {
  Tokenizer tokenizer(input);
  tokenizer.set_content_model(model);
  tokenizer.set_last_start_tag(last_start_tag);
  json output = json::array();
  while (const Token* token = tokenizer.next()) add_token(output, *token);
  return output;
}

/// Runs one case in each of its initial states; it passes when all do.
void run_case(const json& test, bool verbose, Counts& counts) {
  const bool escaped = test.value("doubleEscaped", false);
  const std::optional<json> input = escaped ? unescape(test["input"]) : test["input"];
  const std::optional<json> expected = escaped ? unescape_all(test["output"]) : test["output"];
  if (!input || !expected) {
    ++counts.skipped;
    return;
  }
  const auto states = test.value("initialStates", std::vector<std::string>{"Data state"});
  bool passed = true;
  for (const std::string& state : states) {
    const json output = run(input->get<std::string>(), kStates.at(state), test.value("lastStartTag", ""));
    if (output == *expected) continue;
    passed = false;
    if (verbose) fmt::print("  {} [{}]\n    expected {}\n    got      {}\n", test["description"].dump(), state, expected->dump(), output.dump());
  }
  ++(passed ? counts.passed : counts.failed);
}

std::optional<Counts> run_file(const std::string& path, bool verbose) {
  std::ifstream file(path);
  const json cases = json::parse(file, nullptr, false);
  if (cases.is_discarded()) return std::nullopt;
  Counts counts;
  for (const json& test : cases.value("tests", json::array())) run_case(test, verbose, counts);
  return counts;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> paths(argv + 1, argv + argc);
  const bool verbose = std::erase(paths, "-v") > 0;
  Counts total;
  for (const std::string& path : paths) {
    const std::optional<Counts> counts = run_file(path, verbose);
    if (!counts) {
      fmt::print(stderr, "{}: error: not readable as JSON\n", path);
      return 2;
    }
    fmt::print("{}: passed {}, failed {}, skipped {}\n", path, counts->passed, counts->failed, counts->skipped);
    total.passed += counts->passed;
    total.failed += counts->failed;
    total.skipped += counts->skipped;
  }
  fmt::print("total: passed {}, failed {}, skipped {}\n", total.passed, total.failed, total.skipped);
  return total.failed == 0 && total.passed > 0 ? 0 : 1;
}
