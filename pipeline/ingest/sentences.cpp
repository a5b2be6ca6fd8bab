#include "ingest/sentences.h"

#include "core/unicode.h"
#include "ingest/byte_scan.h"
#include "ingest/enumerator.h"
#include "ingest/sentence_scan.h"
#include "ingest/sentence_words.h"

#include <algorithm>
#include <string>
#include <utility>

namespace hypeline {
namespace {

constexpr std::string_view kFlag = "\xF0\x9F\x87";  // how both halves of a flag begin
bool is_wide_stop(char32_t c) { return c == U'\u3002' || c == U'\uFF01' || c == U'\uFF1F' || c == U'\u0964'; }

/// A byte at which a sentence may end, or of a space where an item or a flag may begin behind one.
struct MayEnd {
  bool spaces = false;
  auto operator()(auto c) const {
    const unsigned char space = spaces ? ' ' : '.';
    return (c == '.') | (c == '!') | (c == '?') | (c >= 0xE0) | (c == space);
  }
};

/// Cuts one paragraph into sentences.
class Splitter : ParagraphScan {
 public:
  Splitter(std::string_view text, Span paragraph, std::vector<Span> room) : ParagraphScan(text, paragraph), start_(paragraph.begin), out_(std::move(room)) {
    out_.clear();
  }

  std::vector<Span> split() {
    if (is_reference()) return {make_span(begin_, end_)};
    const Enumerator list(text_.substr(begin_, end_ - begin_));
    next_item_ = list.next();
    const bool spaces = !next_item_.empty() || text_.substr(begin_, end_ - begin_).find(kFlag) != std::string_view::npos;
    ByteHits marks(text_, MayEnd{spaces});
    for (std::size_t at = marks.next(begin_ + list.size(), end_); at < end_; at = marks.next(at, end_)) at = pass(at);
    cut(end_);
    return std::move(out_);
  }

 private:
  /// The next place where something may end: behind a run of stops and what closes after it; else one byte on.
  std::size_t pass(std::size_t at) {
    const char c = text_[at];
    if (c == '.' && is_plain_stop(at)) return pass_plain_stop(at);
    if (c == ' ' && (starts_item(at + 1) || starts_with_flag(at + 1))) return cut(at), at + 1 + item_size(at + 1);
    if (c == '.' && omission_follows(at)) return cut(at + 1), at + 7;
    if (c != '.' && c != '!' && c != '?' && static_cast<unsigned char>(c) < 0xE0) return at + 1;
    if (static_cast<unsigned char>(c) >= 0xE0) {
      const CodePoint p = decode_at(text_, at);
      if (is_wide_stop(p.value)) return cut(at + p.size), at + p.size;
      if (p.value != U'\u2026') return at + p.size;
    }
    const std::size_t stops = behind_stops(at);
    const std::size_t closed = behind_closers(stops);
    const std::size_t next = skip_space(closed);
    if (next >= end_ || next == closed) return stops;
    if (!ends_here(at, stops, closed, next)) return closed;
    const std::size_t tail = behind_emoji(next);
    cut(tail == next ? closed : tail);
    return tail == next ? closed : tail;
  }

  /// Most stops have nothing beside them but words: a stop at the end, in a number, or before one space and a capital.
  bool is_plain_stop(std::size_t at) const {
    if (at + 2 >= end_) return at + 1 == end_;
    const char32_t next = static_cast<unsigned char>(text_[at + 1]), second = static_cast<unsigned char>(text_[at + 2]);
    return is_ascii_word(next) || (next == ' ' && second >= 'A' && second <= 'Z');
  }
  std::size_t pass_plain_stop(std::size_t at) {
    if (at + 1 < end_ && text_[at + 1] == ' ' && full_stop_ends(at, at + 2)) cut(at + 1);
    return at + 1;
  }

  // --- items and flags ---

  /// True where "2. " stands if the paragraph began with "1. ".
  bool starts_item(std::size_t at) const {
    return !next_item_.empty() && text_.substr(at, end_ - at).starts_with(next_item_) && at + next_item_.size() < end_ && text_[at + next_item_.size()] == ' ';
  }

  /// Steps over the item's number, and looks for the one after it.
  std::size_t item_size(std::size_t at) {
    if (!starts_item(at)) return 0;
    const Enumerator item(text_.substr(at, end_ - at));
    next_item_ = item.next();
    return item.size();
  }

  /// A flag in a paragraph whose sentence began with one.
  bool starts_with_flag(std::size_t at) const { return is_flag_at(at) && is_flag_at(start_ + (start_ > begin_ ? 1 : 0)) && at > start_ + 12; }
  bool is_flag_at(std::size_t at) const {
    if (at >= end_ || static_cast<unsigned char>(text_[at]) != 0xF0) return false;
    const char32_t c = decode_at(text_, at).value;
    return c >= 0x1F1E6 && c <= 0x1F1FF;
  }

  // --- around a stop ---

  /// A stop, then three dots that begin the next sentence: "words. . . . The".
  bool omission_follows(std::size_t at) const {
    if (at == begin_ || text_[at - 1] == ' ' || at + 8 >= end_ || !text_.substr(at, end_ - at).starts_with(". . . . ")) return false;
    return is_upper(decode_at(text_, at + 8).value);
  }

  bool ends_here(std::size_t stop, std::size_t stops, std::size_t closed, std::size_t next) const {
    const std::size_t word = skip_openers(next);
    if (word >= end_) return false;
    const char32_t first = decode_at(text_, word).value;
    const bool panel = is_panel(next);
    const bool lower = first < 0x250 && is_letter(first) && !is_upper(first) && !is_mixed(word_at(word)) && text_[next] != '*';
    if (lower && !panel) return false;
    if (is_pause(first) && word == next) return false;
    if (text_[stop] != '.') return true;
    if (stops != stop + 1) return ellipsis_ends(stop, stops, first);
    if (closed != stops) return true;
    return full_stop_ends(stop, word);
  }

  /// Three stops end a sentence where they are set close and a capital follows, four always; none in brackets.
  bool ellipsis_ends(std::size_t stop, std::size_t stops, char32_t first) const {
    if (stops < end_ && text_[stops] == ']') return false;
    const auto dots = std::ranges::count(text_.substr(stop, stops - stop), '.');
    const bool spaced = stop > begin_ && text_[stop - 1] == ' ' && text_.substr(stop, stops - stop).find(' ') != std::string_view::npos;
    return dots != 3 || (!spaced && is_upper(first));
  }

  /// "p53", "mRNA", "iPSC": words that may start a sentence as they are.
  static bool is_mixed(std::string_view word) {
    return word.size() > 1 && std::ranges::any_of(word.substr(1), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
  }

  static bool is_pause(char32_t c) {
    return c == ',' || c == ';' || c == ':' || c == ')' || c == '.' || c == '=' || c == '<' || c == '>' || c == 0xB1 || c == 0x2013 || c == 0x2014;
  }

  bool full_stop_ends(std::size_t stop, std::size_t next) const {
    const std::string_view before = word_before(stop);
    if (before.empty()) return !follows_al(stop);
    if (is_list_number(stop, before)) return false;
    switch (kind(before)) {
      case StopWord::never:
        return false;
      case StopWord::before_number:
        return !has_digit(word_at(next)) && text_[next] != '(' && !is_roman(word_at(next));
      case StopWord::maybe:
        return (starts_sentences(word_at(next)) && has_words(stop, 4)) || text_[next - 1] == '"';
      case StopWord::none:
        break;
    }
    return !is_initial(stop, before) || starts_sentences(word_at(next));
  }

  /// "et al ." as some typeset it.
  bool follows_al(std::size_t stop) const { return stop >= begin_ + 3 && text_.substr(stop - 3, 3) == "al "; }

  /// True if the sentence has at least so many words before `stop`.
  bool has_words(std::size_t stop, std::ptrdiff_t words) const {
    const std::size_t begin = skip_space(start_);
    return begin < stop && std::ranges::count(text_.substr(begin, std::min<std::size_t>(stop - begin, 200)), ' ') + 1 >= words;
  }

  static bool is_roman(std::string_view word) { return !word.empty() && word.find_first_not_of("IVX") == std::string_view::npos; }

  static bool has_digit(std::string_view word) {
    return std::ranges::any_of(word, [](char c) { return is_ascii_digit(static_cast<unsigned char>(c)); });
  }

  static StopWord kind(std::string_view before) {
    if (before.size() > kLongestStopWord) return StopWord::none;
    const StopWord known = stop_word(before);
    if (known != StopWord::none) return known;
    const bool dotted = std::ranges::find(before, '.') != before.end();  // U.S, Ph.D, M.D, i.m
    return dotted && !has_digit(before) && (before.size() < 2 || before[1] == '.' || before[before.size() - 2] == '.') ? StopWord::maybe : StopWord::none;
  }

  /// A single capital as in "A. B. Jones", "E. coli"; not the unit in "4 \u00b0C".
  bool is_initial(std::size_t stop, std::string_view before) const {
    return before.size() == 1 && is_upper(static_cast<unsigned char>(before[0])) && !(stop >= begin_ + 3 && text_.substr(stop - 3, 2) == "\u00b0");
  }

  /// "1." at the start of the sentence.
  bool is_list_number(std::size_t stop, std::string_view before) const {
    return before.size() <= 3 && skip_space(start_) == stop - before.size() && std::ranges::all_of(before, [](char c) { return c >= '0' && c <= '9'; });
  }

  void cut(std::size_t end) {
    const std::size_t begin = skip_space(start_);
    while (end > begin) {
      const CodePoint c = decode_before(text_, end);
      if (!is_space(c.value)) break;
      end -= c.size;
    }
    if (begin < end) out_.push_back(make_span(begin, end));
    start_ = std::max(start_, end);
  }

  std::size_t start_;
  std::string next_item_;
  std::vector<Span> out_;
};

}  // namespace

std::vector<Span> split_sentences(std::string_view text, Span paragraph, std::vector<Span> room) { return Splitter(text, paragraph, std::move(room)).split(); }

}  // namespace hypeline
