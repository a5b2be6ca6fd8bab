#include "assess/criteria.h"
#include "render/app.h"
#include "render/app/columns.h"
#include "render/families.h"
#include "render/findings.h"
#include "render/html/reading.h"
#include "render/json.h"
#include "render/reasons.h"

#include <algorithm>
#include <cmath>

namespace hypeline {
namespace {

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
  json.open('{').key("version").string(context.version).key("lexicon").string(context.lexicon_digest).key("usual").string(app_usual());
  write_labels(json, *context.labels);
  write_reasons(json, *context.labels);
  write_columns(json, articles);
  const bool compared = std::any_of(articles.begin(), articles.end(), [](const IndexRow& row) { return row.change.has_value(); });
  json.key("compared").boolean(compared).close('}');
  return "hypeline.data(" + std::move(json).finish() + ");\n";
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
