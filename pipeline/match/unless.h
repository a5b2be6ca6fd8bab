#pragma once
#include "match/expression.h"
#include "match/lexicon.h"
#include "match/tokens.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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

/// Looks for what cancels a match, in the words before it. Where a pattern can begin is seen from its first two words; RE2 decides.
class Unless {
 public:
  explicit Unless(const Lexicon& lexicon);

  /// True if the pattern as an `unless` drops a match at `span` (Expression::covers).
  bool covers(std::uint32_t pattern, Span span, const Passage& passage, Expressions& expressions) const;

 private:
  struct Stem {
    std::uint64_t head, mask;
  };
  /// The beginnings of a pattern: hashes of first words, or of the first two together; beginnings of first words.
  struct Beginnings {
    bool anywhere = false;  // begins with what neither word nor sign tells
    std::string signs;      // first bytes
    bool number = false;
    std::array<std::uint64_t, 4> filter{};  // of the hashes
    std::vector<std::uint32_t> hashes;
    std::vector<Stem> stems;
    void add(std::uint32_t hash);
    void add(const Trigger& trigger);
    bool may_hold(std::uint32_t hash) const;
    bool may_begin(const Tokens& tokens, std::size_t i) const;
    bool may_begin(std::string_view text, std::uint32_t at) const;
  };
  std::uint32_t first_;  // pattern of beginnings_[0]
  std::vector<Beginnings> beginnings_;
};

}  // namespace hypeline
