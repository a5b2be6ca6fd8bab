#include "inline_lexicon.h"

#include <stdexcept>

namespace hypeline::testing {

Lexicon lexicon_of(const std::vector<std::string>& patterns, const std::vector<std::string>& unless) {
  std::string rows = "id\tlabel\tpattern\tunless\thit\tmiss\tsource\n";
  for (std::size_t i = 0; i < patterns.size(); ++i)
    rows += "r" + std::to_string(i) + "\thype.hope\t" + patterns[i] + "\t" + (i < unless.size() ? unless[i] : "") + "\tx\t\town\n";
  auto lexicon = Lexicon::parse({{"labels.tsv", "label\ttitle\tmeaning\tcriteria\tcolour\tweight\nhype.hope\tHope\thope\t\t#000000\t1\n"},
                                 {"en/fragments.tsv", "name\tregex\tmeaning\nnumber\t\\d{1,9}(?:\\.\\d{1,3})?\ta number\n"},
                                 {"en/rules.tsv", rows}});
  if (!lexicon) throw std::runtime_error(to_string(lexicon.error().front()));
  return std::move(*lexicon);
}

std::vector<std::string> found(const std::string& pattern, std::string_view text, const std::string& unless) {
  const Lexicon lexicon = lexicon_of({pattern}, {unless});
  Matcher matcher(lexicon);
  std::vector<std::string> out;
  for (const Match& match : matcher.find(text, {make_span(0, text.size())})) out.emplace_back(slice(text, match.span));
  return out;
}

}  // namespace hypeline::testing
