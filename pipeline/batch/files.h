#pragma once
#include <stdexcept>
#include <string>
#include <string_view>

namespace hypeline {

/// The machine failed us (disk full, no permission to write): fatal for the run, never for one article. The message names the path.
struct IoError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// An open file descriptor, closed at the end of its scope.
class Fd {
 public:
  explicit Fd(int fd = -1) : fd_(fd) {}
  ~Fd();
  Fd(Fd&& other) noexcept : fd_(other.release()) {}
  Fd& operator=(Fd&& other) noexcept;
  int get() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }
  int release();

 private:
  int fd_;
};

/// Opens a path of any length (in steps below PATH_MAX), without following a symbolic link at its end. `flags` as open(2). -1 and errno on failure.
Fd open_path(const std::string& path, int flags);

/// The bytes of one of the user's own files (lexicon, settings). Throws IoError.
std::string read_whole(const std::string& path);

/// Writes a new file, whole. Throws IoError; EINTR and short writes are retried.
void write_whole(const std::string& path, std::string_view bytes);

/// Writes a file, whole, in the place of what is there: a reader sees the old bytes or the new. Throws IoError.
void replace_whole(const std::string& path, std::string_view bytes);

/// Writes all of `bytes` to a descriptor. Throws IoError naming `name`.
void write_all(int fd, std::string_view bytes, std::string_view name);

/// What errno says, as words.
std::string errno_text(int error);

}  // namespace hypeline
