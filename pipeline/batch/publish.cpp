#include "batch/publish.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <random>

namespace hypeline {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(std::string_view what, const std::string& path) { throw IoError(fmt::format("cannot {} {}: {}", what, path, errno_text(errno))); }

fs::path beside(const std::string& path, std::string_view prefix, std::string_view suffix) {
  const fs::path whole(path);
  return whole.parent_path() / fmt::format("{}{}{}", prefix, whole.filename().string(), suffix);
}

Fd take_lock(const std::string& path) {
  const std::string name = beside(path, ".", ".lock").string();
  Fd fd(::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
  if (!fd) fail("create", name);
  if (::flock(fd.get(), LOCK_EX | LOCK_NB) != 0) throw Locked("another run is writing " + path);
  return fd;
}

/// A folder that a run made (it has a run.json) or that holds nothing; anything else is somebody's own.
void check_replaceable(const std::string& path) {
  const fs::file_status status = fs::symlink_status(path);
  if (!fs::exists(status)) return;
  if (!fs::is_directory(status)) throw IoError(path + " exists and is no folder");
  if (!fs::is_empty(path) && !fs::exists(fs::path(path) / "run.json"))
    throw IoError(path + " holds files that no run of this program made; choose another folder");
}

void sweep(const std::string& path) {
  const fs::path parent = fs::path(path).parent_path();
  const std::string prefix = fs::path(path).filename().string() + ".partial-";
  for (const auto& entry : fs::directory_iterator(parent))
    if (entry.path().filename().string().starts_with(prefix)) fs::remove_all(entry.path());
}

std::string nonce() {
  std::random_device random;
  return fmt::format("{:08x}{:08x}", random(), random());
}

}  // namespace

OutputFolder::OutputFolder(const std::string& path) : path_(fs::absolute(path).lexically_normal().string()) {
  while (path_.size() > 1 && path_.ends_with('/')) path_.pop_back();
  fs::create_directories(fs::path(path_).parent_path());
  lock_ = take_lock(path_);
  check_replaceable(path_);
  sweep(path_);
  staging_ = path_ + ".partial-" + nonce();
  for (const char* below : {"articles", "a"}) fs::create_directories(fs::path(staging_) / below);
}

OutputFolder::~OutputFolder() {
  std::error_code ignored;
  if (!staging_.empty()) fs::remove_all(staging_, ignored);
}

void OutputFolder::publish() {
  const Fd folder(::open(staging_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder || ::syncfs(folder.get()) != 0) fail("sync", staging_);
  if (::renameat2(AT_FDCWD, staging_.c_str(), AT_FDCWD, path_.c_str(), RENAME_NOREPLACE) == 0) {
    staging_.clear();
    return;
  }
  if (errno != EEXIST) fail("publish", path_);
  if (::renameat2(AT_FDCWD, staging_.c_str(), AT_FDCWD, path_.c_str(), RENAME_EXCHANGE) != 0) fail("publish", path_);
  fs::remove_all(staging_);  // now the old folder
  staging_.clear();
}

}  // namespace hypeline
