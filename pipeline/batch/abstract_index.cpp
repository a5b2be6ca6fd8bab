#include "batch/abstract_index.h"

#include "assess/facts/pubmed.h"
#include "batch/discover.h"
#include "batch/source.h"
#include "core/digest.h"
#include "ingest/readers.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace hypeline {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlock = std::size_t{1} << 18;
constexpr std::size_t kLongestLine = std::size_t{4} << 20;
constexpr const char* kFormat = "hypeline-abstracts/1";  // changes with the tables
constexpr const char* kTables =
    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;"
    "CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL);"
    "CREATE TABLE abstracts (pmid TEXT NOT NULL, doi TEXT NOT NULL, title TEXT NOT NULL, abstract TEXT NOT NULL);";
constexpr const char* kIndices = "CREATE INDEX by_pmid ON abstracts (pmid) WHERE pmid <> ''; CREATE INDEX by_doi ON abstracts (doi) WHERE doi <> ''; COMMIT;";

bool is_read(const std::string& suffix) { return suffix == ".xml" || suffix == ".jsonl" || suffix == ".ndjson"; }

std::vector<FoundFile> source_files(const std::string& folder) {
  std::vector<FoundFile> out = discover({folder});
  std::erase_if(out, [](const FoundFile& f) { return f.rejected || !is_read(suffix_of(f.path)); });
  return out;
}

/// What the index was made of: changes where a file does.
std::string stamp_of(const std::vector<FoundFile>& files) {
  std::string all = kFormat;
  for (const FoundFile& file : files) {
    struct stat info{};
    if (::stat(file.path.c_str(), &info) != 0) throw IoError("cannot read " + file.path + ": " + errno_text(errno));
    all += fmt::format("\n{}\t{}\t{}.{:09}", file.id, info.st_size, info.st_mtim.tv_sec, info.st_mtim.tv_nsec);
  }
  return sha256_hex(all);
}

/// Writes records into the tables.
class IndexWriter {
 public:
  explicit IndexWriter(const std::string& file) : database_(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE), insert_(prepared(database_)) {}

  void take(const SourceRecord& record) {
    insert_.reset();
    insert_.bind(1, record.pmid);
    insert_.bind(2, record.doi);
    insert_.bind(3, record.title);
    insert_.bind(4, record.abstract);
    insert_.step();
    ++count_;
  }

  std::uint64_t finish(const std::string& stamp) {
    Statement about(database_, "INSERT INTO about VALUES ('stamp', ?1), ('count', ?2)");
    const std::string count = std::to_string(count_);
    about.bind(1, stamp);
    about.bind(2, count);
    about.step();
    about.reset();
    insert_.reset();
    database_.run(kIndices);
    return count_;
  }

 private:
  static Statement prepared(Database& database) {
    database.run(kTables);
    return {database, "INSERT INTO abstracts VALUES (?1, ?2, ?3, ?4)"};
  }
  Database database_;
  Statement insert_;
  std::uint64_t count_ = 0;
};

/// Cuts blocks into lines.
class LineReader {
 public:
  explicit LineReader(TakeRecord take) : take_(std::move(take)) {}

  std::optional<PubmedReader::Fault> feed(std::string_view bytes, bool last) {
    rest_ += bytes;
    std::size_t begin = 0;
    for (std::size_t end = 0; (end = rest_.find('\n', begin)) != std::string::npos; begin = end + 1)
      if (auto fault = line(std::string_view(rest_).substr(begin, end - begin))) return fault;
    rest_.erase(0, begin);
    if (rest_.size() > kLongestLine) return PubmedReader::Fault{number_ + 1, "the line is too long"};
    return last ? line(rest_) : std::nullopt;
  }

 private:
  std::optional<PubmedReader::Fault> line(std::string_view words) {
    ++number_;
    std::string wrong = read_source_line(words, take_);
    return wrong.empty() ? std::nullopt : std::optional(PubmedReader::Fault{number_, std::move(wrong)});
  }
  TakeRecord take_;
  std::string rest_;
  std::size_t number_ = 0;
};

template <class Reader>
std::optional<Error> feed_all(const std::string& path, Pull& bytes, Reader reader) {
  std::string block(kBlock, '\0');
  while (true) {
    const auto size = bytes({block.data(), block.size()});
    if (!size) return Error{path, 0, 0, size.error().message, {}};
    if (const auto fault = reader.feed(std::string_view(block).substr(0, *size), *size == 0)) return Error{path, fault->line, 0, fault->message, {}};
    if (*size == 0) return {};
  }
}

std::optional<Error> read_file(const std::string& path, IndexWriter& writer) {
  auto bytes = open_input(path);
  if (bytes) bytes = unpack_file(std::move(*bytes));
  if (!bytes) return Error{path, 0, 0, bytes.error().message, {}};
  const TakeRecord take = [&writer](const SourceRecord& record) { writer.take(record); };
  return suffix_of(path) == ".xml" ? feed_all(path, *bytes, PubmedReader(take)) : feed_all(path, *bytes, LineReader(take));
}

/// How many abstracts an index holds that was made of the files of this stamp; nullopt where there is none.
std::optional<std::uint64_t> up_to_date(const std::string& index, const std::string& stamp) {
  if (!fs::exists(index)) return {};
  try {
    Database database(index, SQLITE_OPEN_READONLY);
    Statement about(database, "SELECT (SELECT value FROM about WHERE key = 'stamp'), (SELECT CAST(value AS INTEGER) FROM about WHERE key = 'count')");
    if (about.step() && about.text(0) == stamp) return about.number(1);
  } catch (const IoError&) {
    return {};  // no index, or a broken one: it is made anew
  }
  return {};
}

/// A file that is gone at the end of the scope, unless it was moved away.
struct Temporary {
  std::string path;
  ~Temporary() { ::unlink(path.c_str()); }
};

}  // namespace

AbstractIndex::AbstractIndex(const std::string& file)
    : database_("file:" + file + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI),
      by_doi_(database_, "SELECT pmid, doi, title, abstract FROM abstracts WHERE doi = ?1 AND doi <> '' ORDER BY rowid DESC LIMIT 1"),
      by_pmid_(database_, "SELECT pmid, doi, title, abstract FROM abstracts WHERE pmid = ?1 AND pmid <> '' ORDER BY rowid DESC LIMIT 1") {}

std::optional<SourceRecord> AbstractIndex::read(Statement& by, const std::string& value) {
  if (value.empty()) return {};
  by.reset();
  by.bind(1, value);
  std::optional<SourceRecord> out;
  if (by.step()) out = SourceRecord{by.text(0), by.text(1), by.text(2), by.text(3)};
  by.reset();
  return out;
}

std::optional<SourceRecord> AbstractIndex::find(const SourceId& id) {
  auto out = read(by_doi_, id.doi);
  return out ? out : read(by_pmid_, id.pmid);
}

std::expected<std::uint64_t, Errors> build_abstract_index(const std::string& folder, const std::string& index) {
  const std::vector<FoundFile> files = source_files(folder);
  if (files.empty()) return std::unexpected(Errors{{folder, 0, 0, "holds no .xml and no .jsonl file", {}}});
  const std::string stamp = stamp_of(files);
  if (const auto count = up_to_date(index, stamp)) return *count;
  const Temporary made{fmt::format("{}.{}.new", index, ::getpid())};
  ::unlink(made.path.c_str());
  std::uint64_t count = 0;
  Errors errors;
  {
    IndexWriter writer(made.path);
    for (const FoundFile& file : files)
      if (auto error = read_file(file.path, writer)) errors.push_back(std::move(*error));
    if (!errors.empty()) return std::unexpected(std::move(errors));
    count = writer.finish(stamp);
  }
  if (std::rename(made.path.c_str(), index.c_str()) != 0) throw IoError("cannot write " + index + ": " + errno_text(errno));
  return count;
}

}  // namespace hypeline
