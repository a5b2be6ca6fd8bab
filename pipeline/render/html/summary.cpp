#include "render/app.h"
#include "render/families.h"
#include "render/findings.h"
#include "render/html.h"
#include "render/html/marks.h"

#include <algorithm>
#include <set>

namespace hypeline {
namespace {

void count_findings(IndexRow& row, const Document& document, const Context& context) {
  const std::vector<Family> known = families(*context.labels);
  for (const Annotation& a : document.annotations) {
    const Label* label = finding_label(a, context);
    if (!label) continue;
    row.hype += label->family() == "hype" && label->weight > 0 && is_scored(a.zone) && !html::is_soft(a);
    row.families |= 1U << std::min<std::size_t>(family_index(*label, known), 31);
    if (rule_of(a, context)) row.rules.push_back(a.rule);
    row.sources += label->name == "source.cited";
  }
  std::sort(row.rules.begin(), row.rules.end());
  row.rules.erase(std::unique(row.rules.begin(), row.rules.end()), row.rules.end());
}

std::uint32_t count_fingerprints(const Article& article, const Context& context) {
  std::set<std::string> out;
  for (const std::uint32_t i : findings(article.document, context)) out.insert(fingerprint(article.document, article.document.annotations[i], context));
  if (article.assessment)
    for (const Mismatch& m : article.assessment->mismatches) out.insert(fingerprint(article.document, m, context));
  return static_cast<std::uint32_t>(out.size());
}

void add_assessment(IndexRow& row, const Assessment& a) {
  row.priority = a.priority;
  row.words = a.words;
  row.per_1000 = a.load.per_1000, row.low = a.load.low, row.high = a.load.high;
  row.band = a.load.band;
  for (const Criterion& c : a.criteria) {
    row.found += c.verdict == Verdict::found;
    row.applicable += c.verdict != Verdict::not_applicable;
  }
  row.mismatches = static_cast<std::uint32_t>(a.mismatches.size());
  if (a.mismatches.empty()) return;
  row.mismatch = a.mismatches.front().kind;
  row.severity = a.mismatches.front().severity;
}

}  // namespace

IndexRow summarise(const Article& article, const Context& context) {
  const Document& document = article.document;
  IndexRow row;
  row.id = document.id;
  row.rejected = document.rejected;
  if (document.rejected) return row;
  row.page = article_path(document.id);
  row.key = article_key(document.id);
  row.title = title_of(document);
  row.site = document.meta.site;
  row.duplicate_of = document.duplicate_of;
  for (const Repair& repair : document.source.repairs) {
    row.repairs += repair.count;
    if (repair.lossy) row.lossy += repair.count;
  }
  count_findings(row, document, context);
  row.to_judge = count_fingerprints(article, context);
  if (article.assessment) add_assessment(row, *article.assessment);
  if (article.changes) row.change = article.changes->kind, row.changes = count_changes(*article.changes);
  return row;
}

}  // namespace hypeline
