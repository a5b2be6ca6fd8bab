#include "ingest/readers.h"

#include "core/tsv.h"
#include "ingest/articles.h"
#include "ingest/containers.h"
#include "ingest/html/read.h"
#include "ingest/jsonl.h"
#include "ingest/packing/codings.h"
#include "ingest/plain.h"
#include "ingest/sniff.h"
#include "ingest/warc.h"

#include <algorithm>
#include <array>

namespace hypeline {
namespace {

constexpr std::array<std::string_view, 5> kHtmlSuffixes = {".html", ".htm", ".xhtml", ".shtml", ".mhtml"};
constexpr std::array<std::string_view, 3> kJsonSuffixes = {".jsonl", ".ndjson", ".json"};
constexpr std::array<std::string_view, 4> kTextSuffixes = {".txt", ".text", ".md", ".markdown"};

constexpr std::array<std::string_view, 1> kWarcSuffixes = {".warc"};

constexpr std::array<Reader, 4> kReaders = {
    {{"html", kHtmlSuffixes, read_html}, {"jsonl", kJsonSuffixes, read_jsonl}, {"warc", kWarcSuffixes, read_warc}, {"text", kTextSuffixes, read_plain}}};
constexpr const Reader& kHtml = kReaders[0];
constexpr const Reader& kPlain = kReaders[3];

const Reader* named(std::string_view name) {
  const auto found = std::ranges::find(kReaders, name, &Reader::name);
  return found == kReaders.end() ? nullptr : &*found;
}

/// By the reader's name, else by the suffix, else by the first bytes; a text file that holds an HTML document or a WARC file is read as one.
const Reader& choose(const Input& input) {
  const std::string suffix = suffix_of(input.path);
  if (const Reader* reader = named(input.format)) return *reader;
  for (const Reader& reader : kReaders)
    if (&reader != &kPlain && std::ranges::find(reader.suffixes, suffix) != reader.suffixes.end()) return reader;
  if (const Container* container = container_of_bytes(input.bytes)) return *named(container->format);
  return looks_like_html(input.bytes) ? kHtml : kPlain;
}

}  // namespace

std::span<const Reader> readers() { return kReaders; }

std::string suffix_of(std::string_view path) {
  path = packing::without_packing(path);
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos || path.find('/', dot) != std::string_view::npos) return {};
  std::string suffix(path.substr(dot));
  for (char& c : suffix) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return suffix;
}

std::vector<Document> read_input(const Input& input) {
  if (input.bytes.empty()) return {rejected(input, "empty", "holds nothing")};
  if (const std::string_view how = known_encryption(input.bytes); !how.empty()) return {rejected(input, "encrypted", "is encrypted: " + std::string(how))};
  if (const std::string_view kind = known_binary(input.bytes); !kind.empty()) return {rejected(input, "binary", "is no text: " + std::string(kind))};
  return choose(input).read(input);
}

}  // namespace hypeline
