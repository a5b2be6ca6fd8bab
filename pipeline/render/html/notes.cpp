#include "render/findings.h"
#include "render/html/reading.h"

namespace hypeline::html {
namespace {

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
  if (is_outside(a)) out += markup("Outside the article, not scored. ");
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
  if (a.confidence) out += markup("Right in {:.0f} % of the cases checked. ", static_cast<double>(*a.confidence) * 100);
  return out;
}

/// The rule's name, which leads to what it is.
Html rule(const Annotation& a, const Reading& r) {
  const RuleInfo* rule = rule_of(a, r.context);
  return markup(R"(<a href="#{}">{}</a>)", rule_anchor(a, r.context), rule ? std::string_view(rule->id) : "how it was found");
}

Html note(std::uint32_t n, const Reading& r) {
  const std::uint32_t index = r.order[n];
  const Annotation& a = r.document.annotations[index];
  const Label& label = r.label(index);
  const Html how = reading_of(a, r), more = attributes(a);
  return markup(R"(<li class="{0}{1}" id="n{2}"><p><a href="#r{2}">{2}</a> <b>{3}</b> <q>{4}</q></p><p>{5}{6} {7}{8}</p></li>)", family_class(label, r),
                is_soft(a) ? " soft" : "", n + 1, label.title, words(shorten(r.document.words(a), 90)), how.empty() ? how : markup("<b>{}</b>", how),
                as_sentence(label.meaning), more.empty() ? more : markup("<i>{}</i>", more), rule(a, r));
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
