#include "match/matcher.h"

#include "core/unicode.h"
#include "match/lane.h"
#include "match/match_tables.h"

#include <algorithm>

namespace hypeline {
struct Matcher::State {
  explicit State(const Lexicon& from)
      : lexicon(from),
        table(from.tables().triggers),
        unless(from.tables().unless),
        wanted(from.tables().wanted),
        expressions(from),
        lane(from.patterns(), table.lane),
        scan(from.rules().size()) {}

  void run(std::string_view whole_text, const std::vector<Span>& paragraphs);
  void read(Span in);
  void at_token(std::size_t i);
  void at_signs(std::uint32_t begin, std::uint32_t end);
  void try_at(RuleId rule, std::uint32_t begin);
  void take_longest(std::uint32_t begin);
  void run_lane();
  void emit(RuleId rule, Span span);
  bool cancelled(const Match& match);

  const Lexicon& lexicon;
  const TriggerTable& table;
  const Unless& unless;
  const std::vector<Outlook::Wanted>& wanted;
  Expressions expressions;
  Lane lane;

  std::string_view text;
  Span paragraph;
  Tokens tokens;
  Outlook outlook;
  Trie::Found found;
  std::vector<std::uint32_t> scan;  // per rule: where its next match may begin
  std::vector<Match> out;
};

void Matcher::State::run(std::string_view whole_text, const std::vector<Span>& paragraphs) {
  text = whole_text;
  out.clear();
  std::fill(scan.begin(), scan.end(), 0u);
  for (const Span& in : paragraphs) {
    const std::size_t before = out.size();
    read(in);
    out.erase(std::remove_if(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(), [&](const Match& m) { return cancelled(m); }), out.end());
  }
  if (!std::is_sorted(out.begin(), out.end())) std::sort(out.begin(), out.end());
}

void Matcher::State::read(Span in) {
  paragraph = in;
  tokens.read(text, in);
  outlook.read(tokens);
  const bool lane_open = std::ranges::any_of(table.lane, [&](RuleId rule) { return outlook.allows_ahead(wanted[rule]); });
  std::uint32_t done = in.begin;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (table.any_signs) at_signs(done, tokens[i].span.begin);
    if (table.trie.may_begin(tokens, i)) at_token(i);
    outlook.pass(i);
    done = tokens[i].span.end;
  }
  if (table.any_signs) at_signs(done, in.end);
  if (lane_open) run_lane();
}

void Matcher::State::at_signs(std::uint32_t begin, std::uint32_t end) {
  if (end - begin == 1 && text[begin] == ' ') return;
  for (std::uint32_t at = begin; at < end; ++at)
    for (const auto& [bytes, rule] : table.signs[static_cast<unsigned char>(text[at])])
      if (text.substr(at, bytes.size()) == bytes) try_at(rule, at);
}

void Matcher::State::at_token(std::size_t i) {
  found.wholes.clear();
  found.tries.clear();
  table.trie.at(tokens, i, found);
  const std::uint32_t begin = tokens[i].span.begin;
  if ((found.wholes.empty() && found.tries.empty()) || !is_word_boundary(text, begin)) return;
  take_longest(begin);
  for (const RuleId rule : found.tries) try_at(rule, begin);
}

void Matcher::State::take_longest(std::uint32_t begin) {
  std::sort(found.wholes.begin(), found.wholes.end(), [](const auto& a, const auto& b) { return a.end > b.end; });
  for (const auto& [rule, end] : found.wholes)
    if (begin >= scan[rule] && end - begin <= Expression::kReach && is_word_boundary(text, end)) emit(rule, {begin, end});
}

// REQUIRES that `begin` is not inside a word.
void Matcher::State::try_at(RuleId rule, std::uint32_t begin) {
  if (begin < scan[rule] || !outlook.allows(wanted[rule])) return;
  scan[rule] = begin + 1;
  const std::uint32_t end = expressions[rule].end_at(text, paragraph, begin);
  if (end > begin) emit(rule, {begin, end});
}

void Matcher::State::run_lane() {
  for (const RuleId rule : lane.candidates(slice(text, paragraph)))
    for (auto at = expressions[rule].next(text, paragraph, paragraph.begin); at; at = expressions[rule].next(text, paragraph, at->end)) emit(rule, *at);
}

void Matcher::State::emit(RuleId rule, Span span) {
  scan[rule] = span.end;
  out.push_back({span, rule});
}

bool Matcher::State::cancelled(const Match& match) {
  const std::uint32_t pattern = lexicon.unless_of(match.rule);
  return pattern != Lexicon::kNoPattern && unless.covers(pattern, match.span, {text, paragraph, tokens}, expressions);
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
