#include "ingest/encoding/sequence.h"

#include "core/unicode.h"

namespace hypeline {
namespace {

bool is_c1(char32_t c) { return c >= 0x80 && c < 0xA0; }
bool is_mark(char32_t c) { return c == '?' || c == kReplacement; }

std::uint8_t length_by_lead(std::uint8_t lead) {
  if (lead < 0xC2 || lead > 0xF4) return 0;
  if (lead < 0xE0) return 2;
  return lead < 0xF0 ? 3 : 4;
}

/// What the standard allows as second byte after each lead; CESU's surrogate halves (0xED) are let through here.
bool is_second(std::uint8_t lead, std::uint8_t byte) {
  if (lead == 0xE0) return byte >= 0xA0;
  if (lead == 0xF0) return byte >= 0x90;
  if (lead == 0xF4) return byte < 0x90;
  return true;
}

char32_t assemble(const Sequence& s) {
  char32_t value = s.bytes[0] & (0x7Fu >> s.want);
  for (std::uint8_t i = 1; i < s.want; ++i) value = (value << 6) | (s.bytes[i] & 0x3Fu);
  return value;
}

bool is_surrogate(char32_t c, char32_t from) { return c >= from && c < from + 0x400; }

class Reader {
 public:
  Reader(std::string_view text, std::size_t at, CodecId codec) : text_(text), codec_(codec), at_(at) {
    s_.span = make_span(at, at);
    take(decode_at(text, at));
    s_.want = length_by_lead(s_.bytes[0]);
  }

  /// Surrogate halves are joined only where `join`: a half that is looked at as the second one is not.
  Sequence read(bool join) && {
    bool marks = false;
    for (std::uint8_t seen = 1; seen < s_.want && at_ < text_.size(); ++seen) {
      const CodePoint c = decode_at(text_, at_);
      if (!take(c)) {
        if (!is_mark(c.value) || (c.value == '?' && !query_counts(seen, c))) break;
        marks = true;
        at_ += c.size;
      }
    }
    s_.span.end = static_cast<std::uint32_t>(at_);
    finish(marks, join);
    return s_;
  }

 private:
  /// A question mark stands for a byte only inside a sequence or where it is the last of three or more.
  bool query_counts(std::uint8_t seen, CodePoint mark) const {
    if (seen + 1 == s_.want && s_.want > 2) return true;
    const std::size_t next = at_ + mark.size;
    if (next >= text_.size()) return false;
    const std::uint8_t byte = Codecs::all().byte(codec_, decode_at(text_, next).value);
    return s_.want == 2 ? byte >= 0xC0 : is_continuation(byte);
  }

  static bool is_continuation(std::uint8_t byte) { return byte >= 0x80 && byte < 0xC0; }

  bool take(CodePoint c) {
    const bool space = is_tidied_a0(c.value) && s_.have > 0;
    const std::uint8_t byte = space ? std::uint8_t{0xA0} : Codecs::all().byte(codec_, c.value);
    if (s_.have > 0 && !is_continuation(byte)) return false;
    if (s_.have == 1 && !is_second(s_.bytes[0], byte)) return false;
    if (space && !space_counts()) return false;
    s_.spaced |= space;
    s_.c1 |= is_c1(c.value);
    s_.bytes[s_.have++] = byte;
    at_ += c.size;
    return true;
  }

  /// Where byte 0xA0 is a no-break space to the codec, a space stands for it inside a sequence, or ends one.
  bool space_counts() const {
    if (Codecs::all().byte(codec_, 0xA0) != 0xA0) return false;
    if (s_.have + 1u == s_.want) return space_ends();
    return at_ + 1 < text_.size() && is_continuation(Codecs::all().byte(codec_, decode_at(text_, at_ + 1).value));
  }

  /// Far more often the last bytes have vanished: of × behind a digit, of general punctuation, of emoji. A warning sign or a square remain.
  bool space_ends() const {
    const std::uint8_t lead = s_.bytes[0], second = s_.have > 1 ? s_.bytes[1] : std::uint8_t{0};
    if (lead == 0xC3) return s_.span.begin == 0 || !is_digit(decode_before(text_, s_.span.begin).value);
    if (lead == 0xE2) return second == 0x9A || second == 0x96;
    return s_.want == 4 ? second == 0x9F : lead != 0xEF;
  }

  void finish(bool marks, bool join) {
    if (marks) s_.state = Sequence::State::marked;
    if (marks || s_.have < s_.want) return;
    s_.value = assemble(s_);
    s_.state = Sequence::State::whole;
    if (join && is_surrogate(s_.value, 0xD800)) join_surrogates();
    if (s_.value >= 0xD800 && s_.value < 0xE000) s_.state = Sequence::State::broken;
  }

  void join_surrogates() {
    if (at_ >= text_.size() || Codecs::all().byte(codec_, decode_at(text_, at_).value) != 0xED) return;
    const Sequence low = Reader(text_, at_, codec_).read(false);
    if (low.have != 3 || !is_surrogate(assemble(low), 0xDC00)) return;
    s_.value = 0x10000 + ((s_.value - 0xD800) << 10) + (assemble(low) - 0xDC00);
    s_.span.end = low.span.end;
  }

  std::string_view text_;
  CodecId codec_;
  std::size_t at_;
  Sequence s_;
};

}  // namespace

std::optional<Sequence> sequence_at(std::string_view text, std::size_t at, CodecId codec) {
  const CodePoint first = decode_at(text, at);
  if (first.value < 0x80 || length_by_lead(Codecs::all().byte(codec, first.value)) == 0) return std::nullopt;
  return Reader(text, at, codec).read(true);
}

}  // namespace hypeline
