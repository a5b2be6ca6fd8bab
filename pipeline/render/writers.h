#pragma once
#include "render/html.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hypeline {

/// A file of the run folder: its path below it, and its bytes.
struct File {
  std::string path;
  std::string bytes;
};

/// A format of output. All functions are pure; a null pointer means there is nothing of the kind.
/// What grows with the run goes out piece by piece: `line` is appended to the file `stream` in the articles' order.
struct Writer {
  std::string_view name;
  std::string_view stream;                                                                    ///< path of the common file; empty: none
  std::string (*head)(const Context&);                                                        ///< first bytes of the common file
  std::string (*line)(const Article&, const Context&);                                        ///< an article's bytes in it
  std::vector<File> (*of_article)(const Article&, const Context&);                            ///< an article's own files
  std::vector<File> (*of_run)(const std::vector<IndexRow>&, const RunInfo&, const Context&);  ///< files of the run, once all articles are done
};

/// The list of writers: to add one, write its file and add its row in writers.cpp.
std::span<const Writer> writers();

/// nullptr where there is no such writer.
const Writer* find_writer(std::string_view name);

}  // namespace hypeline
