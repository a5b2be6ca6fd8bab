#pragma once
#include "assess/assessment.h"
#include "assess/facts/source_facts.h"
#include "assess/verdicts.h"
#include "render/changes.h"

#include <optional>
#include <string>
#include <vector>

namespace hypeline {

/// What a writer needs to know of a rule: its name, pattern, source and label.
struct RuleInfo {
  std::string id;
  std::string pattern;
  std::string source;
  LabelId label;
};

/// The tables every writer reads beside the articles.
struct Context {
  const Labels* labels = nullptr;
  std::vector<RuleInfo> rules;  ///< by RuleId
  std::string version;
  std::string lexicon_digest;
  const VerdictBook* verdicts = nullptr;  ///< of reviewers; none given: nullptr
};

/// A mismatch on the reviewers' ignore list: not assessed, and still told.
struct LeftOut {
  Mismatch mismatch;
  std::string why;  ///< reason, who, until when
};

/// One input's outcome, ready to be written. `assessment` is empty where the document is rejected.
struct Article {
  Document document;
  std::optional<Assessment> assessment;
  std::optional<Changes> changes;  ///< since the run before; none where there was no such run
  SourceFacts facts = {};          ///< of the papers it cites, from the user's files
  std::vector<LeftOut> left_out = {};
};

}  // namespace hypeline
