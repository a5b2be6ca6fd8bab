#include "designs.h"

#include "core/unicode.h"
#include "match/expression.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <stdexcept>

namespace hypeline::bench {
namespace {

constexpr std::int64_t kMemory = std::int64_t{1} << 30;  // enough that no design is slowed by its limit

RE2::Options options(bool longest) {
  RE2::Options out;
  out.set_case_sensitive(false);
  out.set_longest_match(longest);
  out.set_max_mem(kMemory);
  return out;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

/// The expressions of all patterns, and what `unless` cancels: the same for all designs.
struct Judges {
  explicit Judges(const Lexicon& from) : lexicon(from) {
    for (const Pattern& pattern : from.patterns()) expressions.emplace_back(pattern);
  }

  void add_all(std::uint32_t rule, const Article& article, Span paragraph, std::vector<Match>& out) const {
    const Expression& expression = expressions[rule];
    for (auto at = expression.next(article.text, paragraph, paragraph.begin); at; at = expression.next(article.text, paragraph, at->end))
      out.push_back({*at, rule});
  }

  // The matches from `first` on are of one paragraph.
  void cancel(const Article& article, Span paragraph, std::vector<Match>& out, std::size_t first) const {
    const auto cancelled = [&](const Match& match) {
      const std::uint32_t unless = lexicon.unless_of(match.rule);
      return unless != Lexicon::kNoPattern && expressions[unless].covers(article.text, paragraph, match.span);
    };
    out.erase(std::remove_if(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(), cancelled), out.end());
  }

  const Lexicon& lexicon;
  std::vector<Expression> expressions;
};

/// An RE2::Set that knows the rules of its members.
struct RuleSet {
  explicit RuleSet(RE2::Anchor anchor) : set(options(false), anchor) {}

  void add(const Lexicon& lexicon, std::uint32_t rule) {
    set.Add(piece(lexicon.patterns()[rule].re2), nullptr);
    rules.push_back(rule);
  }
  void compile() {
    if (!set.Compile()) throw std::runtime_error("RE2::Set does not compile");
  }
  const std::vector<int>& find(std::string_view text) {
    RE2::Set::ErrorInfo info{};
    if (!set.Match(piece(text), &found, &info)) found.clear();
    if (info.kind != RE2::Set::kNoError) throw std::runtime_error("RE2::Set ran out of memory");
    return found;
  }

  RE2::Set set;
  std::vector<std::uint32_t> rules;
  std::vector<int> found;
};

struct Alternation {
  explicit Alternation(const Lexicon& lexicon) : judges(lexicon), next(lexicon.rules().size()) {
    std::string all;
    for (std::uint32_t rule = 0; rule < lexicon.rules().size(); ++rule) {
      const Pattern& pattern = lexicon.patterns()[rule];
      if (!begins_with_ascii_word(pattern)) {
        expressions.add(lexicon, rule);
        continue;
      }
      phrases.add(lexicon, rule);
      all += (all.empty() ? "" : "|") + pattern.re2;
    }
    phrases.compile();
    expressions.compile();
    alternation = std::make_unique<RE2>("\\b(?:" + all + ")", options(true));
    if (!alternation->ok()) throw std::runtime_error(alternation->error());
  }

  // RE2's \b before the alternation keeps the search out of words; it knows ASCII only, so other phrases go with the expressions.
  static bool begins_with_ascii_word(const Pattern& pattern) {
    return !pattern.whole.empty() && std::all_of(pattern.whole.begin(), pattern.whole.end(), [](const Trigger& t) {
      return is_word(static_cast<unsigned char>(t.words[0].word[0])) && static_cast<unsigned char>(t.words[0].word[0]) < 127;
    });
  }

  void add_phrases(const Article& article, Span paragraph, std::vector<Match>& out) {
    const re2::StringPiece text = piece(slice(article.text, paragraph));
    re2::StringPiece found;
    for (std::size_t at = 0; at < text.size() && alternation->Match(text, at, text.size(), RE2::UNANCHORED, &found, 1);) {
      const auto begin = static_cast<std::uint32_t>(found.data() - article.text.data());
      add_phrases_at(article, paragraph, begin, out);
      at = begin - paragraph.begin + 1;
    }
  }

  void add_phrases_at(const Article& article, Span paragraph, std::uint32_t begin, std::vector<Match>& out) {
    if (!is_word_boundary(article.text, begin)) return;
    for (const int member : phrases.find(std::string_view(article.text).substr(begin, paragraph.end - begin))) {
      const std::uint32_t rule = phrases.rules[static_cast<std::size_t>(member)];
      if (begin < next[rule]) continue;
      const std::uint32_t end = judges.expressions[rule].end_at(article.text, paragraph, begin);
      if (end == begin) continue;
      out.push_back({{begin, end}, rule});
      next[rule] = end;
    }
  }

  std::vector<Match> find(const Article& article) {
    std::vector<Match> out;
    std::fill(next.begin(), next.end(), 0u);
    for (const Span paragraph : article.paragraphs) {
      const std::size_t first = out.size();
      add_phrases(article, paragraph, out);
      for (const int member : expressions.find(slice(article.text, paragraph)))
        judges.add_all(expressions.rules[static_cast<std::size_t>(member)], article, paragraph, out);
      judges.cancel(article, paragraph, out, first);
    }
    return out;
  }

  Judges judges;
  RuleSet phrases{RE2::ANCHOR_START};
  RuleSet expressions{RE2::UNANCHORED};
  std::unique_ptr<RE2> alternation;
  std::vector<std::uint32_t> next;  // per rule, where its next match may begin
};

struct Everything {
  explicit Everything(const Lexicon& lexicon) : judges(lexicon) {
    for (std::uint32_t rule = 0; rule < lexicon.rules().size(); ++rule) set.add(lexicon, rule);
    set.compile();
  }

  std::vector<Match> find(const Article& article) {
    std::vector<Match> out;
    const auto& members = set.find(article.text);
    for (const Span paragraph : article.paragraphs) {
      const std::size_t first = out.size();
      for (const int member : members) judges.add_all(set.rules[static_cast<std::size_t>(member)], article, paragraph, out);
      judges.cancel(article, paragraph, out, first);
    }
    return out;
  }

  Judges judges;
  RuleSet set{RE2::UNANCHORED};
};

}  // namespace

Design our_matcher(const Lexicon& lexicon) {
  auto matcher = std::make_shared<Matcher>(lexicon);
  return {"matcher", [matcher](const Article& article) { return matcher->find(article.text, article.paragraphs); }};
}

Design alternation_and_set(const Lexicon& lexicon) {
  auto state = std::make_shared<Alternation>(lexicon);
  return {"A: alternation, set per paragraph", [state](const Article& article) { return state->find(article); }};
}

Design set_per_article(const Lexicon& lexicon) {
  auto state = std::make_shared<Everything>(lexicon);
  return {"B: set per article", [state](const Article& article) { return state->find(article); }};
}

}  // namespace hypeline::bench
