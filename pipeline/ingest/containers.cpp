#include "ingest/containers.h"

#include "core/tsv.h"
#include "ingest/articles.h"
#include "ingest/jsonl.h"
#include "ingest/packing/codings.h"
#include "ingest/readers.h"
#include "ingest/warc.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>

namespace hypeline {
namespace {

constexpr std::array<std::string_view, 2> kLineSuffixes = {".jsonl", ".ndjson"};
constexpr std::array<std::string_view, 1> kWarcSuffixes = {".warc"};

Cut cut_line(std::string_view bytes, Rest rest) {
  const std::size_t end = bytes.find('\n');
  if (end != std::string_view::npos) return {end + 1, 1, false};
  return rest == Rest::end ? Cut{bytes.size(), 0, false} : Cut{};
}

std::size_t next_line(std::string_view bytes) {
  const std::size_t end = bytes.find('\n');
  return end == std::string_view::npos ? end : end + 1;
}

bool holds_words(std::string_view line) { return !trim(line).empty(); }

constexpr std::array<Container, 2> kContainers = {{
    {"jsonl", kLineSuffixes, "", "record", cut_line, next_line, holds_words, read_json_record},
    {"warc", kWarcSuffixes, "WARC/1.", "page", cut_warc, next_warc_record, holds_page, read_warc_record},
}};

template <class Which>
const Container* find(Which which) {
  const auto found = std::ranges::find_if(kContainers, which);
  return found == kContainers.end() ? nullptr : &*found;
}

}  // namespace

std::span<const Container> containers() { return kContainers; }

const Container* container_of_path(std::string_view path) {
  const std::string suffix = suffix_of(path);
  return find([&](const Container& c) { return std::ranges::find(c.suffixes, suffix) != c.suffixes.end(); });
}

const Container* container_of_bytes(std::string_view bytes) {
  return find([&](const Container& c) { return !c.magic.empty() && bytes.starts_with(c.magic); });
}

const Container* container_of_format(std::string_view format) {
  return find([&](const Container& c) { return c.format == format; });
}

std::vector<Document> read_records(const Input& input, const Container& container) {
  std::vector<Document> out;
  std::string_view rest = input.bytes;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const Cut cut = container.cut(rest, Rest::end);
    Input record;
    record.path = input.path;
    record.how = input.how;
    record.id = input.id + ":" + std::to_string(number);
    record.bytes = rest.substr(0, cut.size - cut.gap);
    rest.remove_prefix(cut.size);
    if (cut.broken)
      out.push_back(rejected(record, "corrupt", "is no whole " + std::string(container.holds)));
    else if (container.is_input(record.bytes))
      std::ranges::move(container.read(record), std::back_inserter(out));
  }
  if (out.empty()) out.push_back(rejected(input, "empty", "holds no " + std::string(container.holds)));
  return out;
}

}  // namespace hypeline
