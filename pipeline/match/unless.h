#pragma once
#include "match/expression.h"
#include "match/lexicon.h"
#include "match/tokens.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace hypeline {

/// The text under way, as the parts of the matcher share it.
struct Passage {
  std::string_view text;
  Span paragraph;
  const Tokens& tokens;
};

/// The compiled patterns of a lexicon, each made when it is first asked for.
class Expressions {
 public:
  explicit Expressions(const Lexicon& lexicon) : lexicon_(&lexicon), compiled_(lexicon.patterns().size()) {}
  const Expression& operator[](std::uint32_t pattern) {
    if (!compiled_[pattern]) compiled_[pattern].emplace(lexicon_->patterns()[pattern]);
    return *compiled_[pattern];
  }

 private:
  const Lexicon* lexicon_;
  std::vector<std::optional<Expression>> compiled_;
};

/// Looks for what cancels matches: only when a match asks, and from the paragraph's begin only as far as that match begins. Where a pattern can begin is seen
/// from its first words; RE2 decides.
class Unless {
 public:
  explicit Unless(const Lexicon& lexicon);

  void begin_paragraph() { ++paragraph_; }
  /// True if a match of `pattern` contains `span`.
  bool covers(std::uint32_t pattern, Span span, const Passage& passage, Expressions& expressions);

 private:
  struct Stem {
    std::uint64_t head, mask;
  };
  /// The beginnings of a pattern: hashes of first words, and of first words together with the second; beginnings of first words.
  struct State {
    bool anywhere = false;  // begins with what no word tells
    bool number = false;
    std::array<std::uint64_t, 4> filter{};  // of the hashes
    std::vector<std::uint32_t> hashes;
    std::vector<Stem> stems;
    bool may_hold(std::uint32_t hash) const;
    void add(std::uint32_t hash);
    // What is known about the paragraph with this number.
    std::uint64_t paragraph = 0;
    std::size_t next_token = 0;
    std::vector<Span> found;
  };
  static State state_of(const Pattern& pattern);
  static void add_words(State& state, const Trigger& trigger);
  static bool may_begin(const State& state, const Tokens& tokens, std::size_t i);
  static void find_up_to(State& state, std::uint32_t begin, const Passage& passage, const Expression& expression);
  static void find_anywhere(State& state, const Passage& passage, const Expression& expression);

  std::uint32_t first_;  // pattern of states_[0]
  std::vector<State> states_;
  std::uint64_t paragraph_ = 0;
};

}  // namespace hypeline
