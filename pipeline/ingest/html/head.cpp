#include "ingest/html/head.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <vector>

namespace hypeline::html {
namespace {

struct Row {
  std::string_view name;
  std::string Head::* field;
};

constexpr std::array kMetas = std::to_array<Row>({{"og:title", &Head::headline},
                                                  {"twitter:title", &Head::headline},
                                                  {"citation_title", &Head::headline},
                                                  {"dc.title", &Head::headline},
                                                  {"og:site_name", &Head::site},
                                                  {"application-name", &Head::site},
                                                  {"citation_journal_title", &Head::site},
                                                  {"author", &Head::byline},
                                                  {"article:author", &Head::byline},
                                                  {"dc.creator", &Head::byline},
                                                  {"article:published_time", &Head::published},
                                                  {"datepublished", &Head::published},
                                                  {"date", &Head::published},
                                                  {"pubdate", &Head::published},
                                                  {"dc.date", &Head::published},
                                                  {"citation_publication_date", &Head::published},
                                                  {"og:description", &Head::description},
                                                  {"description", &Head::description},
                                                  {"og:url", &Head::url}});

std::string lowered(std::string_view word) {
  std::string out(word.substr(0, 64));
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

std::string_view attribute(const Token& tag, std::string_view name) {
  const auto found = std::ranges::find(tag.attributes, name, &Attribute::name);
  return found == tag.attributes.end() ? std::string_view() : found->value;
}

void set(std::string& field, std::string_view value) {
  if (field.empty()) field = value;
}

bool is_article(simdjson::dom::element type) {
  std::string_view name;
  if (type.get(name) == simdjson::SUCCESS)
    return name.ends_with("Article") || name == "BlogPosting" || name == "Report" || name == "MedicalWebPage" || name == "WebPage" || name == "Recipe";
  simdjson::dom::array names;
  return type.get(names) == simdjson::SUCCESS && std::ranges::any_of(names, [](simdjson::dom::element e) { return e.is_string() && is_article(e); });
}

/// A string, or the name of an object, or of the first of a list.
std::string name_of(simdjson::dom::element value) {
  simdjson::dom::array list;
  if (value.get(list) == simdjson::SUCCESS && list.size() > 0) value = list.at(0).value_unsafe();
  std::string_view words;
  if (value.get(words) != simdjson::SUCCESS && value["name"].get(words) != simdjson::SUCCESS) return {};
  return std::string(words);
}

void note(simdjson::dom::object object, std::string_view key, std::string& field) {
  simdjson::dom::element value;
  if (object.at_key(key).get(value) == simdjson::SUCCESS) set(field, name_of(value));
}

void read_article(simdjson::dom::object object, Head& head) {
  note(object, "headline", head.headline);
  note(object, "datePublished", head.published);
  note(object, "author", head.byline);
  note(object, "publisher", head.site);
  note(object, "articleBody", head.article_body);
}

}  // namespace

void read_meta(const Token& start_tag, Head& head) {
  const std::string_view content = attribute(start_tag, "content");
  if (content.empty()) return;
  for (const std::string_view key : {"property", "name", "itemprop"}) {
    const std::string name = lowered(attribute(start_tag, key));
    for (const Row& row : kMetas)
      if (!name.empty() && row.name == name) set(head.*row.field, content);
  }
}

void read_json_ld(std::string_view script, Head& head) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (parser.parse(script.data(), script.size()).get(root) != simdjson::SUCCESS) return;
  std::vector<simdjson::dom::element> todo{root};
  while (!todo.empty()) {
    const simdjson::dom::element element = todo.back();
    todo.pop_back();
    simdjson::dom::array list;
    simdjson::dom::object object;
    if (element.get(list) == simdjson::SUCCESS) std::ranges::copy(list, std::back_inserter(todo));
    if (element.get(object) != simdjson::SUCCESS) continue;
    simdjson::dom::element inner;
    if (object.at_key("@type").get(inner) == simdjson::SUCCESS && is_article(inner)) read_article(object, head);
    for (const std::string_view key : {"@graph", "mainEntity", "mainEntityOfPage"})
      if (object.at_key(key).get(inner) == simdjson::SUCCESS) todo.push_back(inner);
  }
}

}  // namespace hypeline::html
