#include "ingest/html/scratch.h"

#include <algorithm>

#include "ingest/html/bytes.h"
#include "ingest/html/char_refs.h"

namespace hypeline::html {
namespace {

constexpr Stops kCleanStops('\r', '\0', '\r', '\0');
constexpr Stops kValueStops('&', '\r', '\0', '\0');

/// No input byte becomes more than this many: NUL becomes U+FFFD.
constexpr std::size_t kGrowth = 3;

char* append(char* out, std::string_view text) { return std::ranges::copy(text, out).out; }

/// Returns what the bytes at the front of `raw` read as. REQUIRES: raw[0] is a stop.
Replacement match_stop(std::string_view raw) {
  switch (raw[0]) {
    case '&':
      return match_char_ref(raw, RefPlace::attribute);
    case '\r':
      return match_newline(raw);
    default:
      return replace_nul();
  }
}

/// Writes `raw` decoded to `out`, which must have room for kGrowth times its size. Returns the end.
char* decode(std::string_view raw, const Stops& stops, std::size_t first_stop, char* out) {
  std::size_t copied = 0;
  for (std::size_t at = first_stop; at < raw.size();) {
    const Replacement found = match_stop(raw.substr(at));
    if (found.consumed != 0) {
      out = append(append(out, raw.substr(copied, at - copied)), found.text());
      copied = at + found.consumed;
    }
    at = stops.find(raw, std::max(copied, at + 1));
  }
  return append(out, raw.substr(copied));
}

}  // namespace

void Scratch::reset() {
  if (!used_) return;
  memory_.release();
  used_ = false;
}

char* Scratch::allocate(std::size_t size) {
  used_ = true;
  return static_cast<char*>(memory_.allocate(size, 1));
}

std::string_view Scratch::fold_name(std::string_view raw) {
  if (std::ranges::none_of(raw, [](char c) { return is(c, kFolds); })) return raw;
  char* const begin = allocate(raw.size() * kGrowth);
  char* out = begin;
  for (const char c : raw) {
    if (c == '\0') {
      out = append(out, replace_nul().text());
    } else {
      *out++ = ascii_lower(c);
    }
  }
  return {begin, out};
}

std::string_view Scratch::clean(std::string_view raw) {
  const std::size_t stop = kCleanStops.find(raw, 0);
  if (stop == raw.size()) return raw;
  char* const begin = allocate(raw.size() * kGrowth);
  return {begin, decode(raw, kCleanStops, stop, begin)};
}

std::string_view Scratch::decode_value(std::string_view raw) {
  const std::size_t stop = kValueStops.find(raw, 0);
  if (stop == raw.size()) return raw;
  char* const begin = allocate(raw.size() * kGrowth);
  return {begin, decode(raw, kValueStops, stop, begin)};
}

}  // namespace hypeline::html
