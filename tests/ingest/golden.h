#pragma once
#include <fstream>
#include <string>
#include <vector>

namespace hypeline {

/// The cases of a golden file: stretches of lines between empty lines, comments (#) left out.
inline std::vector<std::vector<std::string>> golden_cases(const std::string& name) {
  std::ifstream file(std::string(HYPELINE_ROOT) + "/tests/golden/" + name);
  std::vector<std::vector<std::string>> cases(1);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    if (!line.empty()) cases.back().push_back(line);
    if (line.empty() && !cases.back().empty()) cases.emplace_back();
  }
  if (cases.back().empty()) cases.pop_back();
  return cases;
}

}  // namespace hypeline
