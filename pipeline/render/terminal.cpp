#include "render/terminal.h"

#include "core/unicode.h"
#include "render/escape.h"
#include "render/findings.h"

#include <fmt/format.h>

#include <algorithm>

namespace hypeline {
namespace {

/// SGR codes of the families (words in the text are underlined besides); what is no promotion or mismatch stays calm.
struct FamilyColour {
  std::string_view family, code;
};
constexpr FamilyColour kColours[] = {{"hype", "1;31"}, {"promotion", "1;35"}, {"regulatory", "35"}, {"source", "32"},
                                     {"hedge", "34"},  {"evidence", "36"},    {"claim", "1;33"},    {"harm", "33"},
                                     {"cost", "33"},   {"alternative", "36"}, {"severity", "2"}};

/// Collects lines of at most `width` columns; colours do not count.
class Printer {
 public:
  explicit Printer(TerminalStyle style) : style_(style) {}

  std::string paint(std::string_view words, std::string_view code) const {
    return style_.colour ? fmt::format("\x1b[{}m{}\x1b[0m", code, words) : std::string(words);
  }
  /// A word as it is shown (colours and all) and the columns it takes.
  void word(std::string_view shown, std::size_t columns) {
    if (column_ != 0 && column_ + 1 + columns > static_cast<std::size_t>(style_.width)) end_line();
    out_ += column_ == 0 ? indent_ : " ";
    column_ += (column_ == 0 ? indent_.size() : 1) + columns;
    out_ += shown;
  }
  void words(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find_first_of(" \n\t", at), text.size());
      if (end > at) word(text.substr(at, end - at), count_code_points(text.substr(at, end - at)));
      at = end + 1;
    }
  }
  void end_line() {
    out_ += '\n';
    column_ = 0;
  }
  void line(std::string_view text, std::string_view code = "0") { out_ += indent_ + paint(text, code) + '\n'; }
  void indent(std::string by) { indent_ = std::move(by); }
  std::string take() { return std::move(out_); }

 private:
  TerminalStyle style_;
  std::string out_, indent_;
  std::size_t column_ = 0;
};

std::string_view code_of(std::string_view family) {
  const auto found = std::find_if(std::begin(kColours), std::end(kColours), [&](const FamilyColour& c) { return c.family == family; });
  return found == std::end(kColours) ? "0" : found->code;
}

std::string load_line(const Assessment& a) {
  if (!a.load.per_1000) return fmt::format("Promotional load: {} findings in {} words: {}", a.load.count, a.words, a.load.band);
  return fmt::format("Promotional load: {:.1f} per 1,000 words (95 % interval {:.1f} to {:.1f}; {} findings in {} words): {}", *a.load.per_1000, *a.load.low,
                     *a.load.high, a.load.count, a.words, a.load.band);
}

void print_outputs(const Assessment& a, Printer& out) {
  out.line(load_line(a));
  if (a.load.quoted != 0) out.line(fmt::format("  and {} in quotations, counted apart", a.load.quoted));
  out.line("Checklist (a screening aid, not a verdict)", "1");
  for (const Criterion& c : a.criteria) {
    out.indent("    ");
    out.words(fmt::format("[{}] {}: {}", name(c.verdict), c.title, terminal_text(c.reason)));
    out.end_line();
  }
  out.indent("");
  out.line(a.mismatches.empty() ? "No mismatches found" : "Mismatches", "1");
  for (const Mismatch& m : a.mismatches) {
    out.indent("    ");
    out.words(fmt::format("[{}] {}", name(m.severity), terminal_text(m.message)));
    out.end_line();
  }
  out.indent("");
}

std::string describe(const Annotation& a, const Article& article, const Context& context) {
  const Label* label = finding_label(a, context);
  std::string out = fmt::format("{}: {}", label->title, label->meaning);
  if (a.negated) out += "; negated";
  if (a.hypothetical) out += "; hypothetical";
  if (a.quoted) out += a.speaker.empty() ? "; quoted" : "; quoted from " + terminal_text(article.document.words(a.speaker));
  if (!a.hedged_by.empty()) out += fmt::format("; hedged by \"{}\"", terminal_text(article.document.words(article.document.annotations[a.hedged_by.front()])));
  for (const auto& [key, value] : a.attributes) out += fmt::format("; {} {}", key, value);
  const RuleInfo* rule = rule_of(a, context);
  if (rule == nullptr) return out;
  out += fmt::format(" [{}]", rule->id);
  const RuleRecord* record = record_of(rule->id, context);
  if (record == nullptr || record->right + record->wrong == 0) return out;
  out += fmt::format("; reviewers agreed {} of {}; {:.0f}–{:.0f} %", record->right, record->right + record->wrong, record->low * 100, record->high * 100);
  return out;
}

/// A paragraph, word by word; the words of a finding in its family's colour, its number after the last.
class Paragraph {
 public:
  Paragraph(const Article& article, const Context& context, Printer& out)
      : article_(article), context_(context), out_(out), all_(findings(article.document, context)) {}

  void print(Span span, int& number) {
    const std::string_view text = article_.document.text.view();
    std::vector<std::uint32_t> here;
    std::copy_if(all_.begin(), all_.end(), std::back_inserter(here), [&](std::uint32_t i) { return span.contains(at(i).span); });
    for (std::uint32_t begin = span.begin; begin < span.end;) {
      const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text.find_first_of(" \n\t", begin), span.end));
      if (end > begin) print_word({begin, end}, here, number);
      begin = end + 1;
    }
    out_.end_line();
    print_notes(here, number);
    number += static_cast<int>(here.size());
  }

 private:
  const Annotation& at(std::uint32_t i) const { return article_.document.annotations[i]; }

  void print_word(Span word, const std::vector<std::uint32_t>& here, int number) {
    std::string shown = terminal_text(article_.document.words(word));
    std::size_t columns = count_code_points(shown);
    std::string marks;
    for (std::size_t n = 0; n < here.size(); ++n) {
      const Annotation& a = at(here[n]);
      if (a.span.overlaps(word)) shown = out_.paint(shown, fmt::format("4;{}", code_of(finding_label(a, context_)->family())));
      if (a.span.overlaps(word) && a.span.end <= word.end) marks += fmt::format("[{}]", number + static_cast<int>(n));
    }
    columns += marks.size();
    out_.word(shown + marks, columns);
  }

  void print_notes(const std::vector<std::uint32_t>& here, int number) {
    out_.indent("    ");
    for (const std::uint32_t i : here) {
      const std::string_view family = finding_label(at(i), context_)->family();
      out_.word(out_.paint(fmt::format("[{}]", number), code_of(family)), 4);
      out_.words(fmt::format("\"{}\" {}", terminal_text(article_.document.words(at(i))), describe(at(i), article_, context_)));
      out_.end_line();
      ++number;
    }
    out_.indent("");
  }

  const Article& article_;
  const Context& context_;
  Printer& out_;
  std::vector<std::uint32_t> all_;
};

}  // namespace

std::string write_terminal(const Article& article, const Context& context, TerminalStyle style) {
  Printer out(style);
  const Document& document = article.document;
  out.line(terminal_text(document.meta.title.empty() ? document.id : document.meta.title), "1");
  if (document.rejected) {
    out.line(fmt::format("rejected: {}: {}", document.rejected->reason, terminal_text(document.rejected->message)), "31");
    return out.take();
  }
  print_outputs(*article.assessment, out);
  int number = 1;
  Paragraph paragraph(article, context, out);
  for (const Annotation& a : document.annotations) {
    if (a.label != "structure.paragraph"_label) continue;
    out.end_line();
    if (const Zone zone = document.zone_at(a.span.begin); zone != Zone::body) out.line(fmt::format("({})", name(zone)), "2");
    paragraph.print(a.span, number);
  }
  return out.take();
}

}  // namespace hypeline
