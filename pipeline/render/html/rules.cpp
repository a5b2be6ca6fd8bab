#include "render/findings.h"
#include "render/html/reading.h"

#include <algorithm>
#include <set>

namespace hypeline::html {
namespace {

/// A criterion by its title, with a link where the page's checklist has it.
Html criterion(std::string_view id, const Reading& r) {
  const auto& all = r.assessment.criteria;
  const auto at = std::find_if(all.begin(), all.end(), [&](const Criterion& c) { return c.id == id; });
  return at == all.end() ? markup("{}", in_words(id)) : markup(R"(<a href="#c-{}">{}</a>)", id, at->title);
}

Html bears_on(const Label& label, const Reading& r) {
  Html out;
  for (const std::string& id : label.criteria) out += markup("{}{}", out.empty() ? " Bears on " : " and ", criterion(id, r));
  return out.empty() ? out : markup("{}.", out);
}

Html pattern(const Annotation& a, const Context& context) {
  const RuleInfo* rule = rule_of(a, context);
  if (!rule) return markup("<p>Found from the sentence as a whole, not by one phrase of the lexicon.</p>");
  return markup("<p><code>{}</code></p><p>Source: {}.</p>", words(shorten(rule->pattern, 160)), words(rule->source));
}

Html entry(std::uint32_t index, const Reading& r) {
  const Annotation& a = r.document.annotations[index];
  const RuleInfo* rule = rule_of(a, r.context);
  const Label& label = r.label(index);
  return markup(R"(<li id="{}"><p><b>{}</b> <a class="close" href="#-">Close</a></p><p>{}.{}</p>{}</li>)", rule_anchor(a, r.context),
                rule ? rule->id : label.title, label.title, bears_on(label, r), pattern(a, r.context));
}

}  // namespace

std::string rule_anchor(const Annotation& a, const Context& context) {
  return rule_of(a, context) ? fmt::format("u{}", a.rule) : fmt::format("v{}", a.label.value);
}

Html write_rules(const Reading& r) {
  Html entries;
  std::set<std::string> seen;
  for (const std::uint32_t index : r.order)
    if (seen.insert(rule_anchor(r.document.annotations[index], r.context)).second) entries += entry(index, r);
  if (entries.empty()) return entries;
  return markup(R"(<section aria-labelledby="rules"><h2 id="rules">The rules behind the notes</h2><ul class="rules">{}</ul></section>)", entries);
}

}  // namespace hypeline::html
