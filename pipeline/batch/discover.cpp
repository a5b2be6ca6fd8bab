#include "batch/discover.h"

#include "batch/files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <memory>

namespace hypeline {
namespace {

struct Place {
  std::string path, id;
};

std::string join(const std::string& folder, std::string_view name) { return folder.empty() ? std::string(name) : folder + "/" + std::string(name); }

/// An input's id: where it stands alone, its last part; among others, the path as it was given.
std::string input_id(std::string path, bool alone) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  while (path.starts_with("./")) path.erase(0, 2);
  const std::size_t slash = path.rfind('/');
  return !alone || slash == std::string::npos || path.size() == 1 ? path : path.substr(slash + 1);
}

std::string message_for(mode_t mode) {
  if (S_ISLNK(mode)) return "a symbolic link, which is not followed";
  return S_ISFIFO(mode) ? "a pipe, not a regular file" : S_ISSOCK(mode) ? "a socket, not a regular file" : "a device, not a regular file";
}

/// Sorts one entry of a folder into files to read, folders to walk, and what is neither.
void sort_entry(int folder, const Place& entry, const char* name, std::vector<FoundFile>& found, std::vector<Place>& folders) {
  struct stat info{};
  if (::fstatat(folder, name, &info, AT_SYMLINK_NOFOLLOW) != 0)
    found.push_back({entry.path, entry.id, Rejection{"unreadable", errno_text(errno)}});
  else if (S_ISDIR(info.st_mode))
    folders.push_back(entry);
  else if (S_ISREG(info.st_mode))
    found.push_back({entry.path, entry.id, {}});
  else
    found.push_back({entry.path, entry.id, Rejection{"unreadable", message_for(info.st_mode)}});
}

void walk(Place root, std::vector<FoundFile>& found) {
  std::vector<Place> folders{std::move(root)};
  while (!folders.empty()) {
    const Place place = std::move(folders.back());
    folders.pop_back();
    Fd fd = open_path(place.path, O_RDONLY | O_DIRECTORY);
    const std::unique_ptr<DIR, int (*)(DIR*)> folder(fd ? ::fdopendir(fd.get()) : nullptr, ::closedir);
    if (!folder) {
      found.push_back({place.path, place.id.empty() ? "." : place.id, Rejection{"unreadable", "a folder that cannot be opened: " + errno_text(errno)}});
      continue;
    }
    const int number = fd.release();
    while (const dirent* entry = ::readdir(folder.get())) {
      const std::string_view name = entry->d_name;
      if (name != "." && name != "..") sort_entry(number, {join(place.path, name), join(place.id, name)}, entry->d_name, found, folders);
    }
  }
}

}  // namespace

std::vector<FoundFile> discover(const std::vector<std::string>& inputs) {
  std::vector<FoundFile> found;
  const bool alone = inputs.size() == 1;
  for (const std::string& input : inputs) {
    struct stat info{};
    if (::stat(input.c_str(), &info) != 0) throw IoError("cannot read " + input + ": " + errno_text(errno));
    if (S_ISDIR(info.st_mode))
      walk({input == "/" ? input : input + "/.", alone ? "" : input_id(input, false)}, found);
    else
      found.push_back({input, input_id(input, alone), {}});
  }
  std::sort(found.begin(), found.end(), [](const FoundFile& a, const FoundFile& b) { return std::tie(a.id, a.path) < std::tie(b.id, b.path); });
  found.erase(std::unique(found.begin(), found.end(), [](const FoundFile& a, const FoundFile& b) { return a.path == b.path; }), found.end());
  return found;
}

}  // namespace hypeline
