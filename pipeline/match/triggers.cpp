#include "match/triggers.h"

#include "core/unicode.h"
#include "match/char_kind.h"
#include "match/starts.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace hypeline {
namespace {

constexpr std::size_t kMostBranches = 6;                                 // characters of a class that are taken one by one
constexpr std::size_t kMostSigns = 2;                                    // the same for signs
constexpr std::array<std::size_t, 4> kMostStarts = {0, 2000, 600, 200};  // by depth
constexpr int kMostCopies = 3;                                           // of a repeated part
constexpr std::size_t kShortestStem = 2;                                 // bytes

/// Walks the tree and says, for each start so far, how it can go on.
class Deriver {
 public:
  explicit Deriver(std::size_t depth) : depth_(depth) {}
  /// True if there were too many starts at this depth; the result is then of no use. At depth one the result is always good.
  bool given_up() const { return overflowed_ && depth_ > 1; }

  Starts walk_all(const RegexParts& parts) {
    Starts starts{Start(prefixes_)};
    for (const RegexNode* part : parts) {
      if (std::all_of(starts.begin(), starts.end(), [](const Start& s) { return s.done(); })) break;
      starts = walk(*part, std::move(starts));
    }
    return starts;
  }

  Starts walk(const RegexNode& node, Starts starts) {
    if (given_up()) return {};
    const auto live = std::partition(starts.begin(), starts.end(), [](const Start& s) { return s.done(); });
    if (live == starts.end()) return starts;
    Starts going(live, starts.end());
    starts.erase(live, starts.end());
    append(starts, walk_live(node, std::move(going)));
    return starts;
  }

 private:
  Starts walk_live(const RegexNode& node, Starts starts) {
    switch (node.kind) {
      case RegexNode::Kind::nothing:
        break;
      case RegexNode::Kind::word_edge:
        for (Start& start : starts) start.add_edge();
        break;
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

  Starts sequence(const RegexNode& node, Starts starts) {
    for (const RegexNode& part : node.parts) {
      if (std::all_of(starts.begin(), starts.end(), [](const Start& s) { return s.done(); })) break;
      if (!add_literal(part, starts)) starts = walk(part, std::move(starts));
    }
    return starts;
  }

  // Most pieces of most expressions are one character: no start splits there.
  bool add_literal(const RegexNode& node, Starts& starts) const {
    const auto one = node.kind == RegexNode::Kind::chars ? node.chars.only() : std::nullopt;
    if (one)
      for (Start& start : starts) start.add(*one, depth_);
    return one.has_value();
  }

  Starts choice(const RegexNode& node, const Starts& starts) {
    Starts out;
    for (const RegexNode& part : node.parts) append(out, walk(part, starts));
    return limited(std::move(out), starts);
  }

  Starts repeat(const RegexNode& node, const Starts& starts) {
    const RegexNode& part = node.parts[0];
    if (part.kind == RegexNode::Kind::chars && part.chars.all(is_space)) return space_run(node, starts);
    auto [now, settled] = copies(part, node.min, starts);
    if (node.min > kMostCopies && !settled) return cut_all(std::move(now));
    Starts out = now;
    const int optional = node.max == RegexNode::kUnbounded ? kMostCopies + 1 : node.max - node.min;
    for (int i = 0; i < std::min(optional, kMostCopies) && !settled; ++i) {
      std::tie(now, settled) = copies(part, 1, now);
      append(out, now);
    }
    if (optional > kMostCopies && !settled) append(out, cut_all(std::move(now)));
    drop_covered(out);
    return limited(std::move(out), starts);
  }

  // So many copies of a part one after the other; true if one more would change nothing, as another digit changes nothing about a number.
  std::pair<Starts, bool> copies(const RegexNode& part, int count, Starts now) {
    bool settled = false;
    for (int i = 0; i < std::min(count, kMostCopies) && !settled; ++i) {
      Starts next = walk(part, now);
      settled = next == now;
      now = std::move(next);
    }
    return {std::move(now), settled};
  }

  Starts space_run(const RegexNode& node, const Starts& starts) {
    Starts out = node.min == 0 ? starts : Starts();
    for (Start start : starts) {
      if (start.fresh())
        start.cut();
      else
        start.add_blank(Start::Blank::space);
      out.push_back(start);
    }
    return limited(std::move(out), starts);
  }

  Starts chars(const CharSet& set, const Starts& starts) {
    const CharKind kind(set);
    Starts out;
    out.reserve(starts.size());
    for (const Start& start : starts)
      if (!branch(start, kind, out)) go_on(start, kind, out);
    return out.size() > starts.size() ? limited(std::move(out), starts) : out;
  }

  // What can be said of the class as a whole.
  void go_on(Start start, const CharKind& kind, Starts& out) const {
    if (start.in_number() && kind.number) {
    } else if (kind.digits > 1 && kind.number && start.in_digits()) {
      start.add_digit(depth_);
    } else if (!start.fresh() && kind.blank != Start::Blank::none) {
      start.add_blank(kind.blank);
    } else if (!start.fresh() && kind.apostrophes) {
      start.add_apostrophe();
    } else if (!start.fresh() && (start.in_number() ? kind.no_number : kind.signs)) {
      start.stop();
    } else if (const auto ended = start.cut()) {
      out.push_back(*ended);
    }
    out.push_back(start);
  }

  // Few characters are taken one by one; a digit out of several begins a number. False if that will not do.
  bool branch(const Start& start, const CharKind& kind, Starts& out) const {
    const bool number = kind.digits > 1 && !start.in_word();
    const std::size_t others = kind.members.size() - (number ? kind.digits : 0);
    if (kind.unknown || others > (kind.signs && !start.fresh() ? kMostSigns : kMostBranches)) return false;
    if (!start.fresh() && (kind.blank != Start::Blank::none || kind.apostrophes)) return false;
    if (kind.number && (start.in_number() || (kind.digits > 1 && start.in_digits()))) return false;
    if (number) out.emplace_back(start).add_digit(depth_);
    for (const char32_t c : kind.members)
      if (!number || !is_ascii_digit(c)) out.emplace_back(start).add(c, depth_);
    return true;
  }

  // Too many: what the piece adds is forgotten.
  Starts limited(Starts out, const Starts& before) {
    if (out.size() <= kMostStarts[depth_]) return out;
    make_unique(out);
    if (out.size() <= kMostStarts[depth_]) return out;
    overflowed_ = true;
    return cut_all(before);
  }

  std::size_t depth_;
  Prefixes prefixes_;
  bool overflowed_ = false;
};

// A stem of one letter is found too often to be of use; one digit stands for any number.
bool shorten(Trigger& trigger) {
  if (trigger.kind != Trigger::Kind::words || !trigger.words.empty() || trigger.stem_ends || trigger.stem.word.size() >= kShortestStem) return true;
  if (trigger.stem.word != Step::kNumber && !is_ascii_digit(static_cast<unsigned char>(trigger.stem.word[0]))) return false;
  trigger.stem.word = Step::kNumber;
  return true;
}

// A match ends at the end of a word, so at the end of the expression the word under way ends too; a number may go on behind a point.
void end_expression(Starts& starts) {
  for (Start& start : starts) {
    if (start.done()) continue;
    if (start.in_number())
      start.cut();
    else
      start.stop();
  }
}

// A start that saw nothing at all matched the empty string, which is no match. A trigger whose beginning is one by itself is not needed.
std::vector<Trigger> finish_all(Starts starts) {
  std::erase_if(starts, [](const Start& s) { return s.fresh(); });
  end_expression(starts);
  make_unique(starts);
  std::unordered_set<Prefixes::Id> whole;
  for (const Start& start : starts) whole.insert(start.whole_words());
  std::vector<Trigger> out;
  for (const Start& start : starts) {
    if (start.hopeless()) return {};
    if (start.begins_with_one_of(whole)) continue;
    out.push_back(start.trigger());
    if (!shorten(out.back())) return {};
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// Signs that stand for themselves only.
bool is_plain_tail(std::string_view tail) {
  return std::all_of(tail.begin(), tail.end(), [](char c) { return static_cast<unsigned char>(c) < 128 && c != ' ' && c != '\''; });
}

}  // namespace

std::vector<Trigger> derive_triggers(const RegexNode& tree, std::size_t depth) { return derive_triggers(RegexParts{&tree}, depth); }

std::vector<Trigger> derive_triggers(const RegexParts& parts, std::size_t depth) {
  for (;; --depth) {
    Deriver deriver(depth);
    Starts starts = deriver.walk_all(parts);
    if (!deriver.given_up()) return finish_all(std::move(starts));
  }
}

PhraseTrigger phrase_trigger(std::string_view spelling) {
  Prefixes prefixes;
  Start start(prefixes);
  for (std::size_t at = 0; at < spelling.size();) {
    const CodePoint c = decode_at(spelling, at);
    start.add(c.value, spelling.size());
    at += c.size;
  }
  PhraseTrigger out;
  const std::string tail = start.gap().text();
  out.whole = !start.done() && !start.fresh() && is_plain_tail(tail);
  start.stop();
  out.trigger = start.trigger();
  return out;
}

}  // namespace hypeline
