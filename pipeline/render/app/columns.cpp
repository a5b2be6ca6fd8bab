#include "render/app/columns.h"
#include "core/unicode.h"
#include "render/app.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>

namespace hypeline {
namespace {

/// Strings that many rows share, by the order of their first use.
class Table {
 public:
  std::uint32_t index(const std::string& word) {
    const auto [at, added] = index_.emplace(word, static_cast<std::uint32_t>(words_.size()));
    if (added) words_.push_back(word);
    return at->second;
  }
  const std::vector<std::string>& words() const { return words_; }

 private:
  std::map<std::string, std::uint32_t> index_;
  std::vector<std::string> words_;
};

using Column = std::vector<std::uint64_t>;  ///< a number an article

struct Tables {
  Table sites, kinds;
};

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::uint64_t tenths(double value) { return static_cast<std::uint64_t>(std::max(0L, std::lround(value * 10))); }
/// Tenths and 1; 0 where there is none.
std::uint64_t tenths(const std::optional<double>& value) { return value ? tenths(*value) + 1 : 0; }

/// As JavaScript counts.
std::uint64_t utf16_size(std::string_view text) {
  std::uint64_t out = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    out += c.value > 0xFFFF ? 2 : 1;
    at += c.size;
  }
  return out;
}

std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    append_utf8(out, fold(c.value));
    at += c.size;
  }
  return out;
}

/// Each title's place in the alphabet, whatever its case; equal ones share one.
Column title_order(const std::vector<IndexRow>& articles) {
  std::map<std::string, std::uint64_t> places;
  Column out;
  for (const IndexRow& row : articles) places.emplace(folded(row.title), 0);
  std::uint64_t place = 0;
  for (auto& [title, at] : places) at = place++;
  for (const IndexRow& row : articles) out.push_back(places.at(folded(row.title)));
  return out;
}

/// Each near copy's original by its row and 1; of an id that is used twice the first. 0: none.
Column originals(const std::vector<IndexRow>& articles) {
  std::map<std::string_view, std::uint64_t> by_id;
  for (std::size_t row = 0; row < articles.size(); ++row) by_id.emplace(articles[row].id, row + 1);
  Column out;
  for (const IndexRow& row : articles) {
    const auto original = by_id.find(row.duplicate_of);
    out.push_back(row.duplicate_of.empty() || original == by_id.end() ? 0 : original->second);
  }
  return out;
}

using Numbers = std::vector<std::pair<std::string_view, std::uint64_t>>;

/// By the names that web/app/model.js knows.
Numbers numbers(const IndexRow& row, Tables& tables) {
  const bool any = !row.mismatch.empty();
  return {{"site", tables.sites.index(row.site)},
          {"words", row.words},
          {"load", tenths(row.per_1000)},
          {"low", tenths(row.low)},
          {"high", tenths(row.high)},
          {"found", row.found},
          {"applicable", row.applicable},
          {"kind", any ? tables.kinds.index(row.mismatch) + 1 : 0},
          {"severity", any ? static_cast<std::uint64_t>(row.severity) : 0},
          {"mismatches", row.mismatches},
          {"sources", row.sources},
          {"repairs", row.repairs},
          {"lossy", row.lossy},
          {"priority", tenths(row.priority)},
          {"families", row.families},
          {"findings", row.to_judge},
          {"change", static_cast<std::uint64_t>(row.change.value_or(Change::none))},
          {"added", row.changes.new_text + row.changes.new_rules},
          {"gone", row.changes.gone_text + row.changes.gone_rules}};
}

/// Six bits a letter, the highest first; all numbers of a column have as many letters as its greatest needs, so that each stands where its row says.
void write_column(Json& json, std::string_view name, const Column& column) {
  const std::uint64_t most = column.empty() ? 0 : *std::max_element(column.begin(), column.end());
  const int bits = (static_cast<int>(std::bit_width(most)) + 5) / 6 * 6;
  if (bits == 0) return;
  std::string packed;
  for (const std::uint64_t number : column)
    for (int shift = bits - 6; shift >= 0; shift -= 6) packed += kDigits[(number >> shift) & 63];
  json.key(name).string(packed);
}

void write_numbers(Json& json, const std::vector<IndexRow>& articles, Tables& tables) {
  std::vector<std::pair<std::string_view, Column>> columns;
  for (const IndexRow& row : articles) {
    const Numbers now = numbers(row, tables);
    columns.resize(now.size());
    for (std::size_t i = 0; i < now.size(); ++i) {
      columns[i].first = now[i].first;
      columns[i].second.push_back(now[i].second);
    }
  }
  for (const auto& [name, column] : columns) write_column(json, name, column);
}

void write_words(Json& json, std::string_view key, const std::vector<std::string>& words) {
  json.key(key).open('[');
  for (const std::string& word : words) json.string(word);
  json.close(']');
}

}  // namespace

void write_columns(Json& json, const std::vector<IndexRow>& articles) {
  constexpr std::size_t kTitle = 90;  // code points: keeps an article within its 160 bytes
  std::string names;
  Column ends;
  for (const IndexRow& row : articles) {
    const std::string name = row.key + ' ' + html::shorten(row.title, kTitle);
    names += name;
    ends.push_back((ends.empty() ? 0 : ends.back()) + utf16_size(name));
  }
  Tables tables;
  json.key("count").number(articles.size()).key("names").string(names).key("columns").open('{');
  write_column(json, "end", ends);
  write_numbers(json, articles, tables);
  write_column(json, "order", title_order(articles));
  write_column(json, "copy", originals(articles));
  json.close('}');
  write_words(json, "sites", tables.sites.words());
  write_words(json, "kinds", tables.kinds.words());
}

std::string pack(const std::vector<std::uint32_t>& rising) {
  std::string out;
  std::uint32_t next = 0;
  for (const std::uint32_t number : rising) {
    std::uint32_t left = number - next;
    for (; left > 31; left >>= 5) out += kDigits[(left & 31) | 32];
    out += kDigits[left];
    next = number + 1;
  }
  return out;
}

}  // namespace hypeline
