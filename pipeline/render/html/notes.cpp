#include "render/findings.h"
#include "render/html/reading.h"

#include <algorithm>

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
  for (const std::string& id : label.criteria) out += markup("{}{}", out.empty() ? "Bears on " : " and ", criterion(id, r));
  return out.empty() ? out : markup("{}. ", out);
}

Html hedges(const Annotation& a, const Reading& r) {
  Html out;
  for (const std::uint32_t cue : shown(a.hedged_by, r.document, r.context))
    out += markup(R"({0}“{1}” (<a href="#n{2}">{2}</a>))", out.empty() ? "Hedged by " : ", ", words(shorten(r.document.words(r.document.annotations[cue]), 40)),
                  r.number[cue]);
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
  if (a.damaged) out += markup("Touches damaged text: check it against the source. ");
  if (is_outside(a)) out += markup("Stands outside the article's own text, so it is not scored. ");
  return out;
}

Html attributes(const Annotation& a) {
  Html out;
  for (const auto& [key, value] : a.attributes) {
    if (value == "yes")
      out += markup("{}. ", in_words(key));
    else
      out += markup("{}: {}. ", in_words(key), words(shorten(value, 80)));
  }
  return out;
}

Html rule(const Annotation& a, const Reading& r) {
  const Html measured = a.confidence ? markup(" Right in {:.0f} % of the cases checked.", static_cast<double>(*a.confidence) * 100) : Html();
  const RuleInfo* rule = rule_of(a, r.context);
  if (!rule) return markup("<p>Found from the sentence as a whole.{}</p>", measured);
  return markup("<p>Rule {}: <code>{}</code> Source: {}.{}</p>", words(rule->id), words(shorten(rule->pattern, 160)), words(rule->source), measured);
}

/// What a second look asks for: what it bears on, what is known of it, and the rule that found it.
Html more(const Annotation& a, const Label& label, const Reading& r) {
  const Html known = bears_on(label, r) + attributes(a);
  return markup("<details><summary>more</summary>{}{}</details>", known.empty() ? known : markup("<p>{}</p>", known), rule(a, r));
}

Html note(std::uint32_t n, const Reading& r) {
  const std::uint32_t index = r.order[n];
  const Annotation& a = r.document.annotations[index];
  const Label& label = r.label(index);
  const Html how = reading_of(a, r);
  return markup(R"(<li class="note {0}{1}" id="n{2}"><p><a class="num" href="#r{2}">{2}</a> <b>{3}</b> <q>{4}</q></p><p class="why">{5}{6} </p>{7}</li>)",
                label_class(label), is_soft(a) ? " soft" : "", n + 1, label.title, words(shorten(r.document.words(a), 90)),
                how.empty() ? how : markup("<b>{}</b>", how), as_sentence(label.meaning), more(a, label, r));
}

}  // namespace

Html write_notes(const Reading& reading) {
  Html out;
  std::uint32_t n = 0;
  for (std::size_t block = 0; block < reading.blocks.size(); ++block) {
    Html cell;
    while (n < reading.order.size() && reading.block_of[n] == block) cell += note(n++, reading);
    out += cell.empty() ? markup(R"(<div class="cell"></div>)") : markup(R"(<ol class="cell">{}</ol>)", cell);
  }
  return markup(R"(<div id="notes">{}</div>)", out);
}

}  // namespace hypeline::html
