#include "assess/word_groups.h"

#include "core/tsv.h"

#include <algorithm>

namespace hypeline {
namespace {

std::uint32_t start_of(std::string_view word) {
  if (word.ends_with('*')) word.remove_suffix(1);
  const auto byte = [&](std::size_t i) { return i < word.size() ? static_cast<unsigned char>(word[i]) : 0U; };
  return (byte(0) << 8U) | byte(1);
}

bool fits(std::string_view pattern, std::string_view word) {
  if (!pattern.ends_with('*')) return word == pattern;
  pattern.remove_suffix(1);
  return word.starts_with(pattern);
}

bool fits_at(const std::vector<std::string>& pattern, const FoldedWords& text, std::size_t at) {
  if (at + pattern.size() > text.words.size()) return false;
  for (std::size_t i = 0; i < pattern.size(); ++i)
    if (!fits(pattern[i], text.word(at + i))) return false;
  return true;
}

}  // namespace

std::size_t WordGroups::add(std::string_view group) {
  const auto known = std::find(groups_.begin(), groups_.end(), group);
  if (known != groups_.end()) return static_cast<std::size_t>(known - groups_.begin());
  for (const std::string_view alternative : split(group, '|')) {
    Alternative made{{}, groups_.size()};
    for (const std::string_view word : split(alternative, ' ')) made.words.emplace_back(word);
    if (!made.words.empty()) by_start_[start_of(made.words.front())].push_back(std::move(made));
  }
  groups_.emplace_back(group);
  return groups_.size() - 1;
}

std::vector<std::uint32_t> WordGroups::count(const FoldedWords& text) const {
  std::vector<std::uint32_t> out(groups_.size()), last(groups_.size(), 0xFFFFFFFFU);
  for (std::uint32_t at = 0; at < text.words.size(); ++at) {
    const auto found = by_start_.find(start_of(text.word(at)));
    if (found == by_start_.end()) continue;
    for (const Alternative& a : found->second) {
      if (last[a.group] == at || !fits_at(a.words, text, at)) continue;
      last[a.group] = at;
      ++out[a.group];
    }
  }
  return out;
}

}  // namespace hypeline
