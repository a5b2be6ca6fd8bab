#include "match/starts.h"

#include "core/unicode.h"
#include "match/fold.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace hypeline {
namespace {

// Enclosed letters are signs with upper and lower case: too odd to compare.
bool has_case(char32_t c) { return c >= 0x24B6 && c <= 0x24E9; }

std::string to_utf8(char32_t c) {
  std::string out;
  append_utf8(out, c);
  return out;
}

PackedText packed(std::string_view text) {
  PackedText out;
  out.append(text);
  return out;
}

PackedText packed_fold(char32_t c) {
  std::string folded;
  append_folded(folded, c);
  return packed(folded);
}

}  // namespace

bool is_number_char(char32_t c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; }

void make_unique(Starts& starts) {
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
}

void append(Starts& to, const Starts& more) { to.insert(to.end(), more.begin(), more.end()); }

Starts cut_all(Starts starts) {
  Starts out;
  for (Start& start : starts)
    if (const auto ended = start.cut()) out.push_back(*ended);
  append(out, starts);
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
  return whole_words && !other.done_ && !other.open_ && other.text_ == text_ && other.gap_.starts_with(tail_);
}

void Start::end_word() {
  if (!open_) return;
  text_ = prefixes_->add(text_, Prefixes::Piece::word_end);
  ++words_;
  open_ = edge_ = number_ = digits_ = false;
}

void Start::begin_word(std::size_t depth) {
  if (words_ == depth) return stop();
  text_ = word_at_ = prefixes_->add(text_, Prefixes::Piece::gap, gap_);
  gap_ = {};
  blank_ = Blank::none;
  open_ = digits_ = true;
}

void Start::add_letter(char32_t c, std::size_t depth) {
  if (!open_) begin_word(depth);
  if (done_) return;
  text_ = prefixes_->add(text_, Prefixes::Piece::letters, packed_fold(c));
  digits_ = digits_ && is_ascii_digit(c);
  edge_ = false;
}

// A match that begins with white space gets no trigger: nobody means to write one.
void Start::begin_with(char32_t sign) {
  sign_ = packed(to_utf8(sign));
  any_ = is_space(sign);
  done_ = true;
}

void Start::add(char32_t c, std::size_t depth) {
  if (done_ || (in_number() && is_number_char(c))) return;
  if (in_number()) end_word();
  if (is_token_char(c)) return add_letter(c, depth);
  if (fresh()) return begin_with(c);
  if (is_space(c)) return add_blank(Blank::space);
  if (is_dash(c)) return add_blank(Blank::dash);
  if (is_apostrophe(c)) return add_apostrophe();
  if (has_case(c)) return stop();
  add_sign(to_utf8(c));
}

void Start::add_digit(std::size_t depth) {
  if (done_) return;
  if (!open_) begin_word(depth);
  if (done_) return;
  text_ = prefixes_->add(word_at_, Prefixes::Piece::letters, packed(Step::kNumber));
  number_ = true;
  digits_ = edge_ = false;
}

// White space after white space is one run; whether a blank after an unknown blank is one more character cannot be told.
void Start::add_blank(Blank kind) {
  if (done_) return;
  end_word();
  const Blank before = blank_;
  if (before == Blank::space && kind == Blank::space) return;
  const bool unclear = (before == Blank::either && kind != Blank::dash) || (before == Blank::space && kind == Blank::either);
  if (unclear || gap_.size == PackedText::kMost) return stop();
  gap_.append(" ");
  blank_ = kind;
}

void Start::add_apostrophe() { add_sign("'"); }

void Start::add_sign(std::string_view sign) {
  if (done_) return;
  end_word();
  if (gap_.size + sign.size() > PackedText::kMost) return stop();
  gap_.append(sign);
  blank_ = Blank::none;
}

void Start::finish() {
  tail_ = gap_;
  gap_ = {};
  blank_ = Blank::none;
  edge_ = false;
  done_ = true;
}

void Start::stop() {
  end_word();
  finish();
}

std::optional<Start> Start::cut() {
  if (done_) return std::nullopt;
  std::optional<Start> out;
  if (edge_) {
    out = *this;
    out->stop();
    stem_ends_ = true;
  }
  any_ = fresh();
  finish();
  return out;
}

Trigger Start::trigger() const {
  Trigger out{.kind = sign_.empty() ? Trigger::Kind::words : Trigger::Kind::sign, .tail = tail_.text(), .stem_ends = stem_ends_, .sign = sign_.text()};
  out.words = prefixes_->steps(text_);
  if (!open_) return out;
  out.stem = std::move(out.words.back());
  out.words.pop_back();
  return out;
}

Prefixes::Id Start::whole_words() const { return open_ || stem_ends_ || !tail_.empty() || !sign_.empty() ? Prefixes::kRoot : text_; }

bool Start::begins_with_one_of(const std::unordered_set<Prefixes::Id>& triggers) const {
  Prefixes::Id id = whole_words() == Prefixes::kRoot ? text_ : prefixes_->before(text_);
  for (; id != Prefixes::kRoot; id = prefixes_->before(id))
    if (prefixes_->is_word_end(id) && triggers.contains(id)) return true;
  return false;
}

}  // namespace hypeline
