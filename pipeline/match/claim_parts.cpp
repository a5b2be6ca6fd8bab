#include "match/claim_parts.h"

#include "core/unicode.h"
#include "match/claim_words.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace hypeline {
namespace {

using namespace claim_words;

using Index = std::ptrdiff_t;
/// A run of words, half-open.
struct Run {
  Index begin = 0, end = 0;
  bool empty() const { return begin >= end; }
};

constexpr Index kLongestAgent = 14;  // words; longer ones are no phrase but a clause read wrongly
constexpr Index kLongestOutcome = 10;
constexpr Index kLongestAntecedent = 5;
constexpr std::uint32_t kReach = 400;  // bytes between a claim and its people
constexpr Index kPopulationReach = 4;  // words between "in" and the people

bool among(std::string_view word, const auto& list) { return std::ranges::find(list, word) != list.end(); }

bool is_sign(std::string_view word) { return word.empty() || !is_word(decode_at(word, 0).value); }
bool is_adverb(std::string_view word) { return word.size() > 4 && word.ends_with("ly") && word != "family"; }
bool is_denial(std::string_view word) { return word.ends_with("n't") || word.ends_with("n\u2019t"); }
bool is_helper(std::string_view word) { return among(word, kBetween) || among(word, kBeforeVerb); }
bool may_follow_subject(std::string_view word) { return among(word, kBetween) || is_adverb(word) || is_denial(word); }

/// Reads the parts of one claim.
class ClaimReader {
 public:
  ClaimReader(const SentenceWords& words, Span claim, std::uint32_t after, const std::vector<Span>& people)
      : words_(words), people_(people), after_(after), first_(words.first_at(claim.begin)) {
    for (last_ = first_; words.has(last_) && words.word(last_).span.begin < claim.end;) ++last_;
    verb_ = find_verb();
  }

  ClaimParts read() const {
    ClaimParts out;
    const Run subject = find_subject(), object = find_object(verb_ + 1);
    if (!is_passive()) {
      out = {span(subject), span(object), {}};
    } else {
      out.outcome = span(subject);
      if (words_[last_] == "by") out.agent = span(phrase(last_ + 1));
    }
    out.population = find_population();
    return out;
  }

 private:
  // A sign that ends a phrase: not a hyphen, slash or number's point between two words without a space.
  bool is_stop(Index i) const {
    if (!is_sign(words_[i])) return false;
    const bool inside = words_.has(i - 1) && words_.has(i + 1) && words_.word(i - 1).span.end == words_.word(i).span.begin &&
                        words_.word(i).span.end == words_.word(i + 1).span.begin;
    const bool numbers = words_[i - 1] == "0" && words_[i + 1] == "0" && (words_[i] == "," || words_[i] == ".");
    const bool joint = words_[i] == "-" || words_[i] == "/" || words_[i] == "'";
    return words_[i] != "%" && !(inside && words_.word(i).span.size() == 1 && (joint || numbers));
  }

  // The claim's main word: behind what helps it.
  Index find_verb() const {
    Index at = first_;
    while (at + 1 < last_ && (among(words_[at], kBeforeVerb) || among(words_[at], kRelatives) || may_follow_subject(words_[at]) || is_sign(words_[at]))) ++at;
    return at;
  }

  // "was reduced", without "to" or "with" behind: what stands before it is what is changed.
  bool is_passive() const {
    const bool helped = verb_ > first_ && among(words_[verb_ - 1], std::array<std::string_view, 5>{"be", "been", "is", "was", "were"});
    return helped && words_[verb_].ends_with("ed") && verb_ + 1 == last_ &&
           !among(words_[last_], std::array<std::string_view, 5>{"with", "to", "in", "from", "for"});
  }

  Run find_subject() const {
    if (among(words_[first_], kRelatives)) return antecedent(first_);
    Index end = first_;
    while (words_.has(end - 1) && may_follow_subject(words_[end - 1])) --end;
    if (words_[verb_].ends_with("ing") && verb_ == first_ && is_stop(end - 1)) return {};
    if (among(words_[end - 1], kRelatives)) return antecedent(end - 1);
    Index begin = end;
    while (words_.has(begin - 1) && !is_stop(begin - 1) && !among(words_[begin - 1], kClauseStarts) && words_.word(begin - 1).span.begin >= after_) --begin;
    if (among(words_[begin - 1], kOwnClauses)) return {};
    const Run run = named({begin, end}, kLongestAgent);
    return is_name(run) ? run : Run{};
  }

  // "the myelin, which damages": the words before "which", back to what begins their phrase.
  Run antecedent(Index relative) const {
    Index end = relative;
    if (words_[end - 1] == ",") --end;
    Index begin = end;
    const auto goes_on = [&](Index i) {
      const std::string_view word = words_[i];
      return !is_stop(i) && !among(word, kLinks) && !is_helper(word) && !among(word, kClauseStarts) && !word.ends_with("ing");
    };
    while (words_.has(begin - 1) && end - begin < kLongestAntecedent && goes_on(begin - 1)) --begin;
    if (begin < end && among(words_[begin], kSubjects)) begin += 2;  // "she sells pills"
    return named({begin, end}, kLongestAntecedent);
  }

  // No clause with a verb of its own, nothing that hangs on a word before, and not only numbers.
  bool is_name(Run run) const {
    if (run.empty() || among(words_[run.begin], kLinks) || among(words_[run.begin], kSubjects) || among(words_[run.end - 1], kPronouns)) return false;
    bool named = false;
    for (Index i = run.begin; i < run.end; ++i) {
      if (among(words_[i], kVerbs) || is_denial(words_[i])) return false;
      named = named || (words_[i].size() > 2 && words_[i] != "percent");
    }
    return named;
  }

  // Without the words that open a sentence and those that hang on; empty if that is no name of a thing.
  Run named(Run run, Index longest) const {
    while (!run.empty() && (among(words_[run.begin], kOpeners) || is_adverb(words_[run.begin]) || is_sign(words_[run.begin]))) ++run.begin;
    while (!run.empty() && (among(words_[run.end - 1], kLinks) || among(words_[run.end - 1], kArticles) || is_sign(words_[run.end - 1]))) --run.end;
    const bool pronoun = run.end - run.begin == 1 && among(words_[run.begin], kPronouns);
    const bool hangs = !run.empty() && among(words_[run.end - 1], std::array<std::string_view, 4>{"and", "or", "nor", "how"});
    return pronoun || hangs || run.end - run.begin > longest ? Run{} : run;
  }

  Run find_object(Index at) const {
    while (at < words_.size() && (among(words_[at], kLinks) || among(words_[at], std::array<std::string_view, 3>{"the", "a", "an"}))) ++at;
    return phrase(at);
  }

  Run phrase(Index begin) const {
    Index end = begin;
    while (words_.has(end) && end - begin < kLongestOutcome && !is_stop(end) && !among(words_[end], kPhraseEnds) && !introduces_people(end)) ++end;
    while (end > begin && (words_[end - 1] == "and" || words_[end - 1] == "or" || is_adverb(words_[end - 1]))) --end;
    return named({begin, end}, kLongestOutcome);
  }

  // "in older women": people stand a few words behind.
  bool introduces_people(Index at) const {
    if (!among(words_[at], kIntroductions)) return false;
    return std::ranges::any_of(people_, [&](Span s) {
      const Index there = words_.first_at(s.begin);
      return there > at && there - at <= kPopulationReach;
    });
  }

  // The people nearest behind the claim that "in", "among" or "for" leads to; else those before it, in its own clause or where the sentence begins.
  Span find_population() const {
    Span before;
    for (const Span s : people_) {
      const Index at = words_.first_at(s.begin);
      if (words_.word(at).span.end > s.end && words_.word(at).span.begin == s.begin) continue;  // "a woman's"
      Index begin = at;
      while (at - begin < kPopulationReach && may_describe_people(begin - 1)) --begin;
      if (!among(words_[begin - 1], kIntroductions)) continue;
      const Run run = named({begin, at + 1}, kPopulationReach + 1);
      if (run.empty()) continue;
      if (at >= last_) return with_what(run);
      if (at < first_ && (begin <= 2 || !is_cut(at, first_))) before = with_what(run);
    }
    return before;
  }

  bool may_describe_people(Index i) const {
    return words_.has(i) && !is_stop(i) && !among(words_[i], kIntroductions) && !among(words_[i], kClauseStarts) && !words_[i].ends_with("ing");
  }

  bool is_cut(Index from, Index to) const {
    while (from < to && !is_stop(from) && !among(words_[from], kClauseStarts)) ++from;
    return from < to;
  }

  // "patients with type 2 diabetes".
  Span with_what(Run run) const {
    if (!among(words_[run.end], std::array<std::string_view, 4>{"with", "who", "aged", "over"})) return span(run);
    const Run more = phrase(run.end + 1);
    return span({run.begin, more.empty() || words_[run.end] == "who" ? run.end : std::min(more.end, run.end + 5)});
  }

  Span span(Run run) const { return run.empty() ? Span{} : Span{words_.word(run.begin).span.begin, words_.word(run.end - 1).span.end}; }

  const SentenceWords& words_;
  const std::vector<Span>& people_;
  std::uint32_t after_;
  Index first_, last_ = 0, verb_ = 0;
};

/// Those of the sorted spans that lie in the sentence and no further than kReach from the claim: the work for one claim is bounded.
std::vector<Span> near(const std::vector<Span>& people, Span claim, Span sentence) {
  const std::uint32_t from = std::max(sentence.begin, claim.begin > kReach ? claim.begin - kReach : 0), to = std::min(sentence.end, claim.end + kReach);
  const auto first = std::ranges::lower_bound(people, from, {}, &Span::begin);
  const auto last = std::find_if(first, people.end(), [&](Span s) { return s.end > to; });
  return {first, last};
}

}  // namespace

ClaimParts find_claim_parts(const SentenceWords& words, Span claim, std::uint32_t after, const std::vector<Span>& people) {
  return ClaimReader(words, claim, after, people).read();
}

void set_claim_parts(const Document& document, const std::vector<Candidate>& all, std::vector<Annotation>& findings) {
  const std::vector<Span> sentences = document.layer("structure.sentence"_label);
  std::vector<Span> people;
  for (const Candidate& c : all)
    if (c.label == "context.population"_label) people.push_back(c.span);
  SentenceWords words;
  std::size_t read = std::string_view::npos;
  std::uint32_t after = 0;  // where the claim before ends
  for (Annotation& claim : findings) {
    if (claim.label != "claim.effect"_label || claim.attribute("kind") == "sign" || !is_scored(claim.zone)) continue;
    const std::size_t at = span_at(sentences, claim.span.begin);
    if (at == std::string_view::npos) continue;
    if (at != read) words.read(document.text.view(), sentences[read = at]);
    const ClaimParts parts = find_claim_parts(words, claim.span, after, near(people, claim.span, sentences[at]));
    after = claim.span.end;
    for (const auto& [name, part] : {std::pair{"agent", parts.agent}, {"outcome", parts.outcome}, {"population", parts.population}})
      if (!part.empty()) claim.attributes.emplace_back(name, document.words(part));
  }
}

}  // namespace hypeline
