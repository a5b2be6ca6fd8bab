#include "ingest/sentences.h"

#include "core/unicode.h"
#include "ingest/sentence_words.h"

#include <algorithm>

namespace hypeline {
namespace {

bool is_closer(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == '}' || c == U'\u201D' || c == U'\u2019' || c == U'\u00BB' || c == U'\u201C';
}
bool is_opener(char32_t c) {
  return c == '"' || c == '\'' || c == '(' || c == '[' || c == '{' || c == U'\u201C' || c == U'\u2018' || c == U'\u00AB' || c == U'\u201E' || c == U'\u00BF' ||
         c == U'\u00A1' || c == '*' || c == '_';
}
bool is_emoji(char32_t c) { return (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) || c == 0xFFFC || c == 0x200D || c == 0xFE0F; }
bool is_wide_stop(char32_t c) { return c == U'\u3002' || c == U'\uFF01' || c == U'\uFF1F' || c == U'\u0964'; }

/// One paragraph, read code point by code point between its ends.
class Splitter {
 public:
  Splitter(std::string_view text, Span paragraph) : text_(text), begin_(paragraph.begin), end_(paragraph.end), start_(paragraph.begin) {}

  std::vector<Span> split() {
    for (std::size_t at = begin_; at < end_;) at = pass(at);
    cut(end_);
    return std::move(out_);
  }

 private:
  /// The next place where something may end: behind a run of stops and what closes after it; else one byte on.
  std::size_t pass(std::size_t at) {
    const char c = text_[at];
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
    return std::max(closed, tail);
  }

  std::size_t behind_stops(std::size_t at) const {
    while (at < end_) {
      const CodePoint c = decode_at(text_, at);
      if (c.value == '.' || c.value == '!' || c.value == '?' || c.value == U'\u2026')
        at += c.size;
      else if (c.value == ' ' && at + 1 < end_ && text_[at + 1] == '.' && (at + 2 >= end_ || text_[at + 2] == ' ' || text_[at + 2] == '.'))
        ++at;  // . . .
      else
        break;
    }
    return at;
  }

  std::size_t behind_closers(std::size_t at) const {
    while (at < end_) {
      const CodePoint c = decode_at(text_, at);
      if (is_closer(c.value))
        at += c.size;
      else if (const std::size_t mark = behind_reference(at); mark != at)
        at = mark;
      else
        break;
    }
    return at;
  }

  /// Behind a reference mark such as [12] or [3,4-6] that stands right after the stop.
  std::size_t behind_reference(std::size_t at) const {
    if (at >= end_ || text_[at] != '[') return at;
    std::size_t i = at + 1;
    while (i < end_ && i < at + 40 && (is_digit(static_cast<unsigned char>(text_[i])) || text_[i] == ',' || text_[i] == '-' || text_[i] == ' ')) ++i;
    return i < end_ && i > at + 1 && text_[i] == ']' ? i + 1 : at;
  }

  std::size_t skip_space(std::size_t at) const {
    while (at < end_) {
      const CodePoint c = decode_at(text_, at);
      if (!is_space(c.value)) break;
      at += c.size;
    }
    return at;
  }

  /// Pictures behind the stop belong to the sentence before, unless a flag, which starts the next.
  std::size_t behind_emoji(std::size_t at) const {
    std::size_t last = at;
    for (std::size_t i = at; i < end_;) {
      const CodePoint c = decode_at(text_, i);
      if (!is_emoji(c.value) && !is_space(c.value)) break;
      i += c.size;
      if (is_emoji(c.value)) last = i;
    }
    return last;
  }

  std::string_view word_before(std::size_t stop) const {
    std::size_t b = stop;
    while (b > begin_ && stop - b < 40) {
      const CodePoint c = decode_before(text_, b);
      if (!is_word(c.value) && c.value != '.' && c.value != '-' && c.value != '\'' && c.value != U'\u2019') break;
      b -= c.size;
    }
    return text_.substr(b, stop - b);
  }

  std::string_view word_at(std::size_t at) const {
    std::size_t e = at;
    while (e < end_ && e - at < 40) {
      const CodePoint c = decode_at(text_, e);
      if (!is_word(c.value)) break;
      e += c.size;
    }
    return text_.substr(at, e - at);
  }

  std::size_t skip_openers(std::size_t at) const {
    while (at < end_) {
      const CodePoint c = decode_at(text_, at);
      if (!is_opener(c.value)) break;
      at += c.size;
    }
    return at;
  }

  bool ends_here(std::size_t stop, std::size_t stops, std::size_t closed, std::size_t next) const {
    const std::size_t word = skip_openers(next);
    if (word >= end_) return false;
    const char32_t first = decode_at(text_, word).value;
    const bool lower = is_letter(first) && !is_upper(first) && !is_mixed(word_at(word));
    if (lower) return false;
    if (is_pause(first) && word == next) return false;
    const bool single = stops == stop + 1;
    if (text_[stop] != '.') return true;
    if (!single) return stops - stop != 3 || is_upper(first);
    if (closed != stops) return true;
    return full_stop_ends(stop, word);
  }

  /// "p53", "mRNA", "iPSC": words that may start a sentence as they are.
  static bool is_mixed(std::string_view word) {
    return word.size() > 1 && std::ranges::any_of(word.substr(1), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
  }

  static bool is_pause(char32_t c) {
    return c == ',' || c == ';' || c == ':' || c == ')' || c == '.' || c == '=' || c == '<' || c == '>' || c == 0x2013 || c == 0x2014;
  }

  bool full_stop_ends(std::size_t stop, std::size_t next) const {
    const std::string_view before = word_before(stop), after = word_at(next);
    if (before.empty()) return true;
    if (is_list_number(stop, before)) return false;
    const bool number = !after.empty() && is_digit(static_cast<unsigned char>(after[0]));
    switch (kind(before)) {
      case StopWord::never:
        return false;
      case StopWord::before_number:
        return !number && text_[next] != '(' && !is_roman(after);
      case StopWord::maybe:
        return starts_sentences(after) || (next > 0 && text_[next - 1] == '"');
      case StopWord::none:
        break;
    }
    return !is_initial(stop, before) || starts_sentences(after);
  }

  static bool is_roman(std::string_view word) { return !word.empty() && word.find_first_not_of("IVX") == std::string_view::npos; }

  static StopWord kind(std::string_view before) {
    const StopWord known = stop_word(before);
    if (known != StopWord::none) return known;
    const bool dotted = before.find('.') != std::string_view::npos && before.size() <= 8;  // U.S, Ph.D, M.D, i.m
    const bool letters = std::ranges::none_of(before, [](char c) { return c >= '0' && c <= '9'; });
    return dotted && letters && (before.size() < 2 || before[1] == '.' || before[before.size() - 2] == '.') ? StopWord::maybe : StopWord::none;
  }

  /// A single capital as in "A. B. Jones", "E. coli", not after a lower-case word as in "group A".
  bool is_initial(std::size_t stop, std::string_view before) const {
    if (before.size() != 1 || !is_upper(static_cast<unsigned char>(before[0]))) return false;
    const std::size_t at = stop - 1;
    if (at <= begin_ + 1) return true;
    if (text_[at - 1] != ' ') return true;
    const std::string_view previous = word_before(at - 1);
    static_cast<void>(previous);
    return true;
  }

  /// "1." at the start of the sentence.
  bool is_list_number(std::size_t stop, std::string_view before) const {
    const std::size_t at = stop - before.size();
    return skip_space(start_) == at && before.size() <= 3 && std::ranges::all_of(before, [](char c) { return c >= '0' && c <= '9'; });
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

  std::string_view text_;
  std::size_t begin_, end_, start_;
  std::vector<Span> out_;
};

}  // namespace

std::vector<Span> split_sentences(std::string_view text, Span paragraph) { return Splitter(text, paragraph).split(); }

}  // namespace hypeline
