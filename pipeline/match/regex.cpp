#include "match/regex.h"

#include "core/unicode.h"
#include "match/char_class.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace hypeline {
namespace {

constexpr int kMaxDepth = 100;
constexpr int kMaxCount = 1000;  // RE2's own limit

using Kind = RegexNode::Kind;
using Result = std::expected<RegexNode, PatternError>;

struct Counts {
  int min = 1;
  int max = 1;
  std::size_t size = 0;  // bytes of the operator; 0: none here
};

bool is_number(std::string_view digits) { return !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos; }

int to_number(std::string_view digits) {
  int value = kMaxCount + 1;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// `{n}`, `{n,}` or `{n,m}`; a size of 0 where the brace is an ordinary character.
Counts read_braces(std::string_view rest) {
  const std::size_t end = rest.find('}');
  if (end == std::string_view::npos) return {};
  const std::string_view inside = rest.substr(1, end - 1);
  const std::size_t comma = inside.find(',');
  const std::string_view low = inside.substr(0, comma);
  if (!is_number(low)) return {};
  if (comma == std::string_view::npos) return {to_number(low), to_number(low), end + 1};
  const std::string_view high = inside.substr(comma + 1);
  if (high.empty()) return {to_number(low), RegexNode::kUnbounded, end + 1};
  return is_number(high) ? Counts{to_number(low), to_number(high), end + 1} : Counts{};
}

Counts read_counts(std::string_view rest) {
  if (rest.empty()) return {};
  switch (rest.front()) {
    case '*':
      return {0, RegexNode::kUnbounded, 1};
    case '+':
      return {1, RegexNode::kUnbounded, 1};
    case '?':
      return {0, 1, 1};
    case '{':
      return read_braces(rest);
    default:
      return {};
  }
}

// One class of characters, all of them space or none: a run of those ends by itself at the next word or gap.
bool may_run_on(const RegexNode& atom) {
  const RegexNode& node = atom.kind == Kind::repeat && atom.parts[0].kind == Kind::chars ? atom.parts[0] : atom;
  if (node.kind != Kind::chars) return false;
  const auto spaces = space_set().ascii;
  auto plain = spaces;
  plain.reset('\v');  // \s has none, so \S has one
  const bool space = (node.chars.ascii & plain).any();
  const bool other = (node.chars.ascii & ~spaces).any();
  return !(space && other) && !(space && node.chars.others);
}

constexpr char32_t kLastCharacter = 0x10FFFF;

bool is_plain(const CharSet& set) {
  return !set.vague && std::all_of(set.listed.begin(), set.listed.end(), [](char32_t c) { return c <= kLastCharacter && (c < 0xD800 || c > 0xDFFF); });
}

bool is_plain_flag(std::string_view flag) { return flag.empty() || flag == "i" || flag == "-i" || flag == "s" || flag == "m"; }

class Parser {
 public:
  explicit Parser(std::string_view source) : source_(source) {}

  std::expected<Regex, PatternError> parse() {
    auto tree = choice();
    if (!tree) return std::unexpected(std::move(tree.error()));
    if (at_ < source_.size()) return fail("')' without '('");
    return Regex{std::move(out_), std::move(*tree), plain_};
  }

 private:
  std::unexpected<PatternError> fail(std::string message) const { return std::unexpected(PatternError{at_, std::move(message)}); }
  std::string_view rest() const { return source_.substr(at_); }
  bool next_is(char c) const { return at_ < source_.size() && source_[at_] == c; }

  void take(std::size_t bytes) {
    out_ += source_.substr(at_, bytes);
    at_ += bytes;
  }

  Result choice() {
    RegexNode node{.kind = Kind::choice, .at = at_};
    for (;;) {
      auto part = sequence();
      if (!part) return part;
      node.parts.push_back(std::move(*part));
      if (!next_is('|')) break;
      take(1);
    }
    return node.parts.size() == 1 ? std::move(node.parts[0]) : std::move(node);
  }

  Result sequence() {
    RegexNode node{.kind = Kind::sequence, .at = at_};
    while (at_ < source_.size() && !next_is('|') && !next_is(')')) {
      auto part = repeated();
      if (!part) return part;
      node.parts.push_back(std::move(*part));
    }
    return node;
  }

  Result repeated() {
    const std::size_t begin = at_;
    auto node = atom();
    const Counts counts = read_counts(rest());
    if (!node || counts.size == 0) return node;
    if (counts.min > kMaxCount || counts.max > kMaxCount) return fail("a repetition of more than 1000");
    if (counts.max != RegexNode::kUnbounded && counts.max < counts.min) return fail("a repetition whose most is less than its least");
    if (counts.max == RegexNode::kUnbounded && !may_run_on(*node))
      return fail("an unbounded repetition: write {0,60} or so (one class of characters, as in \\w+, may go on)");
    take(counts.size);
    if (next_is('?')) take(1);
    RegexNode out{.kind = Kind::repeat, .min = counts.min, .max = counts.max, .at = begin};
    out.parts.push_back(std::move(*node));
    return out;
  }

  Result atom() {
    const char c = source_[at_];
    if (c == '(') return group();
    if (c == '[') return piece(read_class(source_, at_));
    if (c == '\\') return escape();
    if (c == '^' || c == '$') return take(1), RegexNode{.kind = Kind::nothing, .at = at_ - 1};
    if (c == '.') return any();
    if (read_counts(rest()).size != 0) return fail("nothing to repeat");
    if (c == '{' && at_ + 1 < source_.size() && is_number(source_.substr(at_ + 1, 1))) return fail("a repetition is written {2,5}, without spaces");
    return literal();
  }

  Result piece(std::expected<CharPiece, PatternError> read) {
    if (!read) return std::unexpected(std::move(read.error()));
    RegexNode node{.kind = Kind::chars, .chars = std::move(read->set), .at = at_};
    plain_ = plain_ && is_plain(node.chars);
    out_ += read->re2;
    at_ += read->size;
    return node;
  }

  Result any() {
    CharPiece all{{}, ".", 1};
    all.set.complement();
    return piece(std::move(all));
  }

  Result escape() {
    const std::string_view two = rest().substr(0, 2);
    if (two == "\\C" || two == "\\Q" || two == "\\E") return fail("\\C, \\Q and \\E are not used here");
    if (two != "\\b" && two != "\\B" && two != "\\A" && two != "\\z") return piece(read_escape(source_, at_));
    take(2);
    return RegexNode{.kind = two == "\\b" ? Kind::word_edge : Kind::nothing, .at = at_ - 2};
  }

  // A character as it stands; spaces, apostrophes and dashes for all of their kind.
  Result literal() {
    const CodePoint c = decode_at(source_, at_);
    if (is_space(c.value)) return spaces(c.size);
    if (is_apostrophe(c.value)) return piece(CharPiece{apostrophe_set(), "[" + std::string(kApostropheClass) + "]", c.size});
    if (is_dash(c.value)) return piece(CharPiece{dash_set(), "[" + std::string(kDashClass) + "]", c.size});
    CharPiece one{{}, (c.value < 128 && !is_word(c.value) ? "\\" : "") + std::string(rest().substr(0, c.size)), c.size};
    one.set.add(c.value);
    return piece(std::move(one));
  }

  Result spaces(std::size_t size) {
    RegexNode run{.kind = Kind::repeat, .min = 1, .max = RegexNode::kUnbounded, .at = at_};
    auto one = piece(CharPiece{space_set(), "(?:[" + std::string(kSpaceClass) + "]+)", size});
    run.parts.push_back(std::move(*one));
    return run;
  }

  // `(`, `(?:`, `(?i:`, `(?P<name>`: all of them only group. `(?i)`: flags for what follows.
  Result group() {
    if (++depth_ > kMaxDepth) return fail("too many nested groups");
    const bool flags = rest().starts_with("(?") && !rest().starts_with("(?P<");
    const std::size_t head = rest().starts_with("(?P<") ? rest().find('>') : flags ? rest().find_first_of(":)") : 0;
    if (head == std::string_view::npos) return fail("'(?' without its end");
    if (flags && rest().substr(2, head - 2).find_first_not_of("imsU-") != std::string_view::npos) return fail("RE2 has no look-around");
    plain_ = plain_ && (!flags || is_plain_flag(rest().substr(2, head - 2))) && !rest().starts_with("(?P<");
    out_ += flags ? rest().substr(0, head + 1) : std::string_view("(?:");
    at_ += head + 1;
    if (flags && source_[at_ - 1] == ')') return --depth_, RegexNode{.kind = Kind::nothing, .at = at_};
    return close(choice());
  }

  Result close(Result inside) {
    if (!inside) return inside;
    if (!next_is(')')) return fail("'(' without ')'");
    take(1);
    --depth_;
    return inside;
  }

  std::string_view source_;
  std::size_t at_ = 0;
  std::string out_;
  int depth_ = 0;
  bool plain_ = true;
};

/// An upper bound of what RE2 makes of a tree. RE2 writes a class as ranges of UTF-8 bytes, one with everything beyond ASCII as about two dozen, and a
/// repetition as so many copies.
struct Size {
  std::int64_t instructions = 0;
  std::int64_t copies = 1;  // the largest product of nested counts, which RE2 limits
};

Size size_of(const RegexNode& node) {
  Size out;
  if (node.kind == Kind::chars)
    out.instructions =
        node.chars.only() ? 8 : 8 + static_cast<std::int64_t>(node.chars.ascii.count() / 2 + 6 * node.chars.listed.size()) + (node.chars.others ? 60 : 0);
  for (const RegexNode& part : node.parts) {
    const Size inner = size_of(part);
    out.instructions += inner.instructions + 2;
    out.copies = std::max(out.copies, inner.copies);
  }
  if (node.kind != Kind::repeat) return out;
  const int counted = std::max({node.min, node.max, 1});
  const std::int64_t times = counted + (node.max == RegexNode::kUnbounded ? 1 : 0);
  return {times * (out.instructions + 2), out.copies * counted};
}

}  // namespace

bool surely_compiles(const Regex& regex, int largest) {
  const Size size = size_of(regex.tree);
  return regex.plain && size.copies <= kMaxCount && size.instructions <= largest;
}

std::expected<Regex, PatternError> read_regex(std::string_view source) { return Parser(source).parse(); }

}  // namespace hypeline
