#pragma once
#include "match/matcher.h"

#include <span>
#include <string_view>
#include <vector>

namespace hypeline {

/// A stage that looks at a document and returns new annotations. It may read those of the annotators listed before it; it cannot change
/// text or take away another's work.
struct Annotator {
  std::string_view name;
  std::vector<Annotation> (*run)(const Document&, Matcher&);
};

/// The list of annotators, in the order they run: to add one, write its file and add its row in annotators.cpp.
std::span<const Annotator> annotators();

/// The document with all annotators' findings; a rejected document comes back as it is.
Document annotate(Document document, Matcher& matcher);

}  // namespace hypeline
