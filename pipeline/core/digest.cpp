#include "core/digest.h"

#include <openssl/evp.h>
#include <openssl/sha.h>
#include <xxhash.h>

#include <stdexcept>

namespace hypeline {

std::string sha256_hex(std::string_view bytes) {
  unsigned char digest[SHA256_DIGEST_LENGTH];
  static const EVP_MD* const kSha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);  // looked up once: SHA256() does so at each call
  if (EVP_Digest(bytes.data(), bytes.size(), digest, nullptr, kSha256, nullptr) != 1) throw std::runtime_error("OpenSSL has no SHA-256");
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  out.reserve(2 * sizeof digest);
  for (const unsigned char byte : digest) (out += kHex[byte >> 4]) += kHex[byte & 15];
  return out;
}

std::uint64_t hash64(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

}  // namespace hypeline
