#pragma once
#include "render/article.h"

#include <string>
#include <string_view>
#include <vector>

namespace hypeline::sample {

/// The project's labels and a few rules.
Context context();

/// Builds an article block by block, and marks words in it by searching for them.
class Draft {
 public:
  explicit Draft(std::string id) { article_.document.id = article_.document.input = std::move(id); }

  /// Adds a paragraph (with its sentences) and the empty line below it.
  Draft& block(Zone zone, std::string_view text);
  /// Bytes of the `nth` (from 1) occurrence of `words`. REQUIRES there is one.
  Span find(std::string_view words, int nth = 1) const;
  /// Adds a finding; the reference holds until the next one is added.
  Annotation& mark(std::string_view label, Span span, RuleId rule = kNoRule);
  Annotation& mark(std::string_view label, std::string_view words, RuleId rule = kNoRule, int nth = 1) { return mark(label, find(words, nth), rule); }
  /// Index of the finding added last.
  std::uint32_t last() const { return static_cast<std::uint32_t>(article_.document.annotations.size()) - 1; }

  Article& article() { return article_; }
  Document& document() { return article_.document; }

 private:
  Article article_;
};

Article news();         ///< a news rewrite with overlaps, negation, quotations, sources, a related teaser
Article advertorial();  ///< a clinic's page: several mismatches
Article unicode();      ///< emoji, ZWJ, combining marks, no-break spaces, right-to-left, bidi and other controls, repaired bytes
Article hostile();      ///< script-injection payloads wherever a string can stand
Article brief();        ///< too short to rate, no findings
Article rejected(std::string id, std::string reason, std::string message);

/// All of the above.
std::vector<Article> all();

}  // namespace hypeline::sample
