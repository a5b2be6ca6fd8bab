#include "render/jsonl.h"

#include "core/digest.h"
#include "core/unicode.h"
#include "render/findings.h"
#include "render/json.h"

#include <fmt/format.h>

#include <algorithm>

namespace hypeline {
namespace {

/// What the parts of a record read.
struct Record {
  const Document& document;
  const Context& context;
  CodePointIndex points;

  Span in_points(Span bytes) const { return {points.at(bytes.begin), points.at(bytes.end)}; }
};

/// A name that may hold any bytes: readable, and where that loses something also in hex.
void write_raw(Json& json, std::string_view key, std::string_view bytes) {
  json.key(key).string(bytes);
  if (is_valid_utf8(bytes)) return;
  std::string hex;
  for (const char c : bytes) hex += fmt::format("{:02x}", static_cast<unsigned char>(c));
  json.key(fmt::format("{}_hex", key)).string(hex);
}

void write_repairs(Json& json, const std::vector<Repair>& repairs) {
  json.key("repairs").open('[');
  for (const Repair& r : repairs)
    json.open('{').key("kind").string(r.kind).key("count").number(r.count).key("lossy").boolean(r.lossy).key("codec").string(r.codec).close('}');
  json.close(']');
}

void write_head(Json& json, const Document& document) {
  const Source& source = document.source;
  json.key("schema").string("hypeline/1");
  write_raw(json, "id", document.id);
  json.key("input").string(document.input).key("source").open('{');
  write_raw(json, "path", source.path);
  json.key("sha256").string(source.sha256).key("bytes").range(source.bytes);
  json.key("charset").string(source.charset).key("charset_from").string(source.charset_from);
  write_repairs(json, source.repairs);
  json.close('}');
}

void write_text(Json& json, const Record& record) {
  const Meta& meta = record.document.meta;
  const std::string_view text = record.document.text.view();
  json.key("meta").open('{').key("title").string(meta.title).key("url").string(meta.url).key("site").string(meta.site);
  json.key("published").string(meta.published).key("byline").string(meta.byline).key("language").string(meta.language);
  if (!meta.record.empty()) json.key("record").string(meta.record);
  if (!meta.crawled.empty()) json.key("crawled").string(meta.crawled);
  json.close('}');
  if (!record.document.duplicate_of.empty()) write_raw(json, "duplicate_of", record.document.duplicate_of);
  json.key("text").string(text).key("offset_unit").string("unicode-code-point").key("text_sha256").string(sha256_hex(text));
}

void write_structure(Json& json, const Record& record) {
  json.key("zones").open('[');
  for (const auto& [zone, span] : merged_zones(record.document)) {
    const Span at = record.in_points(span);
    json.open('[').string(name(zone)).number(at.begin).number(at.end).close(']');
  }
  json.close(']').key("sentences").open('[');
  for (const Span sentence : record.document.layer("structure.sentence"_label)) json.range(record.in_points(sentence));
  json.close(']');
}

void write_ids(Json& json, std::string_view key, const Evidence& evidence, const Record& record) {
  json.key(key).open('[');
  for (const std::uint32_t i : shown(evidence, record.document, record.context)) json.string(annotation_id(i));
  json.close(']');
}

void write_place(Json& json, const Annotation& a, const Record& record) {
  const Span at = record.in_points(a.span);
  json.key("begin").number(at.begin).key("end").number(at.end).key("source");
  const auto source = record.document.text.to_source(a.span);
  source ? json.range(*source) : json.null();
  json.key("text").string(record.document.words(a));
  const RuleInfo* rule = rule_of(a, record.context);
  json.key("rule");
  rule ? json.string(rule->id) : json.null();
}

void write_reading(Json& json, const Annotation& a, const Record& record) {
  json.key("zone").string(name(a.zone)).key("negated").boolean(a.negated).key("quoted");
  a.quoted ? json.string(record.document.words(a.speaker)) : json.null();
  json.key("hypothetical").boolean(a.hypothetical);
  write_ids(json, "hedged_by", a.hedged_by, record);
  json.key("damaged").boolean(a.damaged).key("confidence").fixed(a.confidence, 2);
}

void write_attributes(Json& json, const Annotation& a) {
  json.key("attributes").open('{');
  for (auto at = a.attributes.begin(); at != a.attributes.end(); ++at) {
    const bool again = std::any_of(a.attributes.begin(), at, [&](const auto& before) { return before.first == at->first; });
    if (!again) json.key(at->first).string(at->second);
  }
  json.close('}');
}

/// What reviewers said of the rule so far, and of this very place.
void write_review(Json& json, std::string_view rule, std::string_view print, const Context& context) {
  if (const RuleRecord* record = record_of(rule, context)) {
    json.key("record").open('{').key("right").number(record->right).key("wrong").number(record->wrong).key("unsure").number(record->unsure);
    json.key("conflicts").number(record->conflicts);
    const bool decided = record->right + record->wrong != 0;
    json.key("precision").fixed(decided ? std::optional(record->precision) : std::nullopt, 2);
    json.key("low").fixed(record->low, 2).key("high").fixed(record->high, 2).close('}');
  }
  if (context.verdicts == nullptr) return;
  if (const Decision decision = context.verdicts->decision(print); decision != Decision::none) json.key("reviewed").string(name(decision));
}

void write_annotations(Json& json, const Record& record) {
  json.key("annotations").open('[');
  for (std::uint32_t i = 0; i < record.document.annotations.size(); ++i) {
    const Annotation& a = record.document.annotations[i];
    const Label* label = finding_label(a, record.context);
    if (!label) continue;
    json.open('{').key("id").string(annotation_id(i)).key("label").string(label->name);
    write_place(json, a, record);
    write_reading(json, a, record);
    const std::string print = fingerprint(record.document, a, record.context);
    json.key("fingerprint").string(print);
    write_attributes(json, a);
    const RuleInfo* rule = rule_of(a, record.context);
    if (rule != nullptr) write_review(json, rule->id, print, record.context);
    json.close('}');
  }
  json.close(']');
}

void write_load(Json& json, const PromotionalLoad& load, const Record& record) {
  json.key("promotional_load").open('{').key("count").number(load.count);
  json.key("per_1000").fixed(load.per_1000, 1).key("low").fixed(load.low, 1).key("high").fixed(load.high, 1).key("band").string(load.band);
  json.key("quoted").number(load.quoted);
  write_ids(json, "annotations", load.annotations, record);
  json.close('}');
}

void write_criteria(Json& json, const std::vector<Criterion>& criteria, const Record& record) {
  json.key("criteria").open('[');
  for (const Criterion& c : criteria) {
    json.open('{').key("id").string(c.id).key("verdict").string(name(c.verdict)).key("probability").fixed(c.probability, 2);
    write_ids(json, "annotations", c.annotations, record);
    json.key("reason").string(c.reason).close('}');
  }
  json.close(']');
}

void write_mismatches(Json& json, const std::vector<Mismatch>& mismatches, const Record& record) {
  json.key("mismatches").open('[');
  for (const Mismatch& m : mismatches) {
    json.open('{').key("kind").string(m.kind).key("severity").string(name(m.severity));
    write_ids(json, "annotations", m.annotations, record);
    json.key("message").string(m.message).key("places").open('[');
    for (const Span place : m.places) json.range(record.in_points(place));
    json.close(']');
    const std::string print = fingerprint(record.document, m, record.context);
    json.key("fingerprint").string(print);
    write_review(json, m.kind, print, record.context);
    json.close('}');
  }
  json.close(']');
}

void write_retraction(Json& json, const std::optional<Retraction>& retraction) {
  json.key("retraction");
  if (!retraction) return void(json.null());
  json.open('{').key("nature").string(name(retraction->nature)).key("date").string(retraction->date).key("notice").string(retraction->notice);
  json.key("reason").string(retraction->reason).close('}');
}

void write_comparison(Json& json, const CitedSource& source, const Record& record) {
  json.key("comparison");
  if (source.comparison == Comparison::not_compared) return void(json.null());
  json.open('{').key("verdict").string(name(source.comparison)).key("claim").range(record.in_points(source.claim));
  json.key("claim_strength").fixed(source.claim_strength, 2).key("source_claim").string(source.source_claim);
  json.key("source_strength").fixed(source.source_strength, 2).key("chances").open('{');
  for (std::size_t i = 0; i < source.chances.size(); ++i) json.key(kComparisonNames[i + 1]).fixed(source.chances[i], 2);
  json.close('}').close('}');
}

void write_sources(Json& json, const std::vector<CitedSource>& sources, const Record& record) {
  json.key("sources").open('[');
  for (const CitedSource& source : sources) {
    json.open('{').key("doi").string(source.id.doi).key("pmid").string(source.id.pmid).key("title").string(source.title);
    write_ids(json, "annotations", source.annotations, record);
    write_retraction(json, source.retraction);
    write_comparison(json, source, record);
    json.close('}');
  }
  json.close(']');
}

void write_assessment(Json& json, const Assessment& assessment, const Record& record) {
  json.key("assessment").open('{').key("words").number(assessment.words);
  write_load(json, assessment.load, record);
  write_criteria(json, assessment.criteria, record);
  write_mismatches(json, assessment.mismatches, record);
  if (!assessment.sources.empty()) write_sources(json, assessment.sources, record);
  json.key("ignored").number(assessment.ignored).key("priority").fixed(assessment.priority, 2).close('}');
}

void write_article(Json& json, const Article& article, const Context& context) {
  const Record record{article.document, context, CodePointIndex(article.document.text.view())};
  write_text(json, record);
  write_structure(json, record);
  if (article.document.rejected) return;
  write_annotations(json, record);
  write_assessment(json, article.assessment.value_or(Assessment{}), record);
  json.key("tool").open('{').key("version").string(context.version).key("lexicon_digest").string(context.lexicon_digest).close('}');
}

void write_rejection(Json& json, const Rejection& rejection) {
  json.key("rejected").open('{').key("reason").string(rejection.reason).key("message").string(rejection.message).close('}');
}

}  // namespace

std::string write_jsonl(const Article& article, const Context& context) {
  Json json;
  json.open('{');
  write_head(json, article.document);
  if (article.document.rejected) write_rejection(json, *article.document.rejected);
  if (!article.document.rejected || !article.document.text.view().empty()) write_article(json, article, context);
  json.close('}');
  return std::move(json).finish() + '\n';
}

}  // namespace hypeline
