#include "match/word_bytes.h"

#include "core/unicode.h"
#include "match/charset.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace hypeline {
namespace {

struct Block {
  std::uint64_t words = 0;    // ASCII word characters
  std::uint64_t foreign = 0;  // bytes beyond ASCII
};

Block read_bytes(std::string_view bytes) {
  Block out;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    out.words |= static_cast<std::uint64_t>(is_ascii_word(c)) << i;
    out.foreign |= static_cast<std::uint64_t>(c >> 7) << i;
  }
  return out;
}

#ifdef __SSE2__

// Signed compares do for unsigned ranges: the range is shifted so that it ends at 127; bytes beyond ASCII fall below it.
__m128i in_range(__m128i bytes, char first, char last) {
  const __m128i shifted = _mm_add_epi8(bytes, _mm_set1_epi8(static_cast<char>(127 - last)));
  return _mm_cmpgt_epi8(shifted, _mm_set1_epi8(static_cast<char>(127 - (last - first) - 1)));
}

std::uint64_t word_mask(__m128i bytes) {
  const __m128i letters = in_range(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), 'a', 'z');
  const __m128i rest = _mm_or_si128(in_range(bytes, '0', '9'), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('_')));
  return static_cast<std::uint64_t>(_mm_movemask_epi8(_mm_or_si128(letters, rest)));
}

Block read_block(const char* at) {
  Block out;
  for (int i = 0; i < 4; ++i) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at) + i);
    out.words |= word_mask(bytes) << (16 * i);
    out.foreign |= static_cast<std::uint64_t>(_mm_movemask_epi8(bytes)) << (16 * i);
  }
  return out;
}

#else

Block read_block(const char* at) { return read_bytes({at, 64}); }

#endif

// Characters beyond ASCII one by one; `at` is the byte of the first.
std::size_t mark_foreign(std::string_view text, std::size_t at, std::vector<std::uint64_t>& masks) {
  while (at < text.size() && static_cast<unsigned char>(text[at]) >= 128) {
    const CodePoint c = decode_at(text, at);
    if (is_token_char(c.value))
      for (std::uint32_t i = 0; i < c.size; ++i) masks[(at + i) / 64] |= std::uint64_t{1} << ((at + i) % 64);
    at += c.size;
  }
  return at;
}

}  // namespace

bool mark_word_bytes(std::string_view text, std::vector<std::uint64_t>& masks) {
  masks.resize((text.size() + 63) / 64);
  std::uint64_t foreign = 0;
  std::size_t first_foreign = text.size();
  for (std::size_t i = 0; i < masks.size(); ++i) {
    const std::size_t at = i * 64;
    const Block block = text.size() - at >= 64 ? read_block(text.data() + at) : read_bytes(text.substr(at));
    masks[i] = block.words;
    if (block.foreign != 0 && foreign == 0) first_foreign = at;
    foreign |= block.foreign;
  }
  for (std::size_t at = first_foreign; at < text.size(); ++at)
    if (static_cast<unsigned char>(text[at]) >= 128) at = mark_foreign(text, at, masks) - 1;
  return foreign == 0;
}

}  // namespace hypeline
