#include "ingest/normalise.h"

#include "core/unicode.h"
#include "ingest/byte_scan.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace hypeline {
namespace {

/// What a step makes of the text at a place: the bytes it takes (none: not its business) and what stands for them.
struct Edit {
  std::size_t begin = 0, end = 0;
  std::string with;
};

/// A step looks at one place of the text. `from` is the first byte that is not yet settled; only composition looks back to it.
struct Step {
  std::string_view repair;  ///< the kind it counts as; empty: not worth counting
  Edit (*look)(std::string_view text, std::size_t from, std::size_t at);
};

constexpr std::size_t kLongestEscape = 1024;
constexpr std::size_t kLongestSequence = std::size_t{31} * 4;  // stream-safe text has at most 30 marks in a row; longer ones stay as they are

Edit line_end(std::string_view text, std::size_t, std::size_t at) {
  const char c = text[at];
  if (c == '\r' && at + 1 < text.size() && text[at + 1] == '\n') return {at, at + 1, ""};
  if (c == '\r' || c == '\f' || c == '\v') return {at, at + 1, "\n"};
  if (text.substr(at).starts_with("\xC2\x85")) return {at, at + 2, "\n"};
  if (text.substr(at).starts_with("\xE2\x80\xA8") || text.substr(at).starts_with("\xE2\x80\xA9")) return {at, at + 3, "\n"};
  return {};
}

/// End of the parameters and the final byte of a control sequence, or npos.
std::size_t csi_end(std::string_view text, std::size_t at) {
  const std::size_t stop = std::min(text.size(), at + kLongestEscape);
  while (at < stop && text[at] >= 0x20 && text[at] <= 0x3F) ++at;
  return at < stop && text[at] >= 0x40 && text[at] <= 0x7E ? at + 1 : std::string_view::npos;
}

/// End of an operating system command: behind BEL or ESC \, or npos.
std::size_t osc_end(std::string_view text, std::size_t at) {
  const std::size_t stop = std::min(text.size(), at + kLongestEscape);
  for (; at < stop; ++at) {
    if (text[at] == '\a') return at + 1;
    if (text[at] == '\x1B' && at + 1 < stop && text[at + 1] == '\\') return at + 2;
  }
  return std::string_view::npos;
}

Edit terminal_escape(std::string_view text, std::size_t, std::size_t at) {
  const bool c1 = text.substr(at).starts_with("\xC2\x9B");
  if (!c1 && (text[at] != '\x1B' || at + 1 >= text.size())) return {};
  std::size_t end = std::string_view::npos;
  if (c1 || text[at + 1] == '[')
    end = csi_end(text, at + 2);
  else if (text[at + 1] == ']')
    end = osc_end(text, at + 2);
  return end == std::string_view::npos ? Edit{} : Edit{at, end, ""};
}

bool is_gap(std::string_view text, std::size_t at) { return at >= text.size() || static_cast<unsigned char>(text[at]) <= ' '; }

/// Controls say nothing and hide words from search. Kept are the marks that a decoder leaves for what it cannot read, as U+FFFD is: SUBSTITUTE, and a
/// C1 control that stands where a word would (windows-1252 reads the bytes it has no character for so).
Edit control(std::string_view text, std::size_t, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c == 0x1A) return {};
  if ((c < 0x20 && c != '\t' && c != '\n') || c == 0x7F) return {at, at + 1, ""};
  if (c != 0xC2 || at + 1 >= text.size() || static_cast<unsigned char>(text[at + 1]) >= 0xA0) return {};
  const bool stands_alone = (at == 0 || is_gap(text, at - 1)) && is_gap(text, at + 2);
  return stands_alone ? Edit{} : Edit{at, at + 2, ""};
}

bool is_invisible(char32_t c) {
  if (c == 0xAD || c == 0x200B || c == 0xFEFF || c == 0x200E || c == 0x200F) return true;
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || (c >= 0xE0000 && c <= 0xE007F);
}

Edit invisible(std::string_view text, std::size_t, std::size_t at) {
  const CodePoint c = decode_at(text, at);
  return is_invisible(c.value) ? Edit{at, at + c.size, ""} : Edit{};
}

Edit noncharacter(std::string_view text, std::size_t, std::size_t at) {
  const CodePoint c = decode_at(text, at);
  const bool is_one = (c.value & 0xFFFE) == 0xFFFE || (c.value >= 0xFDD0 && c.value <= 0xFDEF);
  return is_one ? Edit{at, at + c.size, "\uFFFD"} : Edit{};
}

bool is_mark(char32_t c) { return c >= 0x300 && c <= 0x36F; }

std::string composed(std::string_view sequence) {
  utf8proc_uint8_t* out = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(sequence.data()), static_cast<utf8proc_ssize_t>(sequence.size()), &out,
                                 static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));  // NOLINT: flags, as its interface has them
  if (size < 0) return std::string(sequence);
  std::string result(reinterpret_cast<const char*>(out), static_cast<std::size_t>(size));
  std::free(out);  // NOLINT: utf8proc allocates with malloc
  return result;
}

/// A base and the marks behind it; `at` is the first mark. Over-long sequences (zalgo) are left alone, but taken whole, which keeps it linear.
Edit combining_sequence(std::string_view text, std::size_t from, std::size_t at) {
  if (at <= from || !is_mark(decode_at(text, at).value)) return {};
  std::size_t end = at;
  while (end < text.size() && is_mark(decode_at(text, end).value)) end += 2;
  const std::size_t begin = at - decode_before(text, at).size;
  if (begin < from) return {};
  const std::string_view sequence = text.substr(begin, end - begin);
  return {begin, end, sequence.size() > kLongestSequence ? std::string(sequence) : composed(sequence)};
}

/// To add a clean-up step: a function above, a row here, and its lead bytes in interesting().
constexpr std::array<Step, 6> kSteps = {
    {{"", line_end}, {"control", terminal_escape}, {"control", control}, {"invisible", invisible}, {"noncharacter", noncharacter}, {"", combining_sequence}}};

/// Lead bytes of what some step may want; all other bytes are passed at once.
constexpr std::array<bool, 256> kInteresting = [] {
  std::array<bool, 256> out{};
  for (int c = 0; c < 0x20; ++c) out[c] = c != '\t' && c != '\n';
  for (const int c : {0x7F, 0xC2, 0xCC, 0xCD, 0xE2, 0xEF, 0xF0, 0xF1, 0xF2, 0xF3, 0xF4}) out[c] = true;
  return out;
}();

/// True where some step may want the character. E2 leads the quotes and dashes of all text: what is wanted of it is U+200B to U+206F.
bool is_interesting(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead != 0xE2 || at + 2 >= text.size()) return kInteresting[lead];
  const auto second = static_cast<unsigned char>(text[at + 1]), third = static_cast<unsigned char>(text[at + 2]);
  return second == 0x81 || (second == 0x80 && (third <= 0x8F || third >= 0xA8));
}

constexpr auto may_be_interesting = [](auto c) { return ((c < 0x20) & (c != '\n') & (c != '\t')) | (c >= 0x7F); };

/// The places that some step may want, in order.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text), hits_(text, may_be_interesting) {}

  std::size_t next(std::size_t at) {
    at = hits_.next(at, text_.size());
    while (at < text_.size() && !is_interesting(text_, at)) at = hits_.next(at + 1, text_.size());
    return at;
  }

 private:
  std::string_view text_;
  ByteHits<decltype(may_be_interesting)> hits_;
};

void count(std::vector<Repair>& repairs, std::string_view kind) {
  if (kind.empty()) return;
  const auto found = std::ranges::find(repairs, kind, &Repair::kind);
  if (found != repairs.end())
    ++found->count;
  else
    repairs.push_back({std::string(kind), "", 1, false});
}

/// The edit of the first step that has one at `at`, counted.
Edit look(std::string_view text, std::size_t from, std::size_t at, std::vector<Repair>& repairs) {
  for (const Step& step : kSteps) {
    Edit edit = step.look(text, from, at);
    if (edit.end == 0) continue;
    count(repairs, step.repair);
    return edit;
  }
  return {};
}

}  // namespace

Normalised normalise(const Text& text) {
  const std::string_view view = text.view();
  TextBuilder builder(text);
  std::vector<Repair> repairs;
  std::size_t from = 0;
  Places places(view);
  for (std::size_t at = places.next(0); at < view.size(); at = places.next(at)) {
    const Edit edit = look(view, from, at, repairs);
    if (edit.end == 0) {
      at += decode_at(view, at).size;
      continue;
    }
    at = edit.end;
    if (view.substr(edit.begin, edit.end - edit.begin) == edit.with) continue;
    builder.keep(make_span(from, edit.begin));
    builder.replace(make_span(edit.begin, edit.end), edit.with);
    from = edit.end;
  }
  if (from == 0) return {text, std::move(repairs)};
  builder.keep(make_span(from, view.size()));
  return {std::move(builder).finish(), std::move(repairs)};
}

}  // namespace hypeline
