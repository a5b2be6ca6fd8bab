#include "batch/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace hypeline {
namespace {

constexpr std::size_t kStep = 3000;  // below PATH_MAX

[[noreturn]] void fail(std::string_view what, std::string_view path) { throw IoError(fmt::format("cannot {} {}: {}", what, path, errno_text(errno))); }

/// Reads up to `most` bytes; one more than that means the file is larger.
std::string read_up_to(int fd, std::size_t expected, std::size_t most) {
  std::string out(std::min(expected, most) + 1, '\0');
  std::size_t size = 0;
  for (;;) {
    const ssize_t n = ::read(fd, out.data() + size, out.size() - size);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throw std::system_error(errno, std::generic_category());
    if (n == 0) break;
    size += static_cast<std::size_t>(n);
    if (size > most) break;
    if (size == out.size()) out.resize(std::min(out.size() * 2, most + 1));
  }
  out.resize(size);
  return out;
}

}  // namespace

Fd::~Fd() {
  if (fd_ >= 0) ::close(fd_);
}

Fd& Fd::operator=(Fd&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

int Fd::release() { return std::exchange(fd_, -1); }

std::string errno_text(int error) { return std::generic_category().message(error); }

Fd open_path(const std::string& path, int flags) {
  Fd at(AT_FDCWD);
  std::size_t from = 0;
  while (path.size() - from > kStep) {
    const std::size_t cut = path.rfind('/', from + kStep);
    if (cut == std::string::npos || cut <= from) break;
    Fd next(::openat(at.get(), path.substr(from, cut - from).c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!next) return next;
    at = std::move(next);
    from = cut + 1;
  }
  Fd out(::openat(at.get(), path.c_str() + from, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  return out;
}

std::string read_whole(const std::string& path) {
  const Fd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd) fail("open", path);
  try {
    return read_up_to(fd.get(), 1 << 16, std::size_t{1} << 30);
  } catch (const std::system_error&) {
    fail("read", path);
  }
}

void write_all(int fd, std::string_view bytes, std::string_view name) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail("write", name);
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

void write_whole(const std::string& path, std::string_view bytes) {
  Fd fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (!fd) fail("create", path);
  write_all(fd.get(), bytes, path);
  if (::close(fd.release()) != 0) fail("close", path);
}

void replace_whole(const std::string& path, std::string_view bytes) {
  const std::string beside = path + ".part";
  ::unlink(beside.c_str());
  write_whole(beside, bytes);
  if (::rename(beside.c_str(), path.c_str()) != 0) fail("replace", path);
}

}  // namespace hypeline
