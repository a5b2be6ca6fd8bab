#include "render/terminal.h"

#include "core/unicode.h"
#include "render/escape.h"
#include "render/findings.h"
#include "render/html/marks.h"
#include "render/html/markup.h"
#include "render/reasons.h"
#include "render/terminal_lines.h"

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

/// What a verdict or a severity looks like at the start of its line: a sign, and its colour.
struct LineSign {
  std::string_view sign, code;
};
constexpr LineSign kVerdictSigns[] = {{"✓", "32"}, {"✗", "31"}, {"?", "33"}, {"–", "2"}};
constexpr LineSign kSeveritySigns[] = {{"low", "2"}, {"medium", "33"}, {"high", "1;31"}};

constexpr int kBesideFrom = 90;  ///< columns: room for a text of 50 and notes of 37

std::string_view code_of(std::string_view family) {
  const auto found = std::find_if(std::begin(kColours), std::end(kColours), [&](const FamilyColour& c) { return c.family == family; });
  return found == std::end(kColours) ? "0" : found->code;
}

std::string load_line(const Assessment& a) {
  if (!a.load.per_1000) return fmt::format("{} findings in {} words: {}", a.load.count, a.words, a.load.band);
  return fmt::format("{:.1f} per 1,000 words, {} (95 % interval {:.1f} to {:.1f}; {} findings in {} words{})", *a.load.per_1000, a.load.band, *a.load.low,
                     *a.load.high, a.load.count, a.words, a.load.quoted == 0 ? "" : fmt::format("; {} more in quotations, tallied apart", a.load.quoted));
}

std::string after_rule(const Annotation& a, const Context& context) {
  const RuleInfo* rule = rule_of(a, context);
  if (rule == nullptr) return {};
  const RuleRecord* record = record_of(rule->id, context);
  if (record == nullptr || record->right + record->wrong == 0) return fmt::format(" [{}]", rule->id);
  return fmt::format(" [{}: reviewers agreed {} of {}; {:.0f}–{:.0f} %]", rule->id, record->right, record->right + record->wrong, record->low * 100,
                     record->high * 100);
}

class ArticlePrinter {
 public:
  ArticlePrinter(const Article& article, const Context& context, TerminalStyle style)
      : document_(article.document), context_(context), style_(style), all_(findings(document_, context)), pieces_(html::flatten(document_, all_, context)) {
    if (style.width >= kBesideFrom) left_ = std::min<std::size_t>(static_cast<std::size_t>(style.width) * 11 / 20, 76);
  }

  std::string outputs(const Assessment& a) const {
    std::string out = row("", {}, "Promotional load: " + load_line(a));
    out += row("", "1", "\nChecklist (a screening aid, not a verdict)");
    for (const Criterion& c : a.criteria) {
      const auto& [sign, code] = kVerdictSigns[static_cast<std::size_t>(c.verdict)];
      out += row(fmt::format("  {} ", sign), code, fmt::format("{}: {}. {}", c.title, html::in_words(name(c.verdict)), terminal_text(c.reason)));
    }
    out += row("", "1", a.mismatches.empty() ? "\nNo mismatches found" : "\nMismatches");
    for (const Mismatch& m : a.mismatches) {
      const auto& [sign, code] = kSeveritySigns[static_cast<std::size_t>(m.severity)];
      out += row(fmt::format("  {:7}", sign), code, fmt::format("{}. {}", html::in_words(m.kind), terminal_text(m.message)));
    }
    return out;
  }

  /// A paragraph with its notes; numbers go on from the one before.
  std::string paragraph(Span span) {
    LineBreaker notes(left_ == 0 ? width() - 4 : width() - left_ - 3, style_.colour);
    for (const std::size_t from = next_; next_ < all_.size() && at(next_).span.begin < span.end; ++next_) {
      if (next_ != from) notes.end_line();
      note(next_, notes);
    }
    return beside(text(span), notes.take(), left_);
  }

  std::size_t width() const { return static_cast<std::size_t>(style_.width); }

 private:
  const Annotation& at(std::size_t n) const { return document_.annotations[all_[n]]; }
  std::string_view family(const Annotation& a) const { return finding_label(a, context_)->family(); }

  /// Words behind a sign, with a hanging indent.
  std::string row(std::string_view sign, std::string_view code, std::string_view text) const {
    std::string out;
    for (; text.starts_with('\n'); text.remove_prefix(1)) out += '\n';
    const std::size_t indent = count_columns(sign);
    LineBreaker lines(width() - indent, style_.colour);
    lines.words(text, sign.empty() ? code : std::string_view());
    const auto broken = lines.take();
    for (std::size_t i = 0; i < broken.size(); ++i)
      out += (i != 0                         ? std::string(indent, ' ')
              : style_.colour && indent != 0 ? fmt::format("\x1b[{}m{}\x1b[0m", code, sign)
                                             : std::string(sign)) +
             broken[i].shown + '\n';
    return out;
  }

  void note(std::size_t n, LineBreaker& out) const {
    const Annotation& a = at(n);
    const Label& label = *finding_label(a, context_);
    out.words(fmt::format("[{}] {}", n + 1, label.title), code_of(label.family()));
    std::string text = fmt::format("“{}”", terminal_text(html::shorten(document_.words(a), 90)));
    if (a.quoted) text += a.speaker.empty() ? " In a quotation." : fmt::format(" Quoted from {}.", terminal_text(document_.words(a.speaker)));
    if (a.negated) text += " Negated.";
    if (a.hypothetical) text += " Put as a condition or a question.";
    if (!a.hedged_by.empty()) text += fmt::format(" Hedged by “{}”.", terminal_text(document_.words(document_.annotations[a.hedged_by.front()])));
    if (!a.attribute("ignored").empty()) text += fmt::format(" On the ignore list: {}.", terminal_text(a.attribute("ignored")));
    out.words(text + " " + reason_of(a, label).sentence + after_rule(a, context_));
  }

  /// The words of a paragraph, underlined where they are marked; a finding's number behind its last one.
  std::vector<TerminalLine> text(Span span) const {
    LineBreaker out(left_ == 0 ? width() : left_, style_.colour);
    const std::string_view all = document_.text.view();
    for (std::uint32_t begin = span.begin; begin < span.end;) {
      const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(all.find_first_of(" \n\t", begin), span.end));
      if (end > begin) word({begin, end}, out);
      begin = end + 1;
    }
    return out.take();
  }

  void word(Span word, LineBreaker& out) const {
    std::uint32_t from = word.begin;
    const auto put = [&](std::uint32_t end, std::string_view code) {
      if (end > from) out.piece(terminal_text(document_.words(Span{from, end})), code, from == word.begin);
      from = std::max(from, end);
    };
    auto piece = std::partition_point(pieces_.begin(), pieces_.end(), [&](const html::Piece& p) { return p.span.end <= word.begin; });
    for (; piece != pieces_.end() && piece->span.begin < word.end; ++piece) {
      put(std::max(piece->span.begin, word.begin), {});
      const Annotation& top = document_.annotations[piece->top];
      put(std::min(piece->span.end, word.end), fmt::format("4;{}", html::is_soft(top) ? "2" : code_of(family(top))));
    }
    put(word.end, {});
    for (std::size_t n = next_first(word); n < all_.size() && at(n).span.begin < word.end; ++n)
      if (at(n).span.end > word.begin && at(n).span.end <= word.end) out.piece(fmt::format("[{}]", n + 1), "2", false);
  }

  /// The first finding that may end in the word: findings are in the order of their begins, and none is longer than kReach.
  std::size_t next_first(Span word) const {
    constexpr std::uint32_t kReach = 4096;
    const auto begin = [&](std::uint32_t i) { return document_.annotations[i].span.begin; };
    const std::uint32_t floor = word.begin > kReach ? word.begin - kReach : 0;
    return static_cast<std::size_t>(std::partition_point(all_.begin(), all_.end(), [&](std::uint32_t i) { return begin(i) < floor; }) - all_.begin());
  }

  const Document& document_;
  const Context& context_;
  TerminalStyle style_;
  std::vector<std::uint32_t> all_;
  std::vector<html::Piece> pieces_;
  std::size_t next_ = 0, left_ = 0;
};

}  // namespace

std::string write_terminal(const Article& article, const Context& context, TerminalStyle style) {
  const Document& document = article.document;
  LineBreaker head(static_cast<std::size_t>(style.width), style.colour);
  head.words(terminal_text(title_of(document)), "1");
  if (document.rejected) {
    head.end_line();
    head.words(fmt::format("rejected: {}: {}", document.rejected->reason, terminal_text(document.rejected->message)), "31");
    return beside(head.take(), {}, 0);
  }
  ArticlePrinter printer(article, context, style);
  std::string out = beside(head.take(), {}, 0) + '\n' + printer.outputs(*article.assessment);
  Zone last = Zone::body;
  for (const Annotation& a : document.annotations) {
    if (a.label != "structure.paragraph"_label) continue;
    const Zone zone = document.zone_at(a.span.begin);
    out += '\n';
    if (zone != last && zone != Zone::body) out += style.colour ? fmt::format("\x1b[2m({})\x1b[0m\n", name(zone)) : fmt::format("({})\n", name(zone));
    last = zone;
    out += printer.paragraph(a.span);
  }
  return out;
}

}  // namespace hypeline
