#include "ingest/jsonl.h"

#include "core/tsv.h"
#include "core/unicode.h"
#include "ingest/articles.h"
#include "ingest/readers.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <utility>

namespace hypeline {
namespace {

using Names = std::span<const std::string_view>;

// What scrapers call their fields, the surest name first.
constexpr std::array<std::string_view, 5> kId = {"id", "_id", "uid", "uuid", "guid"};
constexpr std::array<std::string_view, 4> kUrl = {"url", "link", "source_url", "canonical_url"};
constexpr std::array<std::string_view, 7> kText = {"text", "body", "article_text", "maintext", "articleBody", "content", "article"};
constexpr std::array<std::string_view, 5> kHtml = {"html", "raw_html", "content_html", "page", "page_html"};
constexpr std::array<std::string_view, 2> kTitle = {"title", "headline"};
constexpr std::array<std::string_view, 7> kDate = {"date", "published", "publish_date", "pubDate", "date_publish", "published_at", "datePublished"};
constexpr std::array<std::string_view, 4> kSite = {"site", "source_domain", "site_name", "domain"};
constexpr std::array<std::string_view, 4> kAuthor = {"author", "byline", "authors", "creator"};

constexpr std::array<FieldNames, 8> kFields = {
    {{"id", kId}, {"text", kText}, {"html", kHtml}, {"title", kTitle}, {"url", kUrl}, {"date", kDate}, {"site", kSite}, {"author", kAuthor}}};

/// The value as words: a string, a number, or the strings of a list joined by commas. Empty for all else.
std::string as_words(simdjson::dom::element value) {
  std::string_view words;
  if (value.get(words) == simdjson::SUCCESS) return std::string(words);
  simdjson::dom::array list;
  if (value.get(list) != simdjson::SUCCESS) return value.is_number() ? simdjson::minify(value) : std::string();
  std::string out;
  for (const simdjson::dom::element item : list)
    if (item.get(words) == simdjson::SUCCESS) (out += out.empty() ? "" : ", ") += words;
  return out;
}

std::string field(simdjson::dom::object object, Names names) {
  for (const std::string_view name : names) {
    simdjson::dom::element value;
    if (object.at_key(name).get(value) != simdjson::SUCCESS) continue;
    if (std::string words = as_words(value); !words.empty()) return words;
  }
  return {};
}

Record bad(Record record, std::string message) {
  record.rejection = Rejection{"bad-record", std::move(message)};
  return record;
}

Meta meta_of(simdjson::dom::object object) {
  Meta meta;
  meta.title = field(object, kTitle);
  meta.url = field(object, kUrl);
  meta.published = field(object, kDate);
  meta.site = field(object, kSite);
  meta.byline = field(object, kAuthor);
  return meta;
}

Record to_record(simdjson::dom::element element, std::string_view fallback_id) {
  Record record;
  record.input.id = fallback_id;
  simdjson::dom::object object;
  if (element.get(object) != simdjson::SUCCESS) return bad(std::move(record), "is no JSON object");
  record.input.meta = meta_of(object);
  if (std::string id = field(object, kId); !id.empty())
    record.input.id = std::move(id);
  else if (!record.input.meta.url.empty())
    record.input.id = record.input.meta.url;
  record.input.charset = "utf-8";
  record.input.format = "text";
  record.input.bytes = field(object, kText);
  if (!trim(record.input.bytes).empty()) return record;
  record.input.format = "html";
  record.input.bytes = field(object, kHtml);
  if (trim(record.input.bytes).empty()) return bad(std::move(record), "has no text: no field text, body, content or html with words in it");
  return record;
}

std::vector<Document> read(Record record, const Input& from) {
  record.input.path = from.path;
  record.input.how = from.how;
  if (record.rejection) return {rejected(record.input, record.rejection->reason, record.rejection->message)};
  return read_input(record.input);
}

void append(std::vector<Document>& to, std::vector<Document>&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

/// A file that is one JSON value: an object, or an array of them.
std::vector<Document> read_whole(simdjson::dom::element element, const Input& input) {
  simdjson::dom::array list;
  if (element.get(list) != simdjson::SUCCESS) return read(to_record(element, input.id), input);
  std::vector<Document> out;
  std::size_t n = 0;
  for (const simdjson::dom::element item : list) append(out, read(to_record(item, input.id + ":" + std::to_string(++n)), input));
  if (out.empty()) out.push_back(rejected(input, "empty", "holds an empty list"));
  return out;
}

}  // namespace

std::span<const FieldNames> record_fields() { return kFields; }

Record parse_record(std::string_view line, std::string_view fallback_id) {
  Record record;
  record.input.id = fallback_id;
  if (!is_valid_utf8(line)) return bad(std::move(record), "is not valid UTF-8 at byte " + std::to_string(valid_utf8_prefix(line)));
  simdjson::dom::parser parser;
  simdjson::dom::element element;
  const auto error = parser.parse(line.data(), line.size()).get(element);
  if (error != simdjson::SUCCESS) return bad(std::move(record), std::string("is no JSON: ") + simdjson::error_message(error));
  return to_record(element, fallback_id);
}

std::vector<Document> read_record(std::string_view line, std::string_view fallback_id) { return read(parse_record(line, fallback_id), Input{}); }

std::vector<Document> read_json_record(const Input& record) {
  std::vector<Document> out = read(parse_record(record.bytes, record.id), record);
  for (Document& document : out) {
    if (record.path.empty() || document.input == record.id) continue;
    document.meta.record = document.input;
    document.id = record.id + document.id.substr(document.input.size());
    document.input = record.id;
  }
  return out;
}

std::vector<Document> read_jsonl(const Input& input) {
  simdjson::dom::parser parser;
  simdjson::dom::element element;
  if (parser.parse(input.bytes).get(element) == simdjson::SUCCESS) return read_whole(element, input);
  std::vector<Document> out;
  std::size_t number = 0;
  for (const std::string_view line : split(input.bytes, '\n')) {
    ++number;
    if (!trim(line).empty()) append(out, read(parse_record(line, input.id + ":" + std::to_string(number)), input));
  }
  if (out.empty()) out.push_back(rejected(input, "empty", "holds no record"));
  return out;
}

}  // namespace hypeline
