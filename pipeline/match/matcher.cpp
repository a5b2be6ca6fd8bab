#include "match/matcher.h"

#include "core/unicode.h"
#include "match/lane.h"
#include "match/trigger_table.h"

#include <algorithm>
#include <map>
#include <optional>

namespace hypeline {
struct Matcher::State {
  explicit State(const Lexicon& from)
      : lexicon(from), table(from), expressions(from.patterns().size()), lane(from.patterns(), table.lane), scan(from.patterns().size()) {}

  void run(std::string_view whole_text, const std::vector<Span>& paragraphs);
  void read(Span in);
  void at_token(std::size_t i);
  void at_bytes(std::uint32_t begin, std::uint32_t end);
  void try_at(std::uint32_t pattern, std::uint32_t begin);
  void take_longest(std::uint32_t begin);
  void run_lane();
  void emit(std::uint32_t pattern, Span span);
  bool cancelled(const Match& match);
  const Expression& expression(std::uint32_t pattern);
  const std::vector<Span>& unless_matches(std::uint32_t pattern);

  const Lexicon& lexicon;
  TriggerTable table;
  std::vector<std::optional<Expression>> expressions;  // compiled when first asked for
  Lane lane;

  std::string_view text;
  Span paragraph;
  Tokens tokens;
  Trie::Found found;
  std::vector<std::uint32_t> scan;  // per pattern: where its next match may begin
  std::vector<Match> out;
  std::map<std::uint32_t, std::vector<Span>> unless;  // matches in this paragraph, per pattern
};

void Matcher::State::run(std::string_view whole_text, const std::vector<Span>& paragraphs) {
  text = whole_text;
  out.clear();
  std::fill(scan.begin(), scan.end(), 0u);
  for (const Span& in : paragraphs) {
    const std::size_t before = out.size();
    unless.clear();
    read(in);
    out.erase(std::remove_if(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(), [&](const Match& m) { return cancelled(m); }), out.end());
  }
  if (!std::is_sorted(out.begin(), out.end())) std::sort(out.begin(), out.end());
}

void Matcher::State::read(Span in) {
  paragraph = in;
  tokens.read(text, in);
  std::uint32_t done = in.begin;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (table.any_bytes) at_bytes(done, tokens[i].span.begin);
    at_token(i);
    done = tokens[i].span.end;
  }
  if (table.any_bytes) at_bytes(done, in.end);
  run_lane();
}

void Matcher::State::at_bytes(std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t at = begin; at < end; ++at)
    for (const std::uint32_t pattern : table.bytes[static_cast<unsigned char>(text[at])]) try_at(pattern, at);
}

void Matcher::State::at_token(std::size_t i) {
  const std::uint32_t begin = tokens[i].span.begin;
  if (text[begin] >= '0' && text[begin] <= '9')
    for (const std::uint32_t pattern : table.numbers) try_at(pattern, begin);
  if (!table.trie.may_begin(tokens, i)) return;
  found.wholes.clear();
  found.tries.clear();
  table.trie.at(tokens, i, found);
  if (!found.wholes.empty()) take_longest(begin);
  for (const std::uint32_t pattern : found.tries) try_at(pattern, begin);
}

void Matcher::State::take_longest(std::uint32_t begin) {
  if (!is_word_boundary(text, begin)) return;
  for (std::size_t i = found.wholes.size(); i-- > 0;) {
    const auto [pattern, end] = found.wholes[i];
    if (begin >= scan[pattern] && end - begin <= Expression::kReach && is_word_boundary(text, end)) emit(pattern, {begin, end});
  }
}

void Matcher::State::try_at(std::uint32_t pattern, std::uint32_t begin) {
  if (begin < scan[pattern] || !is_word_boundary(text, begin)) return;
  const std::uint32_t end = expression(pattern).end_at(text, paragraph, begin);
  scan[pattern] = begin + 1;
  if (end > begin) emit(pattern, {begin, end});
}

const Expression& Matcher::State::expression(std::uint32_t pattern) {
  if (!expressions[pattern]) expressions[pattern].emplace(lexicon.patterns()[pattern]);
  return *expressions[pattern];
}

void Matcher::State::run_lane() {
  if (lane.empty()) return;
  for (const std::uint32_t pattern : lane.candidates(slice(text, paragraph)))
    for (auto at = expression(pattern).next(text, paragraph, paragraph.begin); at; at = expression(pattern).next(text, paragraph, at->end)) emit(pattern, *at);
}

void Matcher::State::emit(std::uint32_t pattern, Span span) {
  scan[pattern] = span.end;
  if (pattern < lexicon.rules().size())
    out.push_back({span, pattern});
  else
    unless[pattern].push_back(span);
}

const std::vector<Span>& Matcher::State::unless_matches(std::uint32_t pattern) {
  const auto [at, is_new] = unless.try_emplace(pattern);
  if (!is_new || !lexicon.patterns()[pattern].whole.empty()) return at->second;
  const Expression& cancels = expression(pattern);
  for (auto span = cancels.next(text, paragraph, paragraph.begin); span; span = cancels.next(text, paragraph, span->end)) at->second.push_back(*span);
  return at->second;
}

bool Matcher::State::cancelled(const Match& match) {
  const std::uint32_t pattern = lexicon.unless_of(match.rule);
  if (pattern == Lexicon::kNoPattern) return false;
  const auto& spans = unless_matches(pattern);
  return std::any_of(spans.begin(), spans.end(), [&](Span s) { return s.contains(match.span); });
}

Matcher::Matcher(const Lexicon& lexicon) : state_(std::make_unique<State>(lexicon)) {}
Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;

const std::vector<Match>& Matcher::find(std::string_view text, const std::vector<Span>& paragraphs) {
  state_->run(text, paragraphs);
  return state_->out;
}

const Lexicon& Matcher::lexicon() const { return state_->lexicon; }

}  // namespace hypeline
