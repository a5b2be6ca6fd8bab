#pragma once
#include "batch/files.h"

#include <sqlite3.h>

#include <memory>
#include <string>
#include <string_view>

namespace hypeline {

/// A thin hand on SQLite: what fails throws IoError with the file's name.
class Database {
 public:
  /// `flags` as sqlite3_open_v2. One thread at a time.
  Database(std::string file, int flags);
  void run(const char* sql);
  sqlite3* get() const { return database_.get(); }
  [[noreturn]] void fail() const;

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
  };
  std::string file_;
  std::unique_ptr<sqlite3, Close> database_;
};

/// A prepared statement of a database that outlives it.
class Statement {
 public:
  Statement(Database& database, const char* sql);
  /// Binds the n-th parameter, from 1; the words live until the next reset.
  void bind(int n, std::string_view words);
  /// True where a row is ready. Throws IoError.
  bool step();
  void reset();
  std::string text(int column) const;
  std::uint64_t number(int column) const { return static_cast<std::uint64_t>(sqlite3_column_int64(statement_.get(), column)); }

 private:
  struct Close {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  Database* database_;
  std::unique_ptr<sqlite3_stmt, Close> statement_;
};

}  // namespace hypeline
