#include "ingest/encoding/mojibake.h"

#include "core/unicode.h"
#include "ingest/encoding/code_page.h"
#include "ingest/encoding/lost.h"
#include "ingest/encoding/whole.h"

#include <algorithm>
#include <optional>

namespace hypeline {
namespace {

constexpr int kMostLayers = 6;
constexpr double kConfident = 0.4;  // below, the place is marked as lost
constexpr double kClear = 0.6;      // for a byte marked as lost
constexpr double kCertain = 0.95;   // below, it is marked as a guess
constexpr char32_t kObject = 0xFFFC;

constexpr std::string_view kRead = "mojibake";             // every byte was there
constexpr std::string_view kContext = "mojibake-context";  // bytes had vanished; the place leaves one reading
constexpr std::string_view kGuessed = "mojibake-guess";    // … leaves one likelier than others
constexpr std::string_view kLost = "mojibake-lost";        // … leaves none: U+FFFC, or U+FFFD where a mark said so
constexpr std::string_view kControl = "control";           // a C1 control read as windows-1252

/// Counts a repair under its kind, codec and loss.
void count(std::vector<Repair>& repairs, std::string_view kind, std::string_view codec, bool lossy) {
  for (Repair& r : repairs)
    if (r.kind == kind && r.codec == codec && r.lossy == lossy) return void(++r.count);
  repairs.push_back({std::string(kind), std::string(codec), 1, lossy});
}

/// After `à` the space is a word's end as well as byte 0xA0, but in Portuguese à-quele and à-s it is the byte alone.
bool space_is_swallowed(std::string_view rest, char32_t value) {
  if (value != U'à') return true;
  return rest.starts_with(' ') || rest.starts_with("s ") || rest.starts_with("quele") || rest.starts_with("quela") || rest.starts_with("quilo");
}

std::string restored(std::string_view text, const Sequence& s) {
  std::string out;
  append_utf8(out, s.whole() ? s.value : kReplacement);
  if (s.spaced && text[s.span.end - 1] == ' ' && !space_is_swallowed(text.substr(s.span.end), s.value)) out += ' ';
  return out;
}

/// One stretch of text and what goes in its place.
struct Change {
  Span span;
  std::string with;
  std::string_view kind, codec;
  bool lossy = false;
};

/// A byte that U+FFFD marks as lost is guessed only in punctuation and symbols between ASCII characters, where the place leaves hardly a choice; at
/// the text's end it may just have been cut off.
bool is_worth_a_guess(std::string_view text, const Sequence& s) {
  const auto is_ascii = [&](std::uint32_t at) { return static_cast<unsigned char>(text[at]) < 0x80; };
  const bool punctuation = s.have == 2 && s.bytes[0] == 0xE2 && s.bytes[1] == 0x80, symbol = s.have == 1 && s.bytes[0] == 0xC2;
  return s.state == Sequence::State::marked && (punctuation || symbol) && slice(text, s.span).ends_with("\xEF\xBF\xBD") && s.span.end < text.size() &&
         is_ascii(s.span.end) && (s.span.begin == 0 || is_ascii(s.span.begin - 1));
}

Change undo(std::string_view text, const Found& f) {
  const bool lost = !f.sequence.whole();
  return {f.sequence.span, restored(text, f.sequence), lost ? kLost : kRead, kWrongCodecs[f.codec], lost};
}

/// The changes of the marked sequences of one codec that can be guessed.
std::vector<Change> guess_marked(std::string_view text, const std::vector<Found>& found, CodecId codec) {
  std::vector<Sequence> marked;
  for (const Found& f : found)
    if (f.codec == codec && is_worth_a_guess(text, f.sequence)) marked.push_back(f.sequence);
  if (marked.empty()) return {};
  const auto guesses = guess(text, broken_at(text, marked), codec);
  std::vector<Change> out;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (guesses[i].share < kClear) continue;
    out.push_back({marked[i].span, {}, kGuessed, kWrongCodecs[codec], true});
    append_utf8(out.back().with, guesses[i].value);
  }
  return out;
}

/// True if the last byte lost is 0x85 and a line break stands in its place.
bool is_newline_a_byte(std::string_view text, std::uint32_t end, const std::string& utf8) {
  return !utf8.empty() && utf8.back() == '\x85' && end < text.size() && text[end] == '\n';
}

Change undo(std::string_view text, const Lost& l) {
  Change change{l.sequence.span, {}, kLost, kWrongCodecs[l.codec], l.guess.share < kCertain};
  append_utf8(change.with, l.guess.share < kConfident ? kObject : l.guess.value);
  if (l.guess.share >= kConfident) change.kind = change.lossy ? kGuessed : kContext;
  if (!is_newline_a_byte(text, change.span.end, change.with)) return change;
  ++change.span.end;
  if (change.span.end < text.size() && is_word(decode_at(text, change.span.end).value)) change.with += ' ';
  return change;
}

/// C1 controls that no sequence explains are windows-1252 characters in any text people wrote.
std::vector<Change> undo_controls(const std::vector<Mark>& marks) {
  static const CodePage page = *code_page("windows-1252");
  std::vector<Change> out;
  for (const Mark& c : marks) {
    if (c.value >= 0xA0 || page[c.value] < 0xA0) continue;
    out.push_back({{c.at, c.at + 2}, {}, kControl, "windows-1252", false});
    append_utf8(out.back().with, page[c.value]);
  }
  return out;
}

Repaired write_over(const Text& text, const std::vector<Change>& changes) {
  Repaired out;
  TextBuilder builder(text);
  std::uint32_t at = 0;
  for (const Change& change : changes) {
    builder.keep({at, change.span.begin});
    builder.replace(change.span, change.with);
    at = change.span.end;
    count(out.repairs, change.kind, change.codec, change.lossy);
    if (!change.lossy) continue;
    if (const auto source = text.to_source(change.span)) out.damage.push_back(*source);
  }
  builder.keep({at, static_cast<std::uint32_t>(text.view().size())});
  out.text = std::move(builder).finish();
  return out;
}

/// The change of that very span. REQUIRES that it is there; changes in order.
Change& at_place(std::vector<Change>& changes, Span span) {
  return *std::lower_bound(changes.begin(), changes.end(), span, [](const Change& c, Span s) { return c.span < s; });
}

void join(Repaired& sum, Repaired&& next) {
  sum.text = std::move(next.text);
  for (const Repair& r : next.repairs) {
    const auto same =
        std::find_if(sum.repairs.begin(), sum.repairs.end(), [&](const Repair& s) { return s.kind == r.kind && s.codec == r.codec && s.lossy == r.lossy; });
    if (same == sum.repairs.end())
      sum.repairs.push_back(r);
    else
      same->count += r.count;
  }
  sum.damage.insert(sum.damage.end(), next.damage.begin(), next.damage.end());
}

/// One layer of wrong decoding undone: complete sequences, and (until that has proved a codec) broken ones where their codec is proved.
std::vector<Change> find_changes(std::string_view text, const std::vector<Mark>& marks, std::optional<CodecId>& vouched) {
  std::vector<Change> out;
  const auto found = find_whole(text, marks, vouched);
  out.reserve(found.size());
  for (const Found& f : found) out.push_back(undo(text, f));
  for (CodecId codec = 0; codec < kCodecs; ++codec)
    for (Change& change : guess_marked(text, found, codec)) at_place(out, change.span) = std::move(change);
  if (vouched) return out;
  for (const Lost& l : find_lost(text, marks, found)) {
    out.push_back(undo(text, l));
    vouched = l.codec;
  }
  std::sort(out.begin(), out.end(), [](const Change& a, const Change& b) { return a.span < b.span; });
  return out;
}

}  // namespace

Repaired repair_mojibake(const Text& text) {
  Repaired out{text, {}, {}};
  std::optional<CodecId> vouched;
  for (int layer = 0; layer < kMostLayers; ++layer) {
    const auto marks = beyond_ascii(out.text.view());
    if (marks.empty()) return out;
    auto changes = find_changes(out.text.view(), marks, vouched);
    if (changes.empty()) changes = undo_controls(marks);
    if (changes.empty()) break;
    join(out, write_over(out.text, changes));
  }
  std::sort(out.damage.begin(), out.damage.end());
  return out;
}

}  // namespace hypeline
