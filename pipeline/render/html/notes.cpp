#include "render/findings.h"
#include "render/html/reading.h"
#include "render/reasons.h"

#include <map>
#include <set>

namespace hypeline::html {
namespace {

Html hedges(const Annotation& a, const Reading& r) {
  Html out;
  for (const std::uint32_t cue : shown(a.hedged_by, r.document, r.context))
    out += markup(R"({0}<a href="#n{1}">{1}</a>)", out.empty() ? "Hedged: " : ", ", r.number[cue]);
  return out.empty() ? out : markup("{}.", out);
}

Html quoted(const Annotation& a, const Reading& r) {
  if (a.speaker.empty()) return markup("In a quotation; nobody is named.");
  return markup("Quoted from {}.", words(shorten(r.document.words(a.speaker), 60)));
}

/// How the finding is to be read: all that changes its weight, in plain sentences.
Html reading_of(const Annotation& a, const Reading& r) {
  Html out;
  const auto add = [&](bool is, const Html& sentence) {
    if (is) out += markup("{}{}", out.empty() ? "" : " ", sentence);
  };
  add(a.quoted, quoted(a, r));
  add(a.negated, markup("Negated: the text denies it."));
  add(a.hypothetical, markup("Put as a condition or a question."));
  const Html cues = hedges(a, r);
  add(!cues.empty(), cues);
  add(a.damaged, markup("Touches damaged text."));
  add(is_outside(a), markup("Not scored."));
  return out;
}

/// Why it is pointed out, or why it is not counted.
std::string reason(const Annotation& a, const Label& label) {
  const std::string_view ignored = a.attribute("ignored");
  return ignored.empty() ? reason_of(a, label).sentence : fmt::format("On the ignore list: {}.", shorten(ignored, 160));
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

/// Notes of one kind in a paragraph, told as one.
struct NoteGroup {
  Html head, items;
};

/// The notes of one paragraph after the other. A reason is told where it comes first on the page.
class NotesWriter {
 public:
  explicit NotesWriter(const Reading& r) : r_(r) {}

  void note(std::uint32_t n) {
    const Annotation& a = r_.document.annotations[r_.order[n]];
    const Label& label = r_.label(r_.order[n]);
    const Html why = told_.insert(reason(a, label)).second ? markup(" {}", words(reason(a, label))) : Html();
    group_of(a, label).items += markup(R"( {0} <q id="n{0}">{1}</q> ({2}).{3})", n + 1, words(shorten(r_.document.words(a), 44)), rule(a, r_), why);
  }
  Html end_paragraph() {
    Html cell;
    for (const NoteGroup& group : groups_) cell += markup("{}{}</li>", group.head, group.items);
    groups_.clear();
    places_.clear();
    return cell.empty() ? markup("<div></div>") : markup("<ol>{}</ol>", cell);
  }

 private:
  NoteGroup& group_of(const Annotation& a, const Label& label) {
    const std::string_view kind = is_soft(a) ? " soft" : label.weight > 0 ? " heavy" : "";
    const Html how = reading_of(a, r_);
    const Html head = markup(R"(<li class="{}{}"><b>{}{}{}</b>)", family_class(label, r_), kind, label.title, how.empty() ? "" : ". ", how);
    const auto [at, added] = places_.emplace(head.bytes(), groups_.size());
    if (added) groups_.push_back({head, {}});
    return groups_[at->second];
  }

  const Reading& r_;
  std::vector<NoteGroup> groups_;
  std::map<std::string, std::size_t> places_;
  std::set<std::string> told_;
};

}  // namespace

Html write_notes(const Reading& reading) {
  Html out;
  NotesWriter writer(reading);
  std::uint32_t n = 0;
  for (std::size_t block = 0; block < reading.blocks.size(); ++block) {
    while (n < reading.order.size() && reading.block_of[n] == block) writer.note(n++);
    out += writer.end_paragraph();
  }
  return markup(R"(<div id="notes">{}</div>)", out);
}

}  // namespace hypeline::html
