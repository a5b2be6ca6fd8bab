#pragma once
#include "batch/files.h"
#include "ingest/packing/pull.h"

#include <expected>
#include <string>

namespace hypeline {

/// The bytes of a descriptor. Rejection: unreadable.
Pull pull_from(Fd fd);

/// The bytes of a regular file, as they are. Never blocks on a FIFO, never follows a link. Rejection: unreadable.
std::expected<Pull, Rejection> open_input(const std::string& path);

/// The bytes of an input file of at most `most` bytes, unpacked where they are packed. Rejections: unreadable, too-large, and those of unpack_file.
std::expected<std::string, Rejection> read_input_file(const std::string& path, std::size_t most);

}  // namespace hypeline
