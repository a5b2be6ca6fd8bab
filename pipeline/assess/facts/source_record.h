#pragma once
#include "core/error.h"

#include <expected>
#include <functional>
#include <string>
#include <string_view>

namespace hypeline {

/// A paper's abstract, from a file the user gave.
struct SourceRecord {
  std::string pmid, doi;  ///< as SourceId has them; either may be empty
  std::string title, abstract;
};

/// Takes the records of a file, one after another.
using TakeRecord = std::function<void(SourceRecord)>;

/// Reads one JSON object: pmid (a number or a string), doi, title, abstract. Returns what is wrong with the line, or nothing. A record without pmid and doi, or
/// without an abstract, is passed over.
std::string read_source_line(std::string_view line, const TakeRecord& take);

}  // namespace hypeline
