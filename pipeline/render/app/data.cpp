#include "assess/criteria.h"
#include "render/app.h"
#include "render/families.h"
#include "render/findings.h"
#include "render/html/reading.h"
#include "render/json.h"
#include "render/reasons.h"

#include <algorithm>
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

std::int64_t tenths(const std::optional<double>& value) { return value ? std::lround(*value * 10) : -1; }

/// The numbers of a row, in the order that web/app/model.js knows (AT); trailing zeros are left out.
std::vector<std::int64_t> numbers(const IndexRow& row, std::uint32_t copy_of, Table& sites, Table& kinds) {
  const bool any = !row.mismatch.empty();
  std::vector<std::int64_t> out = {sites.index(row.site),
                                   row.words,
                                   tenths(row.per_1000),
                                   tenths(row.low),
                                   tenths(row.high),
                                   row.found,
                                   row.applicable,
                                   any ? kinds.index(row.mismatch) + 1 : 0,
                                   any ? static_cast<std::int64_t>(row.severity) : 0,
                                   row.mismatches,
                                   row.sources,
                                   row.repairs,
                                   row.lossy,
                                   tenths(row.priority),
                                   row.families,
                                   row.to_judge,
                                   static_cast<std::int64_t>(row.change.value_or(Change::none)),
                                   row.changes.new_text,
                                   row.changes.new_rules,
                                   row.changes.gone_text,
                                   row.changes.gone_rules,
                                   row.ignored,
                                   copy_of};
  while (!out.empty() && out.back() == 0) out.pop_back();
  return out;
}

/// Each id's row and 1; of an id that is used twice the first.
std::map<std::string_view, std::uint32_t> rows_by_id(const std::vector<IndexRow>& articles) {
  std::map<std::string_view, std::uint32_t> out;
  for (std::uint32_t row = 0; row < articles.size(); ++row) out.emplace(articles[row].id, row + 1);
  return out;
}

void write_row(Json& json, const IndexRow& row, std::uint32_t copy_of, Table& sites, Table& kinds) {
  constexpr std::size_t kTitle = 90;  // code points: keeps a row within its 160 bytes
  json.open('[').string(row.key).string(html::shorten(row.title, kTitle));
  for (const std::int64_t number : numbers(row, copy_of, sites, kinds)) json.integer(number);
  json.close(']');
}

void write_words(Json& json, std::string_view key, const std::vector<std::string>& words) {
  json.key(key).open('[');
  for (const std::string& word : words) json.string(word);
  json.close(']');
}

/// [label, attribute, its value, sentence], in the order of search.
void write_reasons(Json& json, const Labels& labels) {
  json.key("reasons").open('[');
  for (const NoteReason& reason : note_reasons())
    if (const Label* label = labels.find(label_id(reason.label)))
      json.open('[').number(static_cast<std::uint64_t>(label - labels.all().data())).string(reason.key).string(reason.value).string(reason.sentence).close(']');
  json.close(']').key("criteria").open('[');
  for (const CriterionName& criterion : criterion_names()) json.open('[').string(criterion.id).string(criterion.title).close(']');
  json.close(']');
}

void write_labels(Json& json, const Labels& labels) {
  const std::vector<Family> known = families(labels);
  json.key("labels").open('[');
  for (const Label& label : labels.all()) {
    json.open('[').string(label.name).string(label.title).string(label.meaning).open('[');
    for (const std::string& id : label.criteria) json.string(id);
    json.close(']').fixed(label.weight, 1).string(label.settle).number(family_index(label, known)).close(']');
  }
  json.close(']').key("families").open('[');
  for (const Family& family : known) json.string(family.name);
  json.close(']').key("zones").open('[');
  for (std::size_t i = 0; i < kZoneNames.size(); ++i) json.open('[').string(kZoneNames[i]).string(html::zone_note(static_cast<Zone>(i))).close(']');
  json.close(']');
}

std::int64_t percent(double share) { return std::lround(share * 100); }

void write_rule(Json& json, const RuleInfo& rule, std::int64_t label, const std::vector<std::uint32_t>& where, const Context& context) {
  json.string(rule.id).integer(label).string(html::shorten(rule.pattern, 160)).string(html::shorten(rule.source, 120)).string(pack(where));
  const RuleRecord* record = record_of(rule.id, context);
  if (record == nullptr || record->right + record->wrong == 0) return;
  json.number(record->right).number(record->right + record->wrong).integer(percent(record->low)).integer(percent(record->high));
}

}  // namespace

std::string app_data(const std::vector<IndexRow>& articles, const Context& context) {
  Json json(JsonIn::script);
  Table sites, kinds;
  json.open('{').key("version").string(context.version).key("lexicon").string(context.lexicon_digest).key("usual").string(app_usual());
  write_labels(json, *context.labels);
  write_reasons(json, *context.labels);
  json.key("rows").open('[');
  const auto by_id = rows_by_id(articles);
  for (const IndexRow& row : articles) {
    const auto original = by_id.find(row.duplicate_of);
    write_row(json, row, row.duplicate_of.empty() || original == by_id.end() ? 0 : original->second, sites, kinds);
  }
  json.close(']');
  write_words(json, "sites", sites.words());
  write_words(json, "kinds", kinds.words());
  const bool compared = std::any_of(articles.begin(), articles.end(), [](const IndexRow& row) { return row.change.has_value(); });
  json.key("compared").boolean(compared).close('}');
  return "hypeline.data(" + std::move(json).finish() + ");\n";
}

std::string pack(const std::vector<std::uint32_t>& rising) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string out;
  std::uint32_t last = 0;
  for (const std::uint32_t number : rising) {
    std::uint32_t left = out.empty() ? number : number - last - 1;
    for (; left > 31; left >>= 5) out += kDigits[(left & 31) | 32];
    out += kDigits[left];
    last = number;
  }
  return out;
}

std::string app_rules(const std::vector<IndexRow>& articles, const Context& context) {
  std::vector<std::vector<std::uint32_t>> where(context.rules.size());
  for (std::uint32_t row = 0; row < articles.size(); ++row)
    for (const std::uint32_t rule : articles[row].rules) where[rule].push_back(row);
  Json json(JsonIn::script);
  json.open('[');
  for (std::size_t i = 0; i < context.rules.size(); ++i) {
    const RuleInfo& rule = context.rules[i];
    const Label* label = context.labels->find(rule.label);
    json.open('[');
    if (!where[i].empty() && label) write_rule(json, rule, label - context.labels->all().data(), where[i], context);
    json.close(']');
  }
  json.close(']');
  return "hypeline.rules(" + std::move(json).finish() + ");\n";
}

}  // namespace hypeline
