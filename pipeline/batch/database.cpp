#include "batch/database.h"

#include <utility>

namespace hypeline {

Database::Database(std::string file, int flags) : file_(std::move(file)) {
  sqlite3* opened = nullptr;
  const int done = sqlite3_open_v2(file_.c_str(), &opened, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  database_.reset(opened);
  if (done != SQLITE_OK) fail();
}

void Database::fail() const { throw IoError(file_ + ": " + (database_ ? sqlite3_errmsg(database_.get()) : "no memory")); }

void Database::run(const char* sql) {
  if (sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

Statement::Statement(Database& database, const char* sql) : database_(&database) {
  sqlite3_stmt* made = nullptr;
  if (sqlite3_prepare_v2(database.get(), sql, -1, &made, nullptr) != SQLITE_OK) database.fail();
  statement_.reset(made);
}

void Statement::bind(int n, std::string_view words) {
  if (sqlite3_bind_text(statement_.get(), n, words.data(), static_cast<int>(words.size()), SQLITE_STATIC) != SQLITE_OK) database_->fail();
}

bool Statement::step() {
  const int done = sqlite3_step(statement_.get());
  if (done != SQLITE_ROW && done != SQLITE_DONE) database_->fail();
  return done == SQLITE_ROW;
}

void Statement::reset() {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
}

std::string Statement::text(int column) const {
  const auto* words = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));  // SQLite's own type for UTF-8
  return words == nullptr ? std::string() : std::string(words, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

}  // namespace hypeline
