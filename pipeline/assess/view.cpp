#include "assess/view.h"

#include "core/tsv.h"
#include "core/unicode.h"

#include <algorithm>

namespace hypeline {
namespace {

constexpr std::size_t kQuoteBytes = 80;

bool is_structure(const Annotation& a) {
  return a.label == "structure.zone"_label || a.label == "structure.paragraph"_label || a.label == "structure.sentence"_label ||
         a.label == "structure.quotation"_label;
}

std::uint32_t count_words(std::string_view text) {
  std::uint32_t words = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    at += c.size;
    if (is_space(c.value)) in_word = false;
    if (in_word || !is_word(c.value)) continue;
    in_word = true;
    ++words;
  }
  return words;
}

std::string fold_space(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    if (!is_space(c.value))
      out += text.substr(at, c.size);
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
    at += c.size;
  }
  return out;
}

std::size_t cut_at_or_before(std::string_view text, std::size_t at) {
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

/// From each heading to the next; headings that follow one another open one section.
std::vector<Span> find_sections(const Document& document) {
  std::vector<Span> out;
  const auto size = static_cast<std::uint32_t>(document.text.view().size());
  bool after_heading = false;
  for (const Annotation& a : document.annotations) {
    if (a.label != "structure.zone"_label) continue;
    if (a.zone == Zone::heading && !after_heading && a.span.begin > 0) out.push_back({out.empty() ? 0 : out.back().end, a.span.begin});
    after_heading = a.zone == Zone::heading;
  }
  out.push_back({out.empty() ? 0 : out.back().end, size});
  return out;
}

Span span_or_place(const std::vector<Span>& spans, std::uint32_t byte) {
  const std::size_t i = span_at(spans, byte);
  return i == std::string_view::npos ? Span{byte, byte} : spans[i];
}

bool passes(const Annotation& a, Filter filter) {
  return (filter.quoted || !a.quoted) && (filter.negated || !a.negated) && (filter.hypothetical || !a.hypothetical);
}

}  // namespace

View::View(const Document& document, std::span<const CitedSource> sources)
    : document_(document), sources_(sources), sentences_(document.layer("structure.sentence"_label)), sections_(find_sections(document)) {
  for (std::uint32_t i = 0; i < document.annotations.size(); ++i) {
    const Annotation& a = document.annotations[i];
    if (!is_structure(a) && is_scored(a.zone) && !is_ignored(a)) scored_.push_back(i);
    if (a.label != "structure.zone"_label) continue;
    if (is_scored(a.zone)) words_ += count_words(document.words(a));
    if (a.zone == Zone::title && title_.empty()) title_ = a.span;
  }
  std::stable_sort(scored_.begin(), scored_.end(), [&](std::uint32_t x, std::uint32_t y) { return at(x).span < at(y).span; });
}

Evidence View::findings(std::initializer_list<LabelId> labels, Filter filter) const {
  Evidence out;
  for (const std::uint32_t i : scored_)
    if (std::find(labels.begin(), labels.end(), at(i).label) != labels.end() && passes(at(i), filter)) out.push_back(i);
  return out;
}

Evidence View::all_in(Span within) const {
  const auto before = [&](std::uint32_t i, std::uint32_t byte) { return at(i).span.begin < byte; };
  const auto first = std::lower_bound(scored_.begin(), scored_.end(), within.begin, before);
  return {first, std::lower_bound(first, scored_.end(), within.end, before)};
}

Evidence View::inside(const Evidence& all, Span within) const {
  Evidence out;
  std::copy_if(all.begin(), all.end(), std::back_inserter(out), [&](std::uint32_t i) { return within.contains(at(i).span); });
  return out;
}

Span View::sentence_of(std::uint32_t byte) const { return span_or_place(sentences_, byte); }

Span View::section_of(std::uint32_t byte) const { return span_or_place(sections_, byte); }

std::string View::quote(std::uint32_t index) const { return quote(at(index).span); }

std::string View::quote(Span span) const { return quote_words(document_.words(span)); }

std::string quote_words(std::string_view text) {
  const std::string words = fold_space(trim(text));
  if (words.size() <= kQuoteBytes) return "“" + words + "”";
  const std::size_t head = cut_at_or_before(words, kQuoteBytes * 2 / 3);
  const std::size_t tail = cut_at_or_before(words, words.size() - kQuoteBytes / 4);
  return "“" + words.substr(0, head) + " … " + words.substr(tail) + "”";
}

}  // namespace hypeline
