#include "match/triggers.h"

#include "core/unicode.h"
#include "match/starts.h"

#include <algorithm>

namespace hypeline {
namespace {

constexpr std::size_t kMostBranches = 6;  // characters of a class that are taken one by one
constexpr std::size_t kMostSigns = 2;     // the same for signs
constexpr std::size_t kDeepest = 3;
constexpr std::size_t kMostStarts = 200;  // per expression, where a start has several words
constexpr std::size_t kMostWords = 2000;  // where it has one
constexpr int kMostCopies = 3;            // of a repeated part
constexpr std::size_t kShortestStem = 2;  // bytes

/// What a class of characters is to a trigger.
struct CharKind {
  explicit CharKind(const CharSet& set) : unknown(set.others) {
    if (unknown) return;
    members = set.members();
    const auto all = [&](auto test) { return !members.empty() && std::all_of(members.begin(), members.end(), test); };
    digits = all([](char32_t c) { return c >= '0' && c <= '9'; });
    apostrophes = all(is_apostrophe);
    signs = all([](char32_t c) { return !is_token_char(c); });
    if (all([](char32_t c) { return is_space(c) || is_dash(c); })) blank = Start::Blank::either;
    if (all(is_space)) blank = Start::Blank::space;
    if (all(is_dash)) blank = Start::Blank::dash;
  }

  bool unknown;
  bool digits = false;
  bool apostrophes = false;
  bool signs = false;
  Start::Blank blank = Start::Blank::none;
  std::vector<char32_t> members;
};

/// Walks the tree and says, for each start so far, how it can go on.
class Deriver {
 public:
  explicit Deriver(std::size_t depth) : depth_(depth) {}
  /// True if there were too many starts at this depth; the result is then of no use. At depth one the result is always good.
  bool given_up() const { return overflowed_ && depth_ > 1; }

  Starts walk(const RegexNode& node, Starts starts) {
    if (given_up() || std::all_of(starts.begin(), starts.end(), [](const Start& s) { return s.done; })) return starts;
    switch (node.kind) {
      case RegexNode::Kind::nothing:
        break;
      case RegexNode::Kind::word_edge:
        return edge(std::move(starts));
      case RegexNode::Kind::chars:
        return chars(node.chars, starts);
      case RegexNode::Kind::sequence:
        return sequence(node, std::move(starts));
      case RegexNode::Kind::choice:
        return choice(node, starts);
      case RegexNode::Kind::repeat:
        return repeat(node, starts);
    }
    return starts;
  }

 private:
  static Starts edge(Starts starts) {
    for (Start& start : starts) start.edge = !start.done && !start.trigger.stem.word.empty();
    return starts;
  }

  Starts sequence(const RegexNode& node, Starts starts) {
    for (const RegexNode& part : node.parts) starts = walk(part, std::move(starts));
    return starts;
  }

  Starts choice(const RegexNode& node, const Starts& starts) {
    Starts out;
    for (const RegexNode& part : node.parts) append(out, walk(part, starts));
    return limited(std::move(out), starts);
  }

  Starts repeat(const RegexNode& node, const Starts& starts) {
    const RegexNode& part = node.parts[0];
    if (part.kind == RegexNode::Kind::chars && part.chars.all(is_space)) return space_run(node, starts);
    Starts now = starts;
    for (int i = 0; i < std::min(node.min, kMostCopies); ++i) now = walk(part, std::move(now));
    if (node.min > kMostCopies) return cut_all(std::move(now));
    Starts out = now;
    const int optional = node.max == RegexNode::kUnbounded ? kMostCopies + 1 : node.max - node.min;
    for (int i = 0; i < std::min(optional, kMostCopies); ++i) append(out, now = walk(part, std::move(now)));
    if (optional > kMostCopies) append(out, cut_all(std::move(now)));
    return limited(std::move(out), starts);
  }

  Starts space_run(const RegexNode& node, const Starts& starts) {
    Starts out = node.min == 0 ? starts : Starts();
    for (const Start& start : starts) append(out, start.fresh() ? cut(start) : Starts{add_blank(start, Start::Blank::space)});
    return limited(std::move(out), starts);
  }

  Starts chars(const CharSet& set, const Starts& starts) {
    const CharKind kind(set);
    Starts out;
    out.reserve(starts.size());
    for (const Start& start : starts) append(out, start.done ? Starts{start} : start.fresh() ? first(start, kind) : next(start, kind));
    return out.size() > starts.size() ? limited(std::move(out), starts) : out;
  }

  Starts first(const Start& start, const CharKind& kind) const {
    if (kind.digits && kind.members.size() > 1) return {add_number(start)};
    return branches(start, kind);
  }

  Starts next(const Start& start, const CharKind& kind) const {
    if (kind.blank != Start::Blank::none) return {add_blank(start, kind.blank)};
    if (kind.apostrophes) return {add_sign(start, "'")};
    if (kind.signs && kind.members.size() > kMostSigns) return {stop(start)};
    return branches(start, kind);
  }

  Starts branches(const Start& start, const CharKind& kind) const {
    if (kind.unknown || kind.members.size() > kMostBranches) return cut(start);
    Starts out;
    for (const char32_t c : kind.members) out.push_back(add_char(start, c, depth_));
    return out;
  }

  // Too many: what the piece adds is forgotten.
  Starts limited(Starts out, const Starts& before) {
    make_unique(out);
    if (out.size() <= (depth_ == 1 ? kMostWords : kMostStarts)) return out;
    overflowed_ = true;
    return cut_all(before);
  }

  std::size_t depth_;
  bool overflowed_ = false;
};

bool is_short_stem(const Start& start) {
  const Trigger& t = start.trigger;
  return t.kind == Trigger::Kind::words && t.words.empty() && !t.stem_ends && t.stem.word.size() < kShortestStem;
}

// A match ends at the end of a word, so at the end of the expression the word under way ends too.
bool finish(Start& start) {
  if (!start.done) start = stop(std::move(start));
  if (start.any) return false;
  if (!is_short_stem(start)) return true;
  if (start.trigger.stem.word.empty() || !is_digit(static_cast<unsigned char>(start.trigger.stem.word[0]))) return false;
  start.trigger = Trigger{};
  start.trigger.kind = Trigger::Kind::number;
  return true;
}

// A start that saw nothing at all matched the empty string, which is no match.
std::vector<Trigger> finish_all(Starts starts) {
  std::erase_if(starts, [](const Start& s) { return s.fresh(); });
  for (Start& start : starts)
    if (!finish(start)) return {};
  std::vector<Trigger> out;
  for (Start& start : starts) out.push_back(std::move(start.trigger));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// Signs that stand for themselves only.
bool is_plain_tail(std::string_view tail) {
  return std::all_of(tail.begin(), tail.end(), [](char c) { return static_cast<unsigned char>(c) < 128 && c != ' ' && c != '\''; });
}

}  // namespace

std::vector<Trigger> derive_triggers(const RegexNode& tree) {
  for (std::size_t depth = kDeepest;; --depth) {
    Deriver deriver(depth);
    Starts starts = deriver.walk(tree, {Start{}});
    if (!deriver.given_up()) return finish_all(std::move(starts));
  }
}

PhraseTrigger phrase_trigger(std::string_view spelling) {
  Start start;
  for (std::size_t at = 0; at < spelling.size();) {
    const CodePoint c = decode_at(spelling, at);
    start = add_char(std::move(start), c.value, spelling.size());
    at += c.size;
  }
  const std::string tail = start.gap;
  const bool whole = !start.done && !start.fresh() && is_plain_tail(tail);
  start = stop(std::move(start));
  start.trigger.tail = tail;
  return {std::move(start.trigger), whole};
}

}  // namespace hypeline
