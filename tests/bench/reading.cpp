#include "reading.h"

#include "match/decisions.h"
#include "match/findings.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>

namespace hypeline::bench {
namespace {

/// An article with its paragraphs, and a sentence wherever a stop and a space stand.
Document document_of(const Article& article) {
  Document document;
  document.text = Text::raw(article.text);
  for (const Span paragraph : article.paragraphs) {
    document.annotations.push_back(structure(paragraph, "structure.paragraph"_label));
    std::uint32_t begin = paragraph.begin;
    for (std::size_t stop = article.text.find(". ", begin); stop < paragraph.end; stop = article.text.find(". ", stop + 1)) {
      document.annotations.push_back(structure(make_span(begin, stop + 1), "structure.sentence"_label));
      begin = static_cast<std::uint32_t>(stop) + 2;
    }
    if (begin < paragraph.end) document.annotations.push_back(structure({begin, paragraph.end}, "structure.sentence"_label));
  }
  return document;
}

double seconds_since(std::clock_t begin) { return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC; }

}  // namespace

ReadingTimes time_reading(const Lexicon& lexicon, const std::vector<Article>& articles) {
  Matcher matcher(lexicon);
  ReadingTimes out;
  for (const Article& article : articles) {
    const Document document = document_of(article);
    const std::clock_t begin = std::clock();
    const std::vector<Candidate> all = find_candidates(document, matcher);
    out.find += seconds_since(begin);
    const std::clock_t found = std::clock();
    benchmark::DoNotOptimize(decide(document, lexicon, all));
    out.decide += seconds_since(found);
  }
  return out;
}

}  // namespace hypeline::bench
