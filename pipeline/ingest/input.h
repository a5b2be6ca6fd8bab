#pragma once
#include "core/document.h"

#include <string>

namespace hypeline {

/// One thing to read: a file, a field of a record, an HTTP response.
struct Input {
  std::string id;       ///< becomes Document::input
  std::string path;     ///< where it came from, raw bytes; its suffix chooses the reader where `format` is empty
  std::string bytes;    ///< as scraped
  std::string format;   ///< a reader's name, or empty
  std::string charset;  ///< given from outside (HTTP header, WARC; "utf-8" for JSON fields), or empty
  Meta meta;            ///< what the record says of itself: title, url, date
};

}  // namespace hypeline
