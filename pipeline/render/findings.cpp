#include "render/findings.h"

#include "core/digest.h"
#include "core/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace hypeline {
namespace {

constexpr std::size_t kWords = 4;
constexpr std::size_t kReach = 256;  // bytes on each side, so that a text without spaces stays cheap

/// Takes code points one by one and keeps the folded words they make, until there are enough.
class Words {
 public:
  bool full() const { return done_ == kWords; }
  void take(char32_t c) {
    if (is_word(c)) return append_utf8(out_, fold(c));
    end();
  }
  std::string finish() && { return std::move(out_); }

 private:
  void end() {
    if (out_.empty() || out_.back() == ' ') return;
    out_ += ' ';
    ++done_;
  }
  std::string out_;
  std::size_t done_ = 0;
};

std::string words_after(std::string_view text, std::size_t at) {
  Words words;
  const std::size_t stop = std::min(text.size(), at + kReach);
  while (at < stop && !words.full()) {
    const CodePoint c = decode_at(text, at);
    words.take(c.value);
    at += c.size;
  }
  return std::move(words).finish();
}

std::size_t words_begin(std::string_view text, std::size_t end) {
  const std::size_t stop = end > kReach ? end - kReach : 0;
  std::size_t at = end, seen = 0;
  for (bool in_word = false; at > stop;) {
    const CodePoint c = decode_before(text, at);
    const bool word = is_word(c.value);
    if (in_word && !word && ++seen == kWords) break;
    in_word = word;
    at -= c.size;
  }
  return at;
}

std::string words_before(std::string_view text, std::size_t end) {
  const std::size_t begin = words_begin(text, end);
  return words_after(text.substr(0, end), begin);
}

}  // namespace

bool is_finding_label(const Label& label) { return label.family() != "structure" && label.family() != "context" && label.family() != "cue"; }

const Label* finding_label(const Annotation& annotation, const Context& context) {
  const Label* label = context.labels->find(annotation.label);
  return label && is_finding_label(*label) ? label : nullptr;
}

std::vector<std::uint32_t> findings(const Document& document, const Context& context) {
  const auto& all = document.annotations;
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < all.size(); ++i)
    if (finding_label(all[i], context)) out.push_back(i);
  const auto place = [&](std::uint32_t i) { return std::tuple(all[i].span.begin, ~all[i].span.end, i); };
  std::sort(out.begin(), out.end(), [&](std::uint32_t a, std::uint32_t b) { return place(a) < place(b); });
  return out;
}

Evidence shown(const Evidence& evidence, const Document& document, const Context& context) {
  Evidence out;
  for (const std::uint32_t i : evidence)
    if (i < document.annotations.size() && finding_label(document.annotations[i], context)) out.push_back(i);
  return out;
}

std::string title_of(const Document& document) {
  if (!document.meta.title.empty()) return document.meta.title;
  const std::string_view text = document.text.view();
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return document.id;
  return std::string(text.substr(begin, text.find('\n', begin) - begin));
}

const RuleInfo* rule_of(const Annotation& annotation, const Context& context) {
  return annotation.rule < context.rules.size() ? &context.rules[annotation.rule] : nullptr;
}

std::string annotation_id(std::uint32_t index) { return fmt::format("a{}", index); }

std::string fingerprint(const Document& document, const Annotation& annotation, const Context& context) {
  const Label* label = context.labels->find(annotation.label);
  const RuleInfo* rule = rule_of(annotation, context);
  const std::string_view text = document.text.view();
  const std::string key = fmt::format("{}\t{}\t{}\t{}", label ? label->name : "", rule ? rule->id : "", words_before(text, annotation.span.begin),
                                      words_after(text, annotation.span.end));
  return fmt::format("{:016x}", hash64(key));
}

std::string fingerprint(const Document& document, const Mismatch& mismatch, const Context& context) {
  std::string key = fmt::format("mismatch\t{}", mismatch.kind);
  for (std::size_t i = 0; i < std::min<std::size_t>(mismatch.annotations.size(), 2); ++i)
    key += '\t' + fingerprint(document, document.annotations[mismatch.annotations[i]], context);
  return fmt::format("{:016x}", hash64(key));
}

const RuleRecord* record_of(std::string_view rule, const Context& context) {
  if (context.verdicts == nullptr) return nullptr;
  const auto found = context.verdicts->records().find(rule);
  return found == context.verdicts->records().end() ? nullptr : &found->second;
}

std::vector<ZoneSpan> merged_zones(const Document& document) {
  std::vector<ZoneSpan> out;
  for (const Annotation& a : document.annotations) {
    if (a.label != "structure.zone"_label || a.span.empty()) continue;
    if (!out.empty() && out.back().zone == a.zone && out.back().span.end == a.span.begin)
      out.back().span.end = a.span.end;
    else
      out.push_back({a.zone, a.span});
  }
  return out;
}

}  // namespace hypeline
