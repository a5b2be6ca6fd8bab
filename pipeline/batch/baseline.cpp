#include "batch/baseline.h"

#include "batch/lines.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace hypeline {
namespace {

std::string read_at(int file, std::uint64_t begin, std::uint64_t size) {
  std::string out(size, '\0');
  std::size_t done = 0;
  while (done < size) {
    const ssize_t n = ::pread(file, out.data() + done, size - done, static_cast<off_t>(begin + done));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) throw IoError("cannot read the run to compare with: " + errno_text(errno));
    done += static_cast<std::size_t>(n);
  }
  return out;
}

}  // namespace

std::optional<Baseline> Baseline::open(const std::string& folder) {
  const std::string path = folder + "/annotations.jsonl";
  Fd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file && errno == ENOENT) return {};
  if (!file) throw IoError("cannot open " + path + ": " + errno_text(errno));
  RunLines lines(Fd(::dup(file.get())));
  Baseline out(std::move(file));
  std::uint64_t at = 0;
  while (const auto line = lines.next()) {
    if (const auto article = read_run_article(*line))
      out.places_[article->id] = {
          at, line->size(), article->text, article->findings_print(), article->rules, static_cast<std::uint32_t>(article->findings.size())};
    at += line->size() + 1;
  }
  return out;
}

std::optional<RunArticle> Baseline::read(const Place& place) const { return read_run_article(read_at(file_.get(), place.begin, place.size)); }

Changes Baseline::compare(const RunArticle& after) const {
  const auto found = places_.find(after.id);
  if (found == places_.end()) return new_article(after);
  const Place& place = found->second;
  if (place.text == after.text && place.findings == after.findings_print()) return {Change::none, {}, {}, place.count};
  const auto before = read(place);
  return before ? compare_articles(*before, after) : new_article(after);
}

void Baseline::add_removed(const std::set<std::string>& seen, SinceLastRun& since) const {
  for (const auto& [id, place] : places_) {
    if (seen.contains(id)) continue;
    const auto before = read(place);
    since.removed.emplace_back(id, before ? before->title : "");
    since.findings.gone_text += place.count;
  }
}

}  // namespace hypeline
