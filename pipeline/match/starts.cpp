#include "match/starts.h"

#include "core/unicode.h"
#include "match/fold.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace hypeline {
namespace {

constexpr std::size_t kLongestGap = 8;  // bytes; tokens.h looks no further
constexpr char kGapEnd = '\x1F';
constexpr char kWordEnd = '\x1E';

// Enclosed letters are signs with upper and lower case: too odd to compare.
bool has_case(char32_t c) { return c >= 0x24B6 && c <= 0x24E9; }

std::string to_utf8(char32_t c) {
  std::string out;
  append_utf8(out, c);
  return out;
}

Step read_step(std::string_view text) {
  const std::size_t at = text.find(kGapEnd);
  return {std::string(text.substr(0, at)), std::string(text.substr(at + 1))};
}

}  // namespace

bool is_number_char(char32_t c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; }

void make_unique(Starts& starts) {
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
}

void append(Starts& to, Starts more) { to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end())); }

Starts cut_all(Starts starts) {
  Starts out;
  for (Start& start : starts) append(out, start.cut());
  append(out, std::move(starts));
  make_unique(out);
  return out;
}

void drop_covered(Starts& starts) {
  Starts cut;
  std::copy_if(starts.begin(), starts.end(), std::back_inserter(cut), [](const Start& s) { return s.done(); });
  if (cut.empty()) return;
  std::erase_if(starts, [&](const Start& s) { return !s.done() && std::any_of(cut.begin(), cut.end(), [&](const Start& c) { return c.covers(s); }); });
}

bool Start::covers(const Start& other) const {
  const bool whole_words = done_ && !any_ && !open_ && !stem_ends_ && sign_.empty() && words_ > 0;
  return whole_words && !other.done_ && !other.open_ && other.words_ == words_ && other.gap_.starts_with(tail_) && other.text_ == text_;
}

void Start::end_word() {
  if (!open_) return;
  text_ += kWordEnd;
  ++words_;
  open_ = edge_ = false;
}

void Start::add_to_word(std::string_view folded, std::size_t depth) {
  if (!open_ && words_ == depth) return stop();
  if (!open_) {
    text_ += gap_ + kGapEnd;
    word_at_ = static_cast<std::uint16_t>(text_.size());
    gap_.clear();
    blank_ = Blank::none;
    open_ = true;
  }
  text_ += folded;
  edge_ = false;
}

// A match that begins with white space gets no trigger: nobody means to write one.
void Start::begin_with(char32_t sign) {
  sign_ = to_utf8(sign);
  any_ = is_space(sign);
  done_ = true;
}

void Start::add(char32_t c, std::size_t depth) {
  if (done_ || (in_number() && is_number_char(c))) return;
  if (in_number()) end_word();
  if (is_token_char(c)) {
    std::string folded;
    append_folded(folded, c);
    return add_to_word(folded, depth);
  }
  if (fresh()) return begin_with(c);
  if (is_space(c)) return add_blank(Blank::space);
  if (is_dash(c)) return add_blank(Blank::dash);
  if (is_apostrophe(c)) return add_apostrophe();
  if (has_case(c)) return stop();
  add_sign(to_utf8(c));
}

void Start::add_digit(std::size_t depth) {
  if (done_) return;
  if (!open_) return add_to_word(Step::kNumber, depth);
  text_.resize(word_at_);
  text_ += Step::kNumber;
}

// White space after white space is one run; whether a blank after an unknown blank is one more character cannot be told.
void Start::add_blank(Blank kind) {
  if (done_) return;
  end_word();
  const Blank before = blank_;
  if (before == Blank::space && kind == Blank::space) return;
  const bool unclear = (before == Blank::either && kind != Blank::dash) || (before == Blank::space && kind == Blank::either);
  if (unclear || gap_.size() == kLongestGap) return stop();
  gap_ += ' ';
  blank_ = kind;
}

void Start::add_apostrophe() { add_sign("'"); }

void Start::add_sign(std::string_view sign) {
  if (done_) return;
  end_word();
  if (gap_.size() + sign.size() > kLongestGap) return stop();
  gap_ += sign;
  blank_ = Blank::none;
}

void Start::finish() {
  tail_.swap(gap_);
  gap_.clear();
  blank_ = Blank::none;
  edge_ = false;
  done_ = true;
}

void Start::stop() {
  end_word();
  finish();
}

Starts Start::cut() {
  if (done_) return {};
  Starts out;
  if (edge_) {
    out.push_back(*this);
    out.back().stop();
    stem_ends_ = true;
  }
  any_ = fresh();
  finish();
  return out;
}

Trigger Start::trigger() const {
  Trigger out{.kind = sign_.empty() ? Trigger::Kind::words : Trigger::Kind::sign, .tail = tail_, .stem_ends = stem_ends_, .sign = sign_};
  std::string_view rest = text_;
  for (std::size_t end = rest.find(kWordEnd); end != std::string_view::npos; end = rest.find(kWordEnd)) {
    out.words.push_back(read_step(rest.substr(0, end)));
    rest.remove_prefix(end + 1);
  }
  if (!rest.empty()) out.stem = read_step(rest);
  return out;
}

}  // namespace hypeline
