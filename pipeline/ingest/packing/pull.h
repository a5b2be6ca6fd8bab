#pragma once
#include "core/document.h"
#include "ingest/packing/codings.h"

#include <expected>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace hypeline {

/// Hands out the next bytes, at most as many as `to` (not empty) holds; 0 at the end. A rejection ends it: ask no further.
/// Pulls stack (a file, unpacked, unpacked again) and hold a block each, whatever passes through them.
using Pull = std::move_only_function<std::expected<std::size_t, Rejection>(std::span<char> to)>;

/// What may be unpacked. A stretch of kStretch unpacked bytes from less than its kMostRatio-th part is a decompression bomb: text of its own packs 3 to
/// 30 times, a site's pages in one zstd frame some 100 times, zeros in gzip 1,029 times.
inline constexpr std::size_t kStretch = std::size_t{8} << 20;
inline constexpr std::size_t kMostRatio = 500;
inline constexpr int kMostLayers = 3;  ///< packings one within the other

/// The bytes of a string that outlives it.
Pull pull_from(std::string_view bytes);

/// Unpacks. Rejections: corrupt (also where the bytes end within a piece), bomb, and those of `packed`.
/// Pieces may follow one another (members of a gzip file, frames of zstd); NUL bytes between and behind them are padding.
Pull unpack(Pull packed, const packing::Coding& coding);

/// Unpacks what by its first bytes is packed, layer by layer; bytes that are not packed come as they are. Rejections: nested (more than kMostLayers).
std::expected<Pull, Rejection> unpack_file(Pull bytes);

/// The first bytes, `size` of them or fewer where it ends; they stay to be pulled.
std::expected<std::string, Rejection> peek(Pull& bytes, std::size_t size = 8);

/// All bytes there are. Rejections: too-large (more than `most`), and those of the pull.
std::expected<std::string, Rejection> drain(Pull bytes, std::size_t most);

}  // namespace hypeline
