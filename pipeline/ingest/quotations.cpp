#include "ingest/quotations.h"

#include "core/unicode.h"
#include "ingest/byte_scan.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace hypeline {
namespace {

/// What closes a mark that opens, or 0 where it opens nothing.
char32_t closer_of(char32_t c) {
  switch (c) {
    case U'\u201C':
      return U'\u201D';
    case U'\u00AB':
      return U'\u00BB';
    case U'\u201E':
      return U'\u201C';
    case U'\u2018':
      return U'\u2019';
    case U'"':
      return U'"';
    case U'\'':
      return U'\'';
    default:
      return 0;
  }
}

bool is_single(char32_t c) { return c == U'\u2018' || c == U'\''; }

constexpr auto may_quote = [](auto c) { return (c == '"') | (c == '\'') | (c == 0xC2) | (c == 0xE2); };

struct Open {
  std::size_t begin = 0;
  char32_t closer = 0;
};

class Finder {
 public:
  Finder(std::string_view text, Span paragraph, std::vector<Span> room) : text_(text), begin_(paragraph.begin), end_(paragraph.end), out_(std::move(room)) {
    out_.clear();
  }

  std::vector<Span> find() {
    ByteHits marks(text_, may_quote);
    for (std::size_t at = marks.next(begin_, end_); at < end_; at = marks.next(at, end_)) {
      const CodePoint c = decode_at(text_, at);
      if (!close(c, at)) open(c, at);
      at += c.size;
    }
    close_rest();
    std::ranges::sort(out_, [](Span a, Span b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
    return std::move(out_);
  }

 private:
  char32_t before(std::size_t at) const { return at > begin_ ? decode_before(text_, at).value : U' '; }
  char32_t at_or_space(std::size_t at) const { return at < end_ ? decode_at(text_, at).value : U' '; }

  bool close(CodePoint c, std::size_t at) {
    std::size_t found = opened_;
    while (found > 0 && open_[found - 1].closer != c.value) --found;
    if (found == 0) return false;
    const bool single = c.value == U'\'' || c.value == U'\u2019';
    if (single && (is_word(at_or_space(at + c.size)) || is_space(before(at)))) return false;
    if (c.value == U'"' && is_space(before(at)) && is_word(at_or_space(at + 1))) return false;
    opened_ = found - 1;
    out_.push_back(make_span(open_[opened_].begin, at + c.size));
    return true;
  }

  void open(CodePoint c, std::size_t at) {
    const char32_t closer = closer_of(c.value);
    if (closer == 0 || opened_ == kDeepest) return;
    const char32_t previous = before(at), next = at_or_space(at + c.size);
    const bool may_open = !is_word(previous) && !is_space(next) && at + c.size < end_;
    if ((c.value == U'"' || is_single(c.value)) && !may_open) return;
    if (is_single(c.value) && (is_digit(next) || !closes_soon(c, at + c.size))) return;
    open_[opened_++] = {at, closer};
  }

  /// A single mark opens only where one that can close follows near: an apostrophe at the start of a word ('em) opens nothing.
  bool closes_soon(CodePoint opener, std::size_t at) const {
    const char32_t closer = closer_of(opener.value);
    const std::size_t stop = std::min(end_, at + kNear);
    while (at < stop) {
      const CodePoint c = decode_at(text_, at);
      if (c.value == closer && !is_space(before(at)) && !is_word(at_or_space(at + c.size))) return true;
      if (c.value == opener.value && !is_word(before(at))) return false;
      at += c.size;
    }
    return false;
  }

  /// Double marks that nothing closed run to the end of the paragraph; the outermost one stands for all.
  void close_rest() {
    const auto open = std::span(open_).first(opened_);
    const auto found = std::ranges::find_if(open, [](const Open& o) { return o.closer != U'\'' && o.closer != U'\u2019'; });
    if (found != open.end() && found->begin + 4 < end_) out_.push_back(make_span(found->begin, end_));
  }

  static constexpr std::size_t kDeepest = 8, kNear = 300;
  std::string_view text_;
  std::size_t begin_, end_;
  std::array<Open, kDeepest> open_{};
  std::size_t opened_ = 0;
  std::vector<Span> out_;
};

}  // namespace

std::vector<Span> find_quotations(std::string_view text, Span paragraph, std::vector<Span> room) { return Finder(text, paragraph, std::move(room)).find(); }

}  // namespace hypeline
