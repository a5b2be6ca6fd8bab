#include "ingest/cues.h"

#include "core/unicode.h"
#include "ingest/byte_scan.h"
#include "ingest/cue_table.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <span>
#include <string>

namespace hypeline {
namespace {

constexpr std::size_t kLongest = 240;  // bytes of a block that count as a whole, or that `part` looks at
constexpr std::size_t kLabel = 120;    // bytes of a folded block up to which it may begin with a cue

// --- the rows, so ordered that few are tried ---

constexpr auto kParts = [] {
  std::array<CueRow, std::ranges::count(kCueRows, CueAt::part, &CueRow::where)> out{};
  std::ranges::copy_if(kCueRows, out.begin(), [](const CueRow& row) { return row.where == CueAt::part; });
  return out;
}();

constexpr std::size_t byte_at(std::string_view words, std::size_t i) { return static_cast<unsigned char>(words[i]); }

/// The rows that fix how a block begins, by their first byte.
constexpr auto kOpenings = [] {
  std::array<CueRow, kCueRows.size() - kParts.size()> out{};
  std::ranges::copy_if(kCueRows, out.begin(), [](const CueRow& row) { return row.where != CueAt::part; });
  std::ranges::sort(out, {}, [](const CueRow& row) { return byte_at(row.words, 0); });
  return out;
}();

/// By first byte: the first of its rows in kOpenings; one more for where the last end.
constexpr auto kFirstOpening = [] {
  std::array<std::uint16_t, 257> out{};
  std::uint16_t at = 0;
  for (std::size_t c = 0; c < out.size(); ++c) {
    while (at < kOpenings.size() && byte_at(kOpenings[at].words, 0) < c) ++at;
    out[c] = at;
  }
  return out;
}();

static_assert(std::ranges::all_of(kOpenings, [](const CueRow& row) { return row.words.size() > 1; }));

constexpr std::size_t kLongestSource =
    std::ranges::max(kOpenings, {}, [](const CueRow& row) { return row.cue == kCueSource ? row.words.size() : 0; }).words.size();

// Six bytes hold four that begin at a multiple of three: the three such groups of the last six bytes of each part are marked in a set by hash, so one look
// at every third place of a block finds where a part may end.
constexpr std::size_t kTail = 6, kStride = 3, kGroup = 4;
constexpr std::uint32_t kGroups = 1 << 14;
static_assert(std::ranges::all_of(kParts, [](const CueRow& row) { return row.words.size() >= kTail; }));

constexpr std::uint32_t group_at(std::string_view text, std::size_t at) {
  const auto group = std::bit_cast<std::uint32_t>(std::array{text[at], text[at + 1], text[at + 2], text[at + 3]});
  return (group * 0x9E3779B1u) / (0xFFFFFFFFu / kGroups + 1);
}

constexpr auto kEndGroups = [] {
  std::array<std::uint64_t, kGroups / 64> out{};
  for (const CueRow& row : kParts)
    for (std::size_t i = 0; i < kStride; ++i) {
      const std::uint32_t group = group_at(row.words, row.words.size() - kTail + i);
      out[group / 64] |= std::uint64_t{1} << group % 64;
    }
  return out;
}();

/// The parts that may have the group among their last, by its lower bits.
constexpr auto kPartsByGroup = [] {
  std::array<std::uint64_t, 1024> out{};
  for (std::size_t row = 0; row < kParts.size(); ++row)
    for (std::size_t i = 0; i < kStride; ++i) out[group_at(kParts[row].words, kParts[row].words.size() - kTail + i) % out.size()] |= std::uint64_t{1} << row;
  return out;
}();
static_assert(kParts.size() <= 64);

constexpr bool is_end_group(std::uint32_t group) { return (kEndGroups[group / 64] >> group % 64 & 1) != 0; }

// --- the block, folded ---

/// A byte in lower case, white space as a space; 0 for what is no ASCII.
constexpr auto kFolded = [] {
  std::array<char, 128> out{};
  for (int c = 1; c < 128; ++c) out[c] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c == ' ' || (c >= '\t' && c <= '\r') ? ' ' : c);
  return out;
}();

/// The head of a block in lower case, with straight quotes and single spaces.
class Folded {
 public:
  /// Folds until `most` bytes are written or kLongest are read.
  Folded(std::string_view block, std::size_t most) {
    block = block.substr(0, kLongest);
    for (std::size_t at = 0; at < block.size() && size_ < most;) {
      const std::size_t left = block.size() - at, plain = at == 0                        ? 0
                                                          : left >= sizeof(SixteenBytes) ? put_plain(block.data() + at)
                                                                                         : put_last(block.substr(at - 1));
      at += plain;
      if (plain == sizeof(SixteenBytes) || plain == left) continue;
      const auto byte = static_cast<unsigned char>(block[at]);
      at += byte < 0x80 ? put(kFolded[byte]), 1 : put(decode_at(block, at));
    }
  }

  std::string_view text() const { return {bytes_, size_}; }

 private:
  /// Folds sixteen bytes as far as they are ASCII words with single spaces. Returns how many are. REQUIRES a byte before them.
  std::size_t put_plain(const char* at) {
    SixteenBytes bytes, before;
    std::memcpy(&bytes, at, sizeof bytes);
    std::memcpy(&before, at - 1, sizeof before);
    const auto odd = (bytes < ' ') | (bytes >= 0x7F) | ((bytes == ' ') & ((before <= ' ') | (before >= 0x80)));
    bytes |= reinterpret_cast<SixteenBytes>((bytes >= 'A') & (bytes <= 'Z')) & 0x20;
    std::memcpy(bytes_ + size_, &bytes, sizeof bytes);
    const auto plain = static_cast<std::size_t>(std::countr_zero(bits_of(reinterpret_cast<SixteenBytes>(odd)) | 1u << sizeof bytes));
    size_ += plain;
    return plain;
  }
  /// As above, of the last bytes, behind the first of `rest`. REQUIRES at most sixteen of them.
  std::size_t put_last(std::string_view rest) {
    char padded[2 * sizeof(SixteenBytes)] = {};
    std::memmove(padded, rest.data(), rest.size());
    return put_plain(padded + 1);
  }
  void put(char c) {
    if (c != ' ' || (size_ > 0 && bytes_[size_ - 1] != ' ')) bytes_[size_++] = c;
  }
  std::size_t put(CodePoint c) {
    if (is_space(c.value)) return put(' '), c.size;
    std::string utf8;
    append_utf8(utf8, c.value == U'\u2019' || c.value == U'\u2018' ? U'\'' : fold(c.value));
    size_ = static_cast<std::size_t>(std::ranges::copy(utf8, bytes_ + size_).out - bytes_);
    return c.size;
  }

  char bytes_[2 * kLongest + sizeof(SixteenBytes)];  // NOLINT: not cleared; no letter doubles in size
  std::size_t size_ = 0;
};

/// True where more than kLabel bytes would be left of a long block: then it is no label whatever white space it holds.
bool is_running_text(std::string_view block) {
  if (block.size() <= kLongest) return false;
  std::size_t visible = 0;
  for (std::size_t i = 0; i < kLongest; ++i) visible += block[i] > ' ' ? 1 : 0;
  return visible > kLabel;
}

std::string_view without_end_marks(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '.' || text.back() == ':' || text.back() == '!')) text.remove_suffix(1);
  return text;
}

std::span<const CueRow> openings_of(char first) {
  const auto c = static_cast<unsigned char>(first);
  return std::span(kOpenings).subspan(kFirstOpening[c], kFirstOpening[c + 1] - kFirstOpening[c]);
}

/// REQUIRES text not empty.
std::uint32_t cues_of_opening(std::string_view text, bool whole) {
  const std::string_view bare = whole ? without_end_marks(text) : std::string_view();
  std::uint32_t out = 0;
  for (const CueRow& row : openings_of(text[0])) {
    if (text.size() < 2 || row.words[1] != text[1]) continue;
    const bool here = row.where == CueAt::whole ? bare == row.words : text.starts_with(row.words);
    if (here && (row.where == CueAt::whole || text.size() <= kLabel || row.cue == kCueSource)) out |= row.cue;
  }
  return out;
}

/// The cues of the parts one of whose last groups stands at `at`.
std::uint32_t cues_of_end(std::string_view text, std::size_t at) {
  std::uint32_t out = 0;
  for (std::uint64_t possible = kPartsByGroup[group_at(text, at) % kPartsByGroup.size()]; possible != 0; possible &= possible - 1) {
    const CueRow& row = kParts[static_cast<std::size_t>(std::countr_zero(possible))];
    for (std::size_t i = 0; i < kStride; ++i) {
      const std::size_t before = row.words.size() - kTail + i;  // bytes of the part in front of the group
      if (row.words[before] == text[at] && at >= before && text.substr(at - before).starts_with(row.words)) out |= row.cue;
    }
  }
  return out;
}

std::uint32_t cues_of_parts(std::string_view text) {
  std::uint32_t out = 0;
  for (std::size_t at = 0; at + kGroup <= text.size(); at += kStride)
    if (is_end_group(group_at(text, at))) out |= cues_of_end(text, at);
  return out;
}

/// Of running text only a source is told by how it begins.
std::uint32_t cues_of_running_text(std::string_view block) {
  const Folded head(block, kLongestSource);
  std::uint32_t out = 0;
  for (const CueRow& row : openings_of(head.text().empty() ? ' ' : head.text()[0]))
    if (row.cue == kCueSource && row.where == CueAt::start && head.text().starts_with(row.words)) out |= row.cue;
  return out;
}

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

/// A day, a month and a year, or one in figures, and little else.
bool is_date(std::string_view text) {
  if (text.size() > 60) return false;
  std::size_t digits = 0, letters = 0;
  for (const char c : text) {
    digits += c >= '0' && c <= '9';
    letters += c >= 'a' && c <= 'z';
  }
  if (digits < 3 || letters > 30) return false;
  bool month = false;
  for (std::size_t i = 0; i < text.size() && !month; ++i)
    if (i == 0 || text[i - 1] == ' ' || text[i - 1] == '-')
      month = std::ranges::any_of(kMonths, [&](std::string_view m) { return text.substr(i).starts_with(m); });
  const bool figures = digits >= 6 && letters <= 10 && (text.find('/') != std::string_view::npos || text.find('-') != std::string_view::npos);
  return figures || month;
}

/// "By Jane Roe", "by the Editors | 3 May 2024": a name, not a sentence.
bool is_byline(std::string_view block, std::string_view text) {
  if (!text.starts_with("by ") || text.size() > 120 || block.size() < 5) return false;
  const std::string_view rest = block.substr(3);
  const char last = block.back();
  if ((last == '.' && !block.ends_with("D.") && !block.ends_with("Jr.")) || last == '?' || last == ',') return false;
  const std::size_t words = static_cast<std::size_t>(std::ranges::count(rest, ' ')) + 1;
  return words <= 12 && (is_upper(decode_at(rest, 0).value) || rest.find('|') != std::string_view::npos || rest.find('@') != std::string_view::npos);
}

bool is_bullet(char32_t c) {
  return c == U'\u2022' || c == U'\u2023' || c == U'\u2043' || c == U'\u25AA' || c == U'\u25CF' || c == U'\u25E6' || c == U'\u25A0' || c == U'\u27A4' ||
         c == U'\u2192' || c == U'\u2713' || c == U'\u2714' || c == U'\u2705' || c == U'\u00B7' || c == U'-' || c == U'*' || c == U'\u2013' || c == U'\u2014' ||
         c == U'+' || c == U'\uFFFC';
}

/// Starts with a bullet and a space, or "1.", "2)", "(a)" and a space.
bool is_list_item(std::string_view block) {
  if (block.size() < 3) return false;
  const CodePoint first = decode_at(block, 0);
  if (is_bullet(first.value)) return block.size() > first.size + 1 && is_space(decode_at(block, first.size).value);
  std::size_t at = block[0] == '(' ? 1 : 0;
  const std::size_t begin = at;
  while (at < block.size() && at < begin + 3 && block[at] >= '0' && block[at] <= '9') ++at;
  if (at == begin && block.size() > at + 1 && ((block[at] >= 'a' && block[at] <= 'e') || block[at] == 'i')) ++at;
  if (at == begin || at + 1 >= block.size()) return false;
  return (block[at] == ')' || (block[at] == '.' && begin == 0)) && block[at + 1] == ' ';
}

bool is_rule(std::string_view block) {
  constexpr std::string_view kMarks = "-=_*~#+. ";
  return block.size() >= 3 && kMarks.find(block[0]) != std::string_view::npos && block.size() <= 400 &&
         block.find_first_not_of(kMarks) == std::string_view::npos && block.find_first_of("-=_*~#") != std::string_view::npos;
}

/// An address with no word beside it, also cut short ("site.com/news/…").
bool is_link(std::string_view block) {
  if (block.size() < 6 || block.size() > 300 || block.find(' ') != std::string_view::npos) return false;
  if (block.starts_with("http://") || block.starts_with("https://") || block.starts_with("www.")) return true;
  const std::size_t dot = block.find('.'), slash = block.find('/');
  return dot != std::string_view::npos && slash != std::string_view::npos && dot > 0 && dot < slash && block.find('@') == std::string_view::npos &&
         is_letter(static_cast<unsigned char>(block[dot + 1]));
}

/// What the block's own bytes say.
std::uint32_t cues_of_marks(std::string_view block) {
  return (is_list_item(block) ? std::uint32_t{kCueList} : 0) | (is_rule(block) ? std::uint32_t{kCueRule} : 0) | (is_link(block) ? std::uint32_t{kCueLink} : 0);
}

}  // namespace

std::uint32_t cues_of(std::string_view block) {
  if (is_running_text(block)) return cues_of_running_text(block) | cues_of_marks(block);
  const Folded folded(block, 2 * kLongest);
  const std::string_view text = folded.text();
  if (text.empty()) return 0;
  const bool whole = block.size() <= kLongest;
  std::uint32_t out = cues_of_opening(text, whole) | cues_of_marks(block);
  if (whole) out |= cues_of_parts(text);
  if (is_date(text)) out |= kCueDate;
  if (is_byline(block, text)) out |= kCueByline;
  return out;
}

}  // namespace hypeline
