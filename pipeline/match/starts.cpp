#include "match/starts.h"

#include "core/unicode.h"
#include "match/fold.h"

#include <algorithm>
#include <iterator>

namespace hypeline {
namespace {

constexpr std::size_t kLongestGap = 8;  // bytes; tokens.h looks no further

void end_word(Start& start) {
  if (start.trigger.stem.word.empty()) return;
  start.trigger.words.push_back(std::move(start.trigger.stem));
  start.trigger.stem = {};
  start.edge = false;
}

void end_gap(Start& start) {
  start.gap.clear();
  start.blank = Start::Blank::none;
}

Start add_letter(Start start, char32_t c, std::size_t depth) {
  Step& word = start.trigger.stem;
  if (word.word.empty()) {
    if (start.trigger.words.size() == depth) return stop(std::move(start));
    word.gap = start.gap;
  }
  append_folded(word.word, c);
  end_gap(start);
  start.edge = false;
  return start;
}

// Enclosed letters are signs with upper and lower case: too odd to compare.
bool has_case(char32_t c) { return c >= 0x24B6 && c <= 0x24E9; }

std::string to_utf8(char32_t c) {
  std::string out;
  append_utf8(out, c);
  return out;
}

// A match that begins with white space gets no trigger: nobody means to write one.
Start begin_with_sign(Start start, char32_t c) {
  start.done = true;
  start.any = is_space(c);
  start.trigger.kind = Trigger::Kind::byte;
  start.trigger.byte = static_cast<unsigned char>(to_utf8(c)[0]);
  return start;
}

}  // namespace

void make_unique(Starts& starts) {
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
}

void append(Starts& to, Starts more) { to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end())); }

Start add_char(Start start, char32_t c, std::size_t depth) {
  if (start.done) return start;
  if (is_token_char(c)) return add_letter(std::move(start), c, depth);
  if (start.fresh()) return begin_with_sign(std::move(start), c);
  if (is_space(c)) return add_blank(std::move(start), Start::Blank::space);
  if (is_dash(c)) return add_blank(std::move(start), Start::Blank::dash);
  if (has_case(c)) return stop(std::move(start));
  return add_sign(std::move(start), is_apostrophe(c) ? "'" : to_utf8(c));
}

// White space after white space is one run; whether a blank after an unknown blank is one more character cannot be told.
Start add_blank(Start start, Start::Blank kind) {
  using Blank = Start::Blank;
  if (start.done) return start;
  end_word(start);
  const Blank before = start.blank;
  if (before == Blank::space && kind == Blank::space) return start;
  const bool unclear = (before == Blank::either && kind != Blank::dash) || (before == Blank::space && kind == Blank::either);
  if (unclear || start.gap.size() == kLongestGap) return stop(std::move(start));
  start.gap += ' ';
  start.blank = kind;
  return start;
}

Start add_sign(Start start, std::string_view sign) {
  if (start.done) return start;
  end_word(start);
  if (start.gap.size() + sign.size() > kLongestGap) return stop(std::move(start));
  start.gap += sign;
  start.blank = Start::Blank::none;
  return start;
}

Start stop(Start start) {
  end_word(start);
  end_gap(start);
  start.done = true;
  return start;
}

Start add_number(Start start) {
  start.trigger.kind = Trigger::Kind::number;
  start.done = true;
  return start;
}

Starts cut(Start start) {
  if (start.done) return {std::move(start)};
  start.any = start.fresh();
  if (!start.edge) {
    end_gap(start);
    start.done = true;
    return {std::move(start)};
  }
  Start whole = stop(start);
  start.edge = false;
  start.done = true;
  start.trigger.stem_ends = true;
  return {std::move(start), std::move(whole)};
}

Starts cut_all(Starts starts) {
  Starts out;
  for (Start& start : starts) append(out, cut(std::move(start)));
  make_unique(out);
  return out;
}

}  // namespace hypeline
