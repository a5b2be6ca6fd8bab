#pragma once
#include "assess/facts/identifiers.h"
#include "core/error.h"

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hypeline {

/// What a journal did to a paper. A correction is no reason to warn of it; a reinstatement takes a retraction back.
enum class RetractionNature : std::uint8_t { retraction, concern };
inline constexpr std::string_view kRetractionNatures[] = {"retraction", "expression-of-concern"};
constexpr std::string_view name(RetractionNature nature) { return kRetractionNatures[static_cast<std::size_t>(nature)]; }

/// A paper that was retracted or is under an expression of concern.
struct Retraction {
  RetractionNature nature = RetractionNature::retraction;
  std::string date;    ///< of the notice, "2023-05-01"; empty where the list has none
  std::string notice;  ///< DOI of the notice; may be empty
  std::string reason;  ///< in the list's words, separated by semicolons; may be empty
  std::string title;   ///< of the paper
};

/// One row of the list: what was done to which paper.
struct NoticeRow {
  SourceId id;
  std::string nature;  ///< in the list's word
  Retraction notice;
};

/// The Retraction Watch data as Crossref publishes them (retraction_watch.csv): UTF-8, or Latin-1 where a row is no UTF-8.
class RetractionList {
 public:
  /// Adds a file. The columns OriginalPaperDOI and RetractionNature are needed; OriginalPaperPubMedID, RetractionDate, RetractionDOI, Reason and Title are
  /// read where they are. Errors name file and line: a column that is missing, a row that is longer or shorter than the header, broken quoting.
  std::expected<void, Errors> add(std::string_view file, std::string_view contents);

  /// What holds for a paper: its retraction, else its expression of concern; nullptr where there is neither, or where it was reinstated later.
  const Retraction* find(const SourceId& id) const;
  bool empty() const { return papers_.empty(); }

 private:
  /// All that was done to one paper.
  struct Paper {
    std::vector<Retraction> notices;
    std::string reinstated;  ///< date of the last reinstatement
  };
  Paper& paper_of(const SourceId& id);
  void take(NoticeRow row);
  std::vector<Paper> papers_;
  std::unordered_map<std::string, std::size_t> by_doi_, by_pmid_;
};

}  // namespace hypeline
