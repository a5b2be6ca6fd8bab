#include "reference.h"

#include "core/unicode.h"
#include "match/expression.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>

namespace hypeline::testing {

struct Reference::State {
  const Lexicon& lexicon;
  std::map<std::uint32_t, std::unique_ptr<RE2>> compiled;

  const RE2& regex(std::uint32_t pattern) {
    auto& slot = compiled[pattern];
    if (slot) return *slot;
    RE2::Options options;
    options.set_case_sensitive(false);
    options.set_longest_match(lexicon.patterns()[pattern].phrase);
    options.set_max_mem(std::int64_t{512} << 20);
    slot = std::make_unique<RE2>(lexicon.patterns()[pattern].re2, options);
    return *slot;
  }

  /// Where a match may begin, whether it is valid or not: text.size() if nowhere.
  std::size_t candidate(std::uint32_t pattern, std::string_view text, std::size_t from) {
    re2::StringPiece found;
    if (!regex(pattern).Match({text.data(), text.size()}, from, text.size(), RE2::UNANCHORED, &found, 1)) return text.size();
    return static_cast<std::size_t>(found.data() - text.data());
  }

  std::size_t end_at(std::uint32_t pattern, std::string_view whole, Span paragraph, std::size_t begin) {
    const std::string_view text = slice(whole, paragraph);
    for (std::size_t limit = std::min<std::size_t>(text.size(), begin + Expression::kReach);;) {
      re2::StringPiece found;
      if (!regex(pattern).Match({text.data(), text.size()}, begin, limit, RE2::ANCHOR_START, &found, 1) || found.empty()) return begin;
      const std::size_t end = begin + found.size();
      if (is_word_boundary(whole, paragraph.begin + end)) return end;
      if (!lexicon.patterns()[pattern].phrase) return begin;
      limit = end - 1;
    }
  }

  std::vector<Span> matches(std::uint32_t pattern, std::string_view whole, Span paragraph) {
    std::vector<Span> out;
    const std::string_view text = slice(whole, paragraph);
    for (std::size_t at = candidate(pattern, text, 0); at < text.size();) {
      const std::size_t end = is_word_boundary(whole, paragraph.begin + at) ? end_at(pattern, whole, paragraph, at) : at;
      if (end > at) out.push_back(make_span(paragraph.begin + at, paragraph.begin + end));
      at = candidate(pattern, text, end > at ? end : at + decode_at(text, at).size);
    }
    return out;
  }

  bool covered(std::uint32_t pattern, std::string_view whole, Span paragraph, Span span) {
    const std::string_view text = slice(whole, paragraph);
    const std::size_t begin = span.begin - paragraph.begin;
    for (std::size_t at = 0; at <= begin; at += decode_at(text, at).size)
      if (begin - at <= Expression::kLookBack && is_word_boundary(whole, paragraph.begin + at) &&
          paragraph.begin + end_at(pattern, whole, paragraph, at) >= span.end)
        return true;
    return false;
  }

  std::vector<Match> matches_of_rule(RuleId rule, std::string_view text, Span paragraph) {
    std::vector<Match> out;
    for (const Span span : matches(rule, text, paragraph)) out.push_back({span, rule});
    const std::uint32_t unless = lexicon.unless_of(rule);
    if (unless == Lexicon::kNoPattern || out.empty()) return out;
    std::erase_if(out, [&](const Match& m) { return covered(unless, text, paragraph, m.span); });
    return out;
  }
};

Reference::Reference(const Lexicon& lexicon) : state_(std::make_unique<State>(State{lexicon, {}})) {}
Reference::~Reference() = default;

std::vector<Match> Reference::find(std::string_view text, const std::vector<Span>& paragraphs, std::uint32_t first, std::uint32_t step) {
  std::vector<Match> out;
  for (RuleId rule = first; rule < state_->lexicon.rules().size(); rule += step)
    for (const Span paragraph : paragraphs) {
      const auto found = state_->matches_of_rule(rule, text, paragraph);
      out.insert(out.end(), found.begin(), found.end());
    }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace hypeline::testing
