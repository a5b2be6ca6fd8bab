#include "batch/shelf.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>

namespace hypeline {
namespace {

Fd nameless_file() {
  std::string name = std::filesystem::temp_directory_path() / "hypeline-XXXXXX";
  Fd file(::mkstemp(name.data()));
  if (!file) throw IoError("cannot create " + name + ": " + errno_text(errno));
  ::unlink(name.c_str());
  return file;
}

}  // namespace

std::size_t Shelf::put(std::string_view bytes) {
  const std::size_t begin = size();
  held_ += bytes;
  if (held_.size() <= most_) return begin;
  if (!file_) file_ = nameless_file();
  write_all(file_.get(), held_, "a temporary file");
  filed_ += held_.size();
  held_.clear();
  return begin;
}

std::string Shelf::get(std::size_t begin, std::size_t size) const {
  std::string out(size, '\0');
  std::size_t have = 0;
  while (have < size && begin + have < filed_) {
    const ssize_t n = ::pread(file_.get(), out.data() + have, std::min(size, filed_ - begin) - have, static_cast<off_t>(begin + have));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) throw IoError("cannot read a temporary file: " + errno_text(errno));
    have += static_cast<std::size_t>(n);
  }
  if (have < size) held_.copy(out.data() + have, size - have, begin + have - filed_);
  return out;
}

}  // namespace hypeline
