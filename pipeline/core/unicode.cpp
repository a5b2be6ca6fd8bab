#include "core/unicode.h"

#include <simdjson.h>
#include <utf8proc.h>

#include <algorithm>
#include <cassert>

namespace hypeline {
namespace {

constexpr std::size_t kStep = 256;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

utf8proc_category_t category(char32_t c) { return utf8proc_category(static_cast<utf8proc_int32_t>(c)); }

}  // namespace

CodePoint decode_wide_at(std::string_view text, std::size_t at) {
  utf8proc_int32_t value = -1;
  const auto left = static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size() - at, 4));
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at, left, &value);
  if (size <= 0) return {0xFFFD, 1};
  return {static_cast<char32_t>(value), static_cast<std::uint32_t>(size)};
}

CodePoint decode_wide_before(std::string_view text, std::size_t end) {
  std::size_t begin = end - 1;
  while (begin > 0 && end - begin < 4 && is_continuation(text[begin])) --begin;
  const CodePoint c = decode_at(text, begin);
  if (begin + c.size == end) return c;
  return {0xFFFD, 1};
}

void append_utf8(std::string& out, char32_t code_point) {
  utf8proc_uint8_t bytes[4];
  const auto n = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(n));
}

bool is_wide_word(char32_t c) {
  const auto k = category(c);
  return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_PC;
}

bool is_wide_letter(char32_t c) {
  const auto k = category(c);
  return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO;
}

bool is_wide_upper(char32_t c) { return category(c) == UTF8PROC_CATEGORY_LU; }

bool is_wide_digit(char32_t c) { return category(c) == UTF8PROC_CATEGORY_ND; }

bool is_wide_space(char32_t c) {
  if (c == 0x85) return true;
  const auto k = category(c);
  return k == UTF8PROC_CATEGORY_ZS || k == UTF8PROC_CATEGORY_ZL || k == UTF8PROC_CATEGORY_ZP;
}

char32_t fold_wide(char32_t c) { return static_cast<char32_t>(utf8proc_tolower(utf8proc_toupper(static_cast<utf8proc_int32_t>(c)))); }

bool is_word_boundary(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return true;
  return !is_word(decode_before(text, at).value) || !is_word(decode_at(text, at).value);
}

bool is_valid_utf8(std::string_view bytes) { return simdjson::validate_utf8(bytes.data(), bytes.size()); }

std::size_t valid_utf8_prefix(std::string_view bytes) {
  if (is_valid_utf8(bytes)) return bytes.size();
  std::size_t at = 0;
  while (at < bytes.size()) {
    const CodePoint c = decode_at(bytes, at);
    if (c.value == 0xFFFD && c.size == 1) return at;
    at += c.size;
  }
  return at;
}

std::size_t count_columns(std::string_view text) {
  std::size_t out = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    out += static_cast<std::size_t>(std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(c.value))));
    at += c.size;
  }
  return out;
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += kStep) {
    checkpoints_.push_back(count);
    count += static_cast<std::uint32_t>(count_code_points(text.substr(at, kStep)));
  }
  ascii_ = count == text.size();
}

std::uint32_t CodePointIndex::at(std::uint32_t byte) const {
  assert(byte <= text_.size());
  if (ascii_ || text_.empty()) return byte;
  const std::size_t block = std::min<std::size_t>(byte / kStep, checkpoints_.size() - 1);
  return checkpoints_[block] + static_cast<std::uint32_t>(count_code_points(text_.substr(block * kStep, byte - block * kStep)));
}

}  // namespace hypeline
