#pragma once
#include "core/document.h"

#include <cstddef>
#include <functional>
#include <string>

namespace hypeline {

struct Input;
struct Page;
class RepeatedBlocks;

/// How inputs are read, the same for all of a run.
struct ReadOptions {
  std::size_t most = std::size_t{16} << 20;                               ///< bytes that an HTTP body may unpack to
  const RepeatedBlocks* repeated = nullptr;                               ///< what is known to repeat over the files of a site
  const std::function<void(const Input&, const Page&)>* visit = nullptr;  ///< shown every page instead of its articles: for a pass that only looks
};

/// One thing to read: a file, a field of a record, an HTTP response.
struct Input {
  std::string id;       ///< becomes Document::input
  std::string path;     ///< where it came from, raw bytes; its suffix chooses the reader where `format` is empty
  std::string bytes;    ///< as scraped
  std::string format;   ///< a reader's name, or empty
  std::string charset;  ///< given from outside (HTTP header, WARC; "utf-8" for JSON fields), or empty
  Meta meta;            ///< what the record says of itself: title, url, date
  ReadOptions how;
};

}  // namespace hypeline
