#include "ingest/encoding/detect.h"

#include "core/unicode.h"
#include "ingest/encoding/labels.h"

#include <uchardet.h>

#include <algorithm>
#include <array>
#include <memory>

namespace hypeline {
namespace {

constexpr std::size_t kNulSample = 4096;
constexpr std::size_t kSoundSample = 1 << 20;
constexpr std::size_t kSoundLead = 1 << 14;  // so much of the sample may stand before the first byte that is not ASCII
constexpr std::size_t kGoodForEachBad = 3;

struct Close {
  void operator()(uchardet* detector) const { uchardet_delete(detector); }
};

/// How many bytes are NUL at each place of a group of four.
std::array<std::size_t, 4> nuls_by_place(std::string_view sample) {
  std::array<std::size_t, 4> count{};
  for (std::size_t i = 0; i < sample.size(); ++i) count[i % 4] += sample[i] == '\0';
  return count;
}

std::size_t first_not_ascii(std::string_view bytes) {
  const auto at = std::find_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return static_cast<std::size_t>(at - bytes.begin());
}

/// The currency sign is rare and the euro is not: Latin text with byte 0xA4, none of windows-1252's own bytes and none that the two read
/// differently is ISO 8859-15.
bool is_latin9(std::string_view bytes) {
  const bool others = std::any_of(bytes.begin(), bytes.end(), [](char c) {
    const auto b = static_cast<unsigned char>(c);
    return (b >= 0x80 && b < 0xA0) || b == 0xA6 || b == 0xA8 || b == 0xB4 || b == 0xB8 || (b >= 0xBC && b <= 0xBE);
  });
  return !others && bytes.find('\xA4') != std::string_view::npos;
}

std::string lower(std::string_view name) {
  std::string out(name);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

}  // namespace

std::optional<Bom> byte_order_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return Bom{3, std::nullopt};
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return Bom{4, WideForm{4, false}};
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return Bom{4, WideForm{4, true}};
  if (bytes.starts_with("\xFF\xFE"sv)) return Bom{2, WideForm{2, false}};
  if (bytes.starts_with("\xFE\xFF"sv)) return Bom{2, WideForm{2, true}};
  return std::nullopt;
}

std::optional<WideForm> wide_by_nuls(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, std::min(kNulSample, bytes.size()) / 4 * 4);
  const std::size_t groups = sample.size() / 4;
  if (sample.find('\0') == std::string_view::npos) return std::nullopt;
  const auto nul = nuls_by_place(sample);
  const auto most = [&](std::size_t i) { return nul[i] * 10 >= groups * 9; };
  const auto few = [&](std::size_t i) { return nul[i] * 10 <= groups; };
  if (most(0) && most(1) && few(3)) return WideForm{4, true};
  if (most(2) && most(3) && few(0)) return WideForm{4, false};
  // CJK text has NULs only where its spaces, digits and line breaks stand: few on one side, next to none (U+3000) on the other.
  const std::size_t even = nul[0] + nul[2], odd = nul[1] + nul[3];
  const std::size_t enough = is_valid_utf8(sample) ? groups / 2 + 1 : groups / 50 + 2;
  if (even >= enough && odd <= even / 4) return WideForm{2, true};
  if (odd >= enough && even <= odd / 4) return WideForm{2, false};
  return std::nullopt;
}

bool is_mostly_utf8(std::string_view bytes) {
  std::size_t good = 0, bad = 0;
  for (std::size_t at = first_not_ascii(bytes); at < bytes.size();) {
    const CodePoint c = decode_at(bytes, at);
    const bool ill = c.value == kReplacement && c.size == 1;
    const std::uint32_t size = ill ? ill_formed_utf8(bytes, at) : c.size;
    const bool cut_off = ill && size > 1 && at + size == bytes.size();
    good += ill ? cut_off : c.size - 1;
    bad += ill && !cut_off;
    at += size;
  }
  return good > 0 && good >= kGoodForEachBad * bad;
}

bool is_iso_2022(std::string_view bytes) {
  if (bytes.find('\x1B') == std::string_view::npos || first_not_ascii(bytes) != bytes.size()) return false;
  return bytes.find("\x1B$") != std::string_view::npos || bytes.find("\x1B(J") != std::string_view::npos;
}

std::string charset_by_sound(std::string_view bytes) {
  const std::unique_ptr<uchardet, Close> detector(uchardet_new());
  const std::size_t first = first_not_ascii(bytes);
  const std::string_view sample = bytes.substr(first == bytes.size() ? 0 : first - std::min(first, kSoundLead), kSoundSample);
  if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return {};
  uchardet_data_end(detector.get());
  const std::string heard = lower(uchardet_get_charset(detector.get()));
  const std::string_view named = charset_of_label(heard);
  if (named == "windows-1252" && is_latin9(bytes)) return "iso-8859-15";
  return named.empty() ? heard : std::string(named);
}

}  // namespace hypeline
