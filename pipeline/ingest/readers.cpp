#include "ingest/readers.h"

#include "core/tsv.h"
#include "ingest/articles.h"
#include "ingest/html/read.h"
#include "ingest/jsonl.h"
#include "ingest/plain.h"
#include "ingest/sniff.h"

#include <algorithm>
#include <array>

namespace hypeline {
namespace {

constexpr std::array<std::string_view, 5> kHtmlSuffixes = {".html", ".htm", ".xhtml", ".shtml", ".mhtml"};
constexpr std::array<std::string_view, 3> kJsonSuffixes = {".jsonl", ".ndjson", ".json"};
constexpr std::array<std::string_view, 4> kTextSuffixes = {".txt", ".text", ".md", ".markdown"};

constexpr std::array<Reader, 3> kReaders = {{{"html", kHtmlSuffixes, read_html}, {"jsonl", kJsonSuffixes, read_jsonl}, {"text", kTextSuffixes, read_plain}}};
constexpr const Reader& kHtml = kReaders[0];
constexpr const Reader& kPlain = kReaders[2];

std::string lower_suffix(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos || path.find('/', dot) != std::string_view::npos) return {};
  std::string suffix(path.substr(dot));
  for (char& c : suffix) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return suffix;
}

/// By the reader's name, else by the suffix, else by the first bytes; a text file that holds an HTML document is read as one.
const Reader& choose(const Input& input) {
  const std::string suffix = lower_suffix(input.path);
  for (const Reader& reader : kReaders)
    if (reader.name == input.format) return reader;
  for (const Reader& reader : kReaders)
    if (&reader != &kPlain && std::ranges::find(reader.suffixes, suffix) != reader.suffixes.end()) return reader;
  return looks_like_html(input.bytes) ? kHtml : kPlain;
}

}  // namespace

std::span<const Reader> readers() { return kReaders; }

std::vector<Document> read_input(const Input& input) {
  if (input.bytes.empty()) return {rejected(input, "empty", "holds nothing")};
  if (const std::string_view kind = known_binary(input.bytes); !kind.empty()) return {rejected(input, "binary", "is no text: " + std::string(kind))};
  return choose(input).read(input);
}

}  // namespace hypeline
