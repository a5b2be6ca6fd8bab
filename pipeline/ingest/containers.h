#pragma once
#include "ingest/input.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hypeline {

/// What follows the bytes that a cutter sees: more; nothing, they are the file's last; or bytes that are lost (a damaged packing).
enum class Rest : std::uint8_t { more, end, lost };

/// Where the first record of some bytes ends.
struct Cut {
  std::size_t size = 0;  ///< bytes to take off; 0: more are needed to say
  std::size_t gap = 0;   ///< of them, those behind the record that only part it from the next
  bool broken = false;   ///< it is no whole record
};

/// A kind of file that holds many records, each an input of its own, so that a large file runs in little memory and on all workers.
/// All functions are pure; a record is what `cut` cut.
struct Container {
  std::string_view format;                     ///< the reader's name
  std::span<const std::string_view> suffixes;  ///< lower-case, with the dot
  std::string_view magic;                      ///< how all its files start; empty: nothing tells
  std::string_view holds;                      ///< what its records are, in messages
  Cut (*cut)(std::string_view bytes, Rest rest);
  std::size_t (*next_start)(std::string_view bytes);   ///< where the next record may start behind a record that is passed over; npos: not in these bytes
  bool (*is_input)(std::string_view record);           ///< by its first bytes: other records pass in silence
  std::vector<Document> (*read)(const Input& record);  ///< its articles; ids are `record.id`, or the record's own
};

/// The list of containers: to add one, write its functions and add its row in containers.cpp. The first has no magic and serves where nothing tells.
std::span<const Container> containers();

const Container* container_of_path(std::string_view path);    ///< by the suffix, those of packings aside; nullptr: none
const Container* container_of_bytes(std::string_view bytes);  ///< by the magic; nullptr: none
const Container* container_of_format(std::string_view format);

/// The articles of all records of a whole file; ids are `input.id:N` by the number of the record. Never empty.
std::vector<Document> read_records(const Input& input, const Container& container);

}  // namespace hypeline
