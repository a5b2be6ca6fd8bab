#include "match/annotators.h"

#include "match/findings.h"

#include <iterator>

namespace hypeline {
namespace {

constexpr Annotator kAnnotators[] = {
    {"findings", find_findings},
};

}  // namespace

std::span<const Annotator> annotators() { return kAnnotators; }

Document annotate(Document document, Matcher& matcher) {
  if (document.rejected) return document;
  for (const Annotator& annotator : annotators()) {
    std::vector<Annotation> found = annotator.run(document, matcher);
    document.annotations.insert(document.annotations.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  }
  return document;
}

}  // namespace hypeline
