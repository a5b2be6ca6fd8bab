#include "ingest/encoding/charset.h"

#include "core/unicode.h"
#include "ingest/encoding/convert.h"
#include "ingest/encoding/detect.h"
#include "ingest/encoding/labels.h"
#include "ingest/encoding/prescan.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace hypeline {
namespace {

/// Names whose best ICU converter bears another name.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kIcuNames = {{{"gbk", "gb18030"},
                                                                                     {"big5", "big5-hkscs"},
                                                                                     {"euc-kr", "windows-949"},
                                                                                     {"shift_jis", "windows-31j"},
                                                                                     {"iso-8859-8-i", "iso-8859-8"},
                                                                                     {"mac-centraleurope", "x-mac-ce"},
                                                                                     {"mac-cyrillic", "x-mac-cyrillic"},
                                                                                     {"johab", "ibm-1363"}}};

std::string_view icu_name(std::string_view charset) {
  const auto row = std::find_if(kIcuNames.begin(), kIcuNames.end(), [&](const auto& names) { return names.first == charset; });
  return row == kIcuNames.end() ? charset : row->second;
}

std::string wide_name(WideForm form) { return std::string(form.unit == 2 ? "utf-16" : "utf-32") + (form.big_endian ? "be" : "le"); }

Decoded decoded(Converted converted, std::string charset, std::string_view from) {
  Decoded out{std::move(converted.text), std::move(charset), std::string(from), {}, std::move(converted.damage)};
  if (!out.damage.empty()) out.repairs.push_back({"invalid-bytes", out.charset, static_cast<std::uint32_t>(out.damage.size()), true});
  return out;
}

Decoded by_mark(const Text& raw, const Bom& bom) {
  if (!bom.form) return decoded(convert_utf8(raw, bom.size), "utf-8", "bom");
  return decoded(convert_wide(raw, bom.size, *bom.form), wide_name(*bom.form), "bom");
}

/// By a charset's name; nullopt where nothing here can read it, or it is said to be UTF-8 and is not.
std::optional<Decoded> by_name(const Text& raw, std::string_view charset, std::string_view from) {
  if (charset.empty() || charset == "utf-8") return std::nullopt;
  if (charset.starts_with("utf-16")) return decoded(convert_wide(raw, 0, {2, charset == "utf-16be"}), std::string(charset), from);
  if (const auto page = code_page(icu_name(charset))) return decoded(convert_single(raw, *page), std::string(charset), from);
  if (auto converted = convert_icu(raw, icu_name(charset))) return decoded(std::move(*converted), std::string(charset), from);
  return std::nullopt;
}

Decoded by_guess(const Text& raw) {
  if (auto heard = by_name(raw, charset_by_sound(raw.view()), "detected")) return std::move(*heard);
  return *by_name(raw, "windows-1252", "detected");
}

}  // namespace

Decoded decode(std::string bytes, std::string_view given, bool html) {
  const Text raw = Text::raw(std::move(bytes));
  const std::string_view view = raw.view();
  if (const auto bom = byte_order_mark(view)) return by_mark(raw, *bom);
  if (const auto form = wide_by_nuls(view)) return decoded(convert_wide(raw, 0, *form), wide_name(*form), "detected");
  const bool escapes = is_iso_2022(view);
  if (!escapes && is_valid_utf8(view)) return {raw, "utf-8", "utf-8", {}, {}};
  if (!escapes && is_mostly_utf8(view)) return decoded(convert_utf8(raw, 0), "utf-8", "utf-8");
  if (auto said = by_name(raw, charset_of_label(given), "given")) return std::move(*said);
  if (html)
    if (auto said = by_name(raw, declared_charset(view), "declared")) return std::move(*said);
  return by_guess(raw);
}

}  // namespace hypeline
