#include "batch/facts.h"

#include "ingest/readers.h"
#include "match/annotators.h"

#include <algorithm>

namespace hypeline {
namespace {

constexpr std::size_t kMostPapers = 50;

bool is_same(const SourceId& a, const SourceId& b) { return (!a.doi.empty() && a.doi == b.doi) || (!a.pmid.empty() && a.pmid == b.pmid); }

/// An abstract read and annotated as an article is; nullopt where it cannot be (another language).
std::optional<Document> annotated(const SourceRecord& record, Matcher& matcher) {
  Input input{"abstract", {}, record.abstract, "text", "utf-8", {}, {}};
  input.meta.title = record.title;
  Document out = annotate(std::move(read_input(input).front()), matcher);
  return out.rejected ? std::nullopt : std::optional(std::move(out));
}

/// Where the paper was cited before (a reference gives its DOI and its PMID), the place is added there.
bool is_known(const SourceFact& fact, SourceFacts& all) {
  const auto same = std::find_if(all.begin(), all.end(), [&](const SourceFact& other) {
    return is_same(other.id, fact.id) || (fact.retraction != nullptr && other.retraction == fact.retraction);
  });
  if (same == all.end()) return false;
  same->annotations.push_back(fact.annotations.front());
  return true;
}

}  // namespace

std::expected<KnownPapers, Errors> load_papers(const FactFiles& files) {
  KnownPapers out;
  Errors errors;
  for (const std::string& file : files.retractions)
    if (auto done = out.retractions.add(file, read_whole(file)); !done) errors.insert(errors.end(), done.error().begin(), done.error().end());
  if (!files.abstracts.empty()) {
    out.index = files.index.empty() ? files.abstracts + "/hypeline-abstracts.sqlite" : files.index;
    if (auto done = build_abstract_index(files.abstracts, out.index); !done) errors.insert(errors.end(), done.error().begin(), done.error().end());
  }
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return out;
}

SourceFacts look_up(const Document& document, const KnownPapers& papers, AbstractIndex* index, Matcher& matcher) {
  SourceFacts out;
  if (papers.retractions.empty() && index == nullptr) return out;
  for (std::uint32_t i = 0; i < document.annotations.size() && out.size() < kMostPapers; ++i) {
    if (document.annotations[i].label != "source.cited"_label) continue;
    SourceFact fact{identify(document, document.annotations[i]), {i}, nullptr, {}};
    if (fact.id.empty() || is_known(fact, out)) continue;
    const auto record = index == nullptr ? std::nullopt : index->find(fact.id);
    if (record) fact.id = {record->doi.empty() ? fact.id.doi : record->doi, record->pmid.empty() ? fact.id.pmid : record->pmid};
    fact.retraction = papers.retractions.find(fact.id);
    if ((!record && fact.retraction == nullptr) || is_known(fact, out)) continue;
    if (record) fact.abstract = annotated(*record, matcher);
    out.push_back(std::move(fact));
  }
  return out;
}

}  // namespace hypeline
