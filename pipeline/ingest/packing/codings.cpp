#include "ingest/packing/codings.h"

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <new>

namespace hypeline::packing {
namespace {

using std::string_view_literals::operator""sv;

template <class State>
Engine make_engine(State* state, void (*close)(void*), Step (*step)(void*, std::string_view&, std::span<char>&)) {
  if (state == nullptr) throw std::bad_alloc();
  return {{state, close}, step};
}

void close_zlib(void* state) {
  auto* stream = static_cast<z_stream*>(state);
  inflateEnd(stream);
  delete stream;
}

Step step_zlib(void* state, std::string_view& in, std::span<char>& out) {
  auto& stream = *static_cast<z_stream*>(state);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = inflate(&stream, Z_NO_FLUSH);
  in.remove_prefix(in.size() - stream.avail_in);
  out = out.last(stream.avail_out);
  if (result == Z_STREAM_END) return inflateReset(&stream) == Z_OK ? Step::ended : Step::broken;
  return result == Z_OK || result == Z_BUF_ERROR ? Step::more : Step::broken;
}

/// zlib's codes for the wrapper: 31 gzip, 15 zlib, -15 none.
template <int window>
Engine open_zlib() {
  auto stream = std::make_unique<z_stream>();
  if (inflateInit2(stream.get(), window) != Z_OK) throw std::bad_alloc();
  return make_engine(stream.release(), close_zlib, step_zlib);
}

Step step_zstd(void* state, std::string_view& in, std::span<char>& out) {
  ZSTD_inBuffer from{in.data(), in.size(), 0};
  ZSTD_outBuffer to{out.data(), out.size(), 0};
  const std::size_t result = ZSTD_decompressStream(static_cast<ZSTD_DCtx*>(state), &to, &from);
  in.remove_prefix(from.pos);
  out = out.subspan(to.pos);
  if (ZSTD_isError(result) != 0) return Step::broken;
  return result == 0 ? Step::ended : Step::more;
}

Engine open_zstd() {
  return make_engine(ZSTD_createDCtx(), [](void* state) { ZSTD_freeDCtx(static_cast<ZSTD_DCtx*>(state)); }, step_zstd);
}

Step step_brotli(void* state, std::string_view& in, std::span<char>& out) {
  std::size_t have = in.size();
  std::size_t room = out.size();
  const auto* from = reinterpret_cast<const std::uint8_t*>(in.data());
  auto* to = reinterpret_cast<std::uint8_t*>(out.data());
  const auto result = BrotliDecoderDecompressStream(static_cast<BrotliDecoderState*>(state), &have, &from, &room, &to, nullptr);
  in.remove_prefix(in.size() - have);
  out = out.last(room);
  if (result == BROTLI_DECODER_RESULT_ERROR) return Step::broken;
  return result == BROTLI_DECODER_RESULT_SUCCESS ? Step::ended : Step::more;
}

Engine open_brotli() {
  return make_engine(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), [](void* state) { BrotliDecoderDestroyInstance(static_cast<BrotliDecoderState*>(state)); },
      step_brotli);
}

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B\x08"sv); }
/// A frame, or a frame to be passed over (magic 0x184D2A50 to 0x184D2A5F, little endian).
bool is_zstd(std::string_view bytes) {
  return bytes.starts_with("\x28\xB5\x2F\xFD"sv) || (bytes.size() >= 4 && (bytes[0] & 0xF0) == 0x50 && bytes.substr(1, 3) == "\x2A\x4D\x18"sv);
}
/// RFC 1950: method 8, and the first two bytes a multiple of 31.
bool is_zlib(std::string_view bytes) {
  if (bytes.size() < 2 || (bytes[0] & 0x0F) != 8) return false;
  return (static_cast<unsigned char>(bytes[0]) * 256 + static_cast<unsigned char>(bytes[1])) % 31 == 0;
}
bool is_anything(std::string_view) { return true; }

constexpr std::array kGzipNames = {"gzip"sv, "x-gzip"sv};
constexpr std::array kZstdNames = {"zstd"sv};
constexpr std::array kDeflateNames = {"deflate"sv};
constexpr std::array kBrotliNames = {"br"sv};

// "deflate" is said of zlib streams and of bare ones: the row that fits the bytes serves.
constexpr std::array<Coding, 5> kCodings = {{{"gzip", ".gz", kGzipNames, is_gzip, open_zlib<31>},
                                             {"zstd", ".zst", kZstdNames, is_zstd, open_zstd},
                                             {"zlib", "", kDeflateNames, is_zlib, open_zlib<15>},
                                             {"deflate", "", kDeflateNames, is_anything, open_zlib<-15>},
                                             {"brotli", "", kBrotliNames, is_anything, open_brotli}}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool same(std::string_view any, std::string_view lower_case) { return std::ranges::equal(any, lower_case, {}, lower); }

bool is_called(const Coding& coding, std::string_view name) {
  return std::ranges::any_of(coding.http, [&](std::string_view known) { return same(name, known); });
}

}  // namespace

std::span<const Coding> codings() { return kCodings; }

const Coding* coding_of_file(std::string_view bytes) {
  const auto found = std::ranges::find_if(kCodings, [&](const Coding& coding) { return !coding.suffix.empty() && coding.starts(bytes); });
  return found == kCodings.end() ? nullptr : &*found;
}

const Coding* coding_of_body(std::string_view name, std::string_view bytes) {
  const auto found = std::ranges::find_if(kCodings, [&](const Coding& coding) { return is_called(coding, name) && coding.starts(bytes); });
  return found == kCodings.end() ? nullptr : &*found;
}

bool is_known_body_coding(std::string_view name) {
  return std::ranges::any_of(kCodings, [&](const Coding& coding) { return is_called(coding, name); });
}

std::string_view without_packing(std::string_view path) {
  for (const Coding& coding : kCodings)
    if (!coding.suffix.empty() && path.size() > coding.suffix.size() && same(path.substr(path.size() - coding.suffix.size()), coding.suffix))
      return without_packing(path.substr(0, path.size() - coding.suffix.size()));
  return path;
}

}  // namespace hypeline::packing
