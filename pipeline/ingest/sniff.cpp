#include "ingest/sniff.h"

#include "core/tsv.h"
#include "ingest/byte_scan.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hypeline {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::array kMagic = {std::pair{"%PDF-"sv, "PDF"sv},
                               std::pair{"\x7F"
                                         "ELF"sv,
                                         "ELF program"sv},
                               std::pair{"\x1F\x8B"sv, "gzip archive"sv},
                               std::pair{"PK\x03\x04"sv, "zip archive"sv},
                               std::pair{"PK\x05\x06"sv, "zip archive"sv},
                               std::pair{"BZh"sv, "bzip2 archive"sv},
                               std::pair{"\xFD"
                                         "7zXZ\0"sv,
                                         "xz archive"sv},
                               std::pair{"\x28\xB5\x2F\xFD"sv, "zstd archive"sv},
                               std::pair{"7z\xBC\xAF\x27\x1C"sv, "7-zip archive"sv},
                               std::pair{"Rar!\x1A\x07"sv, "rar archive"sv},
                               std::pair{"\x89PNG\r\n"sv, "PNG image"sv},
                               std::pair{"\xFF\xD8\xFF"sv, "JPEG image"sv},
                               std::pair{"GIF87a"sv, "GIF image"sv},
                               std::pair{"GIF89a"sv, "GIF image"sv},
                               std::pair{"II*\0"sv, "TIFF image"sv},
                               std::pair{"MM\0*"sv, "TIFF image"sv},
                               std::pair{"\0\0\1\0"sv, "icon"sv},
                               std::pair{"wOFF"sv, "font"sv},
                               std::pair{"wOF2"sv, "font"sv},
                               std::pair{"ID3\x03"sv, "MP3 audio"sv},
                               std::pair{"ID3\x04"sv, "MP3 audio"sv},
                               std::pair{"OggS\0"sv, "Ogg media"sv},
                               std::pair{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "Office document"sv},
                               std::pair{"SQLite format 3\0"sv, "SQLite database"sv},
                               std::pair{"\0asm"sv, "WebAssembly module"sv}};

// How encrypted files start. PGP: RFC 9580, packets 1 and 3 in the old form with the lengths that GnuPG writes; OpenSSL: `enc`; age: its header.
constexpr std::array kEncrypted = {std::pair{"-----BEGIN PGP MESSAGE-----"sv, "PGP"sv},
                                   std::pair{"\x85\x01\x0C\x03"sv, "PGP"sv},
                                   std::pair{"\x85\x02\x0C\x03"sv, "PGP"sv},
                                   std::pair{"\x84\x5E\x03"sv, "PGP"sv},
                                   std::pair{"\x8C\x0D\x04"sv, "PGP"sv},
                                   std::pair{"Salted__"sv, "OpenSSL"sv},
                                   std::pair{"age-encryption.org/"sv, "age"sv},
                                   std::pair{"-----BEGIN AGE ENCRYPTED FILE-----"sv, "age"sv},
                                   std::pair{"$ANSIBLE_VAULT;"sv, "Ansible vault"sv}};

constexpr std::size_t kSniffed = 8192;

/// White space and escapes are none.
bool is_control(char c) { return c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B; }
constexpr auto may_be_control = [](auto c) { return ((c < 0x20) & (c != '\n')) | (c == 0x7F); };

bool starts_with_ignoring_case(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() &&
         std::ranges::equal(text.substr(0, lower.size()), lower, {}, [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
}

}  // namespace

std::string_view known_binary(std::string_view bytes) {
  for (const auto& [magic, kind] : kMagic)
    if (bytes.starts_with(magic)) return kind;
  if (bytes.size() > 12 && bytes.starts_with("RIFF") && (bytes.substr(8, 4) == "WEBP" || bytes.substr(8, 4) == "WAVE")) return "RIFF media";
  if (bytes.size() > 12 && bytes.substr(4, 4) == "ftyp") return "MP4 media";
  if (bytes.size() > 262 && bytes.substr(257, 5) == "ustar") return "tar archive";
  return {};
}

std::string_view known_encryption(std::string_view bytes) {
  for (const auto& [magic, how] : kEncrypted)
    if (bytes.starts_with(magic)) return how;
  const bool zip = bytes.size() > 7 && bytes.starts_with("PK\x03\x04");
  if (zip && (bytes[6] & 1) != 0) return "zip archive";
  const bool pdf = bytes.starts_with("%PDF-");
  return pdf && bytes.substr(bytes.size() - std::min(bytes.size(), kSniffed)).find("/Encrypt") != std::string_view::npos ? "PDF" : std::string_view();
}

bool is_mostly_controls(std::string_view text) {
  const std::string_view head = text.substr(0, kSniffed);
  std::size_t odd = 0;
  ByteHits hits(head, may_be_control);
  for (std::size_t at = hits.next(0, head.size()); at < head.size(); at = hits.next(at + 1, head.size())) odd += is_control(head[at]) ? 1 : 0;
  for (std::size_t at = head.find("\uFFFD"); at != std::string_view::npos; at = head.find("\uFFFD", at + 3)) ++odd;
  return odd > 8 + head.size() / 16;
}

bool looks_like_html(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  text = trim(text.substr(0, kSniffed));
  while (text.starts_with("<!--")) {
    const std::size_t end = text.find("-->");
    if (end == std::string_view::npos) return false;
    text = trim(text.substr(end + 3));
  }
  constexpr std::array kOpenings = {"<!doctype html"sv, "<html"sv, "<head"sv, "<body"sv, "<article"sv, "<?xml"sv};
  return std::ranges::any_of(kOpenings, [&](std::string_view tag) { return starts_with_ignoring_case(text, tag); });
}

}  // namespace hypeline
