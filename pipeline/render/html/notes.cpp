#include "render/findings.h"
#include "render/html/reading.h"
#include "render/reasons.h"

namespace hypeline::html {
namespace {

Html hedges(const Annotation& a, const Reading& r) {
  Html out;
  for (const std::uint32_t cue : shown(a.hedged_by, r.document, r.context))
    out += markup(R"({0}<a href="#n{1}">{1}</a>)", out.empty() ? "Hedged: " : ", ", r.number[cue]);
  return out.empty() ? out : markup("{}. ", out);
}

Html quoted(const Annotation& a, const Reading& r) {
  if (!a.quoted) return {};
  if (a.speaker.empty()) return markup("In a quotation; nobody is named. ");
  return markup("Quoted from {}. ", words(shorten(r.document.words(a.speaker), 60)));
}

/// How the finding is to be read: all that changes its weight, in plain sentences.
Html reading_of(const Annotation& a, const Reading& r) {
  Html out = quoted(a, r);
  if (a.negated) out += markup("Negated: the text denies it. ");
  if (a.hypothetical) out += markup("Put as a condition or a question. ");
  out += hedges(a, r);
  if (a.damaged) out += markup("Touches damaged text. ");
  if (is_outside(a)) out += markup("Not scored. ");
  return out;
}

/// Why it is pointed out, or why it is not counted.
Html reason(const Annotation& a, const Label& label) {
  const std::string_view ignored = a.attribute("ignored");
  return ignored.empty() ? markup("{}", reason_of(a, label).sentence) : markup("On the ignore list: {}.", words(shorten(ignored, 160)));
}

/// The rule's name and its record.
Html rule(const Annotation& a, const Reading& r) {
  const RuleInfo* rule = rule_of(a, r.context);
  if (rule == nullptr) return markup("no one rule");
  const RuleRecord* record = record_of(rule->id, r.context);
  if (record == nullptr || record->right + record->wrong == 0) return markup("{}", rule->id);
  return markup("{}: reviewers agreed {} of {}; {:.0f}–{:.0f} %", rule->id, record->right, record->right + record->wrong, record->low * 100,
                record->high * 100);
}

Html note(std::uint32_t n, const Reading& r) {
  const std::uint32_t index = r.order[n];
  const Annotation& a = r.document.annotations[index];
  const Label& label = r.label(index);
  const Html how = reading_of(a, r);
  return markup(R"(<li class="{0}{1}" id="n{2}"><a href="#r{2}">{2}</a> <b>{3}</b> <q>{4}</q> {5}{6} <i>{7}</i></li>)", family_class(label, r),
                is_soft(a)         ? " soft"
                : label.weight > 0 ? " heavy"
                                   : "",
                n + 1, label.title, words(shorten(r.document.words(a), 44)), how.empty() ? how : markup("<b>{}</b>", how), reason(a, label), rule(a, r));
}

}  // namespace

Html write_notes(const Reading& reading) {
  Html out;
  std::uint32_t n = 0;
  for (std::size_t block = 0; block < reading.blocks.size(); ++block) {
    Html cell;
    while (n < reading.order.size() && reading.block_of[n] == block) cell += note(n++, reading);
    out += cell.empty() ? markup("<div></div>") : markup("<ol>{}</ol>", cell);
  }
  return markup(R"(<div id="notes">{}</div>)", out);
}

}  // namespace hypeline::html
