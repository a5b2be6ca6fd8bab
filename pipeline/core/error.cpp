#include "core/error.h"

#include <fmt/format.h>

namespace hypeline {

std::string to_string(const Error& error) {
  std::string out = error.file;
  if (error.line != 0) out += fmt::format(":{}", error.line);
  if (error.column != 0) out += fmt::format(":{}", error.column);
  out += ": error: " + error.message;
  if (error.column == 0 || error.text.empty()) return out;
  std::string pad = error.text.substr(0, error.column - 1);
  for (char& c : pad)
    if (c != '\t') c = ' ';
  return out + "\n" + error.text + "\n" + pad + "^";
}

}  // namespace hypeline
