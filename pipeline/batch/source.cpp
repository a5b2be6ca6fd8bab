#include "batch/source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace hypeline {
namespace {

std::string kind_of(mode_t mode) {
  if (S_ISDIR(mode)) return "a folder";
  if (S_ISLNK(mode)) return "a symbolic link";
  if (S_ISFIFO(mode)) return "a pipe";
  if (S_ISSOCK(mode)) return "a socket";
  return S_ISREG(mode) ? "a file" : "a device";
}

}  // namespace

Pull pull_from(Fd fd) {
  return [fd = std::move(fd)](std::span<char> to) -> std::expected<std::size_t, Rejection> {
    ssize_t n = -1;
    do n = ::read(fd.get(), to.data(), to.size());
    while (n < 0 && errno == EINTR);
    if (n < 0) return std::unexpected(Rejection{"unreadable", errno_text(errno)});
    return static_cast<std::size_t>(n);
  };
}

std::expected<Pull, Rejection> open_input(const std::string& path) {
  Fd fd = open_path(path, O_RDONLY);
  struct stat info{};
  if (!fd && errno == ELOOP) return std::unexpected(Rejection{"unreadable", "a symbolic link, which is not followed"});
  if (!fd || ::fstat(fd.get(), &info) != 0) return std::unexpected(Rejection{"unreadable", errno_text(errno)});
  if (!S_ISREG(info.st_mode)) return std::unexpected(Rejection{"unreadable", kind_of(info.st_mode) + ", not a regular file"});
  return pull_from(std::move(fd));
}

std::expected<std::string, Rejection> read_input_file(const std::string& path, std::size_t most) {
  auto bytes = open_input(path);
  if (bytes) bytes = unpack_file(std::move(*bytes));
  if (!bytes) return std::unexpected(std::move(bytes.error()));
  return drain(std::move(*bytes), most);
}

}  // namespace hypeline
