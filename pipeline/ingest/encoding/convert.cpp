#include "ingest/encoding/convert.h"

#include "core/unicode.h"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

namespace hypeline {
namespace {

constexpr std::string_view kReplacementUtf8 = "\xEF\xBF\xBD";

/// Writes a text piece by piece; damage is kept with it.
class Writer {
 public:
  explicit Writer(const Text& raw) : bytes_(raw.view()), builder_(raw) {}

  /// One code point read from `from`. Code points that stand in the source as they are become part of a kept run.
  void put(Span from, char32_t c) {
    if (c < 0x80 && from.size() == 1 && bytes_[from.begin] == static_cast<char>(c)) return builder_.keep(from);
    buffer_.clear();
    append_utf8(buffer_, c);
    builder_.replace(from, buffer_);
  }
  void keep(Span from) { builder_.keep(from); }
  void damaged(Span from) {
    builder_.replace(from, kReplacementUtf8);
    damage_.push_back(from);
  }
  Converted finish() && { return {std::move(builder_).finish(), std::move(damage_)}; }

 private:
  std::string_view bytes_;
  TextBuilder builder_;
  std::vector<Span> damage_;
  std::string buffer_;
};

std::size_t ascii_end(std::string_view bytes, std::size_t at) {
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at;
}

std::uint32_t unit_at(std::string_view bytes, std::size_t at, WideForm form) {
  std::uint32_t value = 0;
  for (std::uint32_t i = 0; i < form.unit; ++i) {
    const std::uint32_t shift = 8 * (form.big_endian ? form.unit - 1 - i : i);
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << shift;
  }
  return value;
}

/// The code point at `at` and its size in bytes; U+FFFD of one unit where it is ill-formed.
CodePoint wide_at(std::string_view bytes, std::size_t at, WideForm form) {
  const std::uint32_t c = unit_at(bytes, at, form);
  if (!U_IS_SURROGATE(c)) return {c <= 0x10FFFF ? c : kReplacement, form.unit};
  const bool pair = form.unit == 2 && U16_IS_LEAD(c) && at + 4 <= bytes.size();
  const std::uint32_t trail = pair ? unit_at(bytes, at + 2, form) : 0;
  if (!U16_IS_TRAIL(trail)) return {kReplacement, form.unit};
  return {static_cast<char32_t>(U16_GET_SUPPLEMENTARY(c, trail)), 4};
}

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Close>;

Converter open_strict(std::string_view name) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(std::string(name).c_str(), &error));
  if (U_SUCCESS(error)) ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  if (U_FAILURE(error)) return nullptr;
  return converter;
}

/// One ICU conversion: calls ICU chunk by chunk and passes on each code point with the bytes it came from.
class IcuRun {
 public:
  IcuRun(const Text& raw, UConverter* converter) : bytes_(raw.view()), converter_(converter), writer_(raw) {}

  Converted run() && {
    const char* const begin = bytes_.data();
    const char* const end = begin + bytes_.size();
    for (const char* at = begin;;) {
      const auto base = static_cast<std::uint32_t>(at - begin);
      UErrorCode error = U_ZERO_ERROR;
      UChar* out = units_.data();
      ucnv_toUnicode(converter_, &out, out + units_.size(), &at, end, offsets_.data(), true, &error);
      pass_on(base, static_cast<std::size_t>(out - units_.data()));
      if (error == U_BUFFER_OVERFLOW_ERROR) continue;
      if (U_SUCCESS(error)) break;
      lose(static_cast<std::uint32_t>(at - begin));
    }
    flush(static_cast<std::uint32_t>(bytes_.size()));
    return std::move(writer_).finish();
  }

 private:
  /// A code point's bytes end where the next one's begin, so each waits for the next.
  void flush(std::uint32_t next) {
    if (pending_) writer_.put({begin_, std::max(begin_, next)}, *pending_);
    pending_.reset();
  }

  void pass_on(std::uint32_t base, std::size_t count) {
    for (std::size_t i = 0; i < count;) {
      // An offset of -1: the code point began in the chunk before.
      const std::uint32_t from = offsets_[i] < 0 ? base : base + static_cast<std::uint32_t>(offsets_[i]);
      UChar32 c = 0;
      U16_NEXT(units_.data(), i, count, c);
      flush(std::max(from, begin_));
      begin_ = std::max(from, begin_);
      pending_ = U_IS_SURROGATE(c) ? kReplacement : static_cast<char32_t>(c);
    }
  }

  void lose(std::uint32_t at) {
    std::array<char, 32> invalid{};
    auto size = static_cast<std::int8_t>(invalid.size());
    UErrorCode error = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter_, invalid.data(), &size, &error);
    const std::uint32_t begin = std::max(begin_, at - std::min(at, static_cast<std::uint32_t>(std::max<int>(size, 0))));
    flush(begin);
    writer_.damaged({begin, at});
    begin_ = at;
  }

  std::string_view bytes_;
  UConverter* converter_;
  Writer writer_;
  std::array<UChar, 4096> units_{};
  std::array<std::int32_t, 4096> offsets_{};
  std::optional<char32_t> pending_;
  std::uint32_t begin_ = 0;  // of the pending code point; nothing before it is open
};

}  // namespace

std::uint32_t ill_formed_utf8(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0u; };
  const unsigned lead = byte(at);
  if (lead < 0xC2 || lead > 0xF4) return 1;
  const std::uint32_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  const unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (byte(at + 1) < low || byte(at + 1) > high) return 1;
  std::uint32_t good = 2;
  while (good < size - 1 && (byte(at + good) & 0xC0) == 0x80) ++good;
  return good;
}

Converted convert_utf8(const Text& raw, std::uint32_t from) {
  const std::string_view bytes = raw.view();
  Writer writer(raw);
  std::size_t kept = from;
  for (std::size_t at = ascii_end(bytes, from); at < bytes.size(); at = ascii_end(bytes, at)) {
    const CodePoint c = decode_at(bytes, at);
    at += c.size;
    if (c.value != kReplacement || c.size > 1) continue;
    writer.keep(make_span(kept, at - 1));
    kept = at - 1 + ill_formed_utf8(bytes, at - 1);
    writer.damaged(make_span(at - 1, kept));
    at = kept;
  }
  writer.keep(make_span(kept, bytes.size()));
  return std::move(writer).finish();
}

Converted convert_wide(const Text& raw, std::uint32_t from, WideForm form) {
  const std::string_view bytes = raw.view();
  Writer writer(raw);
  std::size_t at = from;
  while (at + form.unit <= bytes.size()) {
    const std::uint32_t unit = unit_at(bytes, at, form);
    const CodePoint c = wide_at(bytes, at, form);
    const Span span = make_span(at, at + c.size);
    if (c.value == kReplacement && unit != kReplacement)
      writer.damaged(span);
    else
      writer.put(span, c.value);
    at += c.size;
  }
  if (at < bytes.size()) writer.damaged(make_span(at, bytes.size()));
  return std::move(writer).finish();
}

Converted convert_single(const Text& raw, const CodePage& page) {
  const std::string_view bytes = raw.view();
  Writer writer(raw);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const Span span = make_span(at, at + 1);
    const char32_t c = page[static_cast<unsigned char>(bytes[at])];
    if (c == kReplacement)
      writer.damaged(span);
    else
      writer.put(span, c);
  }
  return std::move(writer).finish();
}

std::optional<Converted> convert_icu(const Text& raw, std::string_view name) {
  const Converter converter = open_strict(name);
  if (!converter) return std::nullopt;
  return IcuRun(raw, converter.get()).run();
}

}  // namespace hypeline
