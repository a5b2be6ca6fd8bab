#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>

/// Packed bytes: what a compressed file or an HTTP body is unpacked with.
namespace hypeline::packing {

/// What a step of unpacking came to: it wants more bytes or more room; one whole piece (gzip member, zstd frame) ended; the bytes are no such packing.
enum class Step : std::uint8_t { more, ended, broken };

/// A running decoder. A step takes bytes off `in` and room off `out`. After `ended` it stands at the start of another piece.
struct Engine {
  std::unique_ptr<void, void (*)(void*)> state;
  Step (*step)(void* state, std::string_view& in, std::span<char>& out);
};

/// A way to pack bytes.
struct Coding {
  std::string_view name;                   ///< in messages
  std::string_view suffix;                 ///< of files that are packed so, lower-case, with the dot; empty: no files are
  std::span<const std::string_view> http;  ///< its names in Content-Encoding, lower-case
  bool (*starts)(std::string_view bytes);  ///< whether bytes (8 are enough) can be the start of such a packing
  Engine (*open)();                        ///< throws std::bad_alloc
};

/// The list of codings: gzip, zstd; deflate and brotli for HTTP only. To add one, write its engine and add its row in codings.cpp.
std::span<const Coding> codings();

/// The coding of a file that starts with `bytes`, whatever its name; nullptr: not packed.
const Coding* coding_of_file(std::string_view bytes);

/// The coding that a body declared as `name` (any case) has by its first bytes; nullptr where the name is unknown or the bytes are not packed so.
const Coding* coding_of_body(std::string_view name, std::string_view bytes);
bool is_known_body_coding(std::string_view name);

/// `path` without the suffixes of codings: "page.html.gz" gives "page.html".
std::string_view without_packing(std::string_view path);

}  // namespace hypeline::packing
