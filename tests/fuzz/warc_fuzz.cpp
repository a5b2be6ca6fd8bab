// Any bytes as a packed file, an HTTP body or a web archive: what comes out is the same however the bytes are handed over, no larger than allowed, and
// every article has its structure. The first byte of the data chooses which; the second how many bytes come at a time.
#include "../ingest/structure_checks.h"
#include "batch/records.h"
#include "ingest/http.h"
#include "ingest/packing/pull.h"
#include "ingest/readers.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace hypeline;

namespace {

constexpr std::size_t kMost = 1 << 20;

void require(bool holds) {
  if (!holds) std::abort();
}

/// The bytes, at most `step` at a time.
Pull slowly(std::string_view bytes, std::size_t step) {
  return [bytes, step](std::span<char> to) mutable -> std::expected<std::size_t, Rejection> {
    const std::size_t size = bytes.copy(to.data(), std::min(step, to.size()));
    bytes.remove_prefix(size);
    return size;
  };
}

std::string unpacked(Pull bytes) {
  auto pull = unpack_file(std::move(bytes));
  auto out = pull ? drain(std::move(*pull), kMost) : std::unexpected(pull.error());
  require(!out || out->size() <= kMost);
  return out ? *out : "[" + out.error().reason;
}

void check_body(std::string_view bytes) {
  for (const char* coding : {"gzip", "deflate", "br", "zstd"}) {
    const std::string start = std::string("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\nContent-Encoding: ") + coding + "\n\n";
    const auto head = read_head(start);
    require(head.has_value());
    const auto body = http_body(*head, bytes, kMost);
    require(!body || body->size() <= std::max(kMost, bytes.size()));
  }
}

std::string all_records(Pull bytes, const Container& container) {
  std::string out;
  Records records(std::move(bytes), container, kMost);
  while (const auto piece = records.next()) out += std::to_string(piece->number) + " " + (piece->rejected ? piece->rejected->reason : piece->bytes) + "\n";
  return out;
}

void check_articles(std::string_view bytes) {
  Input input;
  input.id = "fuzz";
  input.format = "warc";
  input.bytes = bytes;
  const auto documents = read_input(input);
  require(!documents.empty());
  for (const Document& document : documents) require(structure_fault(document).empty() && map_fault(document.text).empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 2, size - 2);
  const std::size_t step = 1 + data[1];
  switch (data[0] % 4) {
    case 0:
      require(unpacked(slowly(bytes, step)) == unpacked(pull_from(bytes)));
      break;
    case 1:
      check_body(bytes);
      break;
    case 2:
      for (const Container& container : containers()) require(all_records(slowly(bytes, step), container) == all_records(pull_from(bytes), container));
      break;
    default:
      check_articles(bytes);
  }
  return 0;
}
