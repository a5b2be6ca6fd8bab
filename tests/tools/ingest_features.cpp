// Prints what the learned tables of ingest look at, for scripts/learn_main_text.py and scripts/learn_split.py.
// usage: ingest_features main-text|split < RECORDS    In: one JSON record a line. Out: one JSON object a line, in the same order.
//
// main-text  of {"id", "html"}: the page's blocks, and the features of each
// split      of {"id", "text"}: where each block begins in the record's text (bytes), and its features
#include "ingest/encoding/charset.h"
#include "ingest/html/features.h"
#include "ingest/html/layout.h"
#include "ingest/jsonl.h"
#include "ingest/paragraphs.h"
#include "ingest/plain.h"
#include "ingest/split_features.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace hypeline;

std::string json_string(std::string_view text) { return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace); }

std::string listed(const std::vector<std::string>& items) { return fmt::format("[{}]", fmt::join(items, ",")); }

/// One row a block. Six digits: the tables were learned from numbers so written.
template <typename Features>
std::string rows(const std::vector<Features>& features) {
  std::vector<std::string> out;
  for (const Features& row : features) out.push_back(fmt::format("[{:.6g}]", fmt::join(row, ",")));
  return listed(out);
}

void print_main_text(const Record& record) {
  const html::Layout layout = html::lay_out(decode(record.input.bytes, "utf-8", true).text);
  std::vector<std::string> blocks;
  for (const html::LaidBlock& block : layout.blocks) blocks.push_back(json_string(slice(layout.text.view(), block.span)));
  fmt::print("{{\"id\":{},\"blocks\":{},\"features\":{}}}\n", json_string(record.input.id), listed(blocks), rows(html::features_of(html::PageFacts(layout))));
}

void print_split(const Record& record) {
  Page page = open_page(record.input, false);
  clean(page);
  page.blocks = find_paragraphs(page.text.view());
  std::vector<std::string> begins;
  for (const Block& block : page.blocks) begins.push_back(fmt::format("{}", page.text.to_source(block.span).value_or(Span{}).begin));
  fmt::print("{{\"id\":{},\"begins\":{},\"features\":{}}}\n", json_string(record.input.id), listed(begins), rows(split_features_of(page)));
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view what = argc == 2 ? argv[1] : "";
  if (what != "main-text" && what != "split") {
    fmt::print(stderr, "usage: ingest_features main-text|split < RECORDS\n");
    return 2;
  }
  for (std::string line; std::getline(std::cin, line);) {
    const Record record = parse_record(line, "-");
    what == "split" ? print_split(record) : print_main_text(record);
  }
}
