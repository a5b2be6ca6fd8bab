#pragma once
#include "core/document.h"

#include <string>
#include <string_view>

namespace hypeline {

/// What a paper is looked up by, in one form: the DOI in small letters without its resolver, the PMID in digits. Either may be empty.
struct SourceId {
  std::string doi, pmid;

  bool empty() const { return doi.empty() && pmid.empty(); }
};

/// The DOI in some words ("doi: 10.1000/ab.", "https://doi.org/10.1000/ab"), as it stands there, without the punctuation behind it; empty where there is none.
std::string_view doi_in(std::string_view words);
/// The DOI of a table's cell, in small letters; empty where the cell says that there is none.
std::string normal_doi(std::string_view cell);
/// The PMID of a table's cell: digits without leading zeros; empty for what is none ("0", "unavailable").
std::string normal_pmid(std::string_view cell);

/// What a cited source (label source.cited) can be looked up by: by its kind, or by an address of doi.org or PubMed.
SourceId identify(const Document& document, const Annotation& cited);

}  // namespace hypeline
