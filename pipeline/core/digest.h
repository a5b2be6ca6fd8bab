#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace hypeline {

/// SHA-256 of the bytes, 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

/// A 64-bit hash for tables and fingerprints (XXH3); stable over runs and machines, not for security.
std::uint64_t hash64(std::string_view bytes);

}  // namespace hypeline
