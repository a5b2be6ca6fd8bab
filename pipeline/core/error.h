#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace hypeline {

/// Something wrong in one of the user's files, at a place a person can open.
struct Error {
  std::string file;
  std::size_t line = 0;    ///< 1-based; 0: the file as a whole
  std::size_t column = 0;  ///< 1-based, in bytes; 0: the line as a whole
  std::string message;
  std::string text;  ///< the line, for the caret; may be empty
};
using Errors = std::vector<Error>;

/// `file:line: error: message`, and where column and text are known the line and a caret below it. No line break at the end.
std::string to_string(const Error& error);

}  // namespace hypeline
