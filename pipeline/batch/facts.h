#pragma once
#include "assess/facts/source_facts.h"
#include "batch/abstract_index.h"
#include "match/matcher.h"

#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace hypeline {

/// The files about papers that a run is given.
struct FactFiles {
  std::vector<std::string> retractions;  ///< Crossref's retraction_watch.csv
  std::string abstracts;                 ///< folder; empty: none
  std::string index;                     ///< where its index is kept; empty: in the folder itself
};

/// What a run knows of papers before it reads its first article.
struct KnownPapers {
  RetractionList retractions;
  std::string index;  ///< of abstracts; empty: none
};

/// Reads the files. Errors are those of their lines; throws IoError where one cannot be read.
std::expected<KnownPapers, Errors> load_papers(const FactFiles& files);

/// Looks up what an annotated article cites: at most 50 papers, in text order. `matcher` annotates the abstracts as it does articles.
SourceFacts look_up(const Document& document, const KnownPapers& papers, AbstractIndex* index, Matcher& matcher);

}  // namespace hypeline
