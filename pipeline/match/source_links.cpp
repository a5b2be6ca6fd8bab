#include "match/source_links.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace hypeline {
namespace {

constexpr std::size_t kLongest = 120;  // bytes of a source's words
constexpr std::array<std::string_view, 6> kIdentifiers = {"doi", "pmid", "pmcid", "nct", "isrctn", "arxiv"};

/// The words of a source without a character cut in half.
std::string words_of(const Document& document, const Annotation& source) {
  std::string_view words = document.words(source);
  if (words.size() <= kLongest) return std::string(words);
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
  return std::string(words.substr(0, end));
}

/// Finds the sources of one document.
class SourceLinker {
 public:
  SourceLinker(const Document& document, const std::vector<Annotation>& findings)
      : document_(document),
        findings_(findings),
        sentences_(document.layer("structure.sentence"_label)),
        paragraphs_(document.layer("structure.paragraph"_label)) {
    for (std::size_t i = 0; i < findings.size(); ++i)
      if (findings[i].label == "source.cited"_label) sources_.push_back(i);
    find_reference();
  }

  void link(const Annotation& claim, std::vector<std::pair<std::string, std::string>>& attributes) const {
    for (const auto& [layer, place] : {std::pair{&sentences_, "sentence"}, std::pair{&paragraphs_, "paragraph"}})
      if (const Annotation* near = nearest(claim, *layer)) return add(*near, place, attributes);
    if (reference_ != nullptr) add(*reference_, "references", attributes);
  }

 private:
  void add(const Annotation& source, std::string_view place, std::vector<std::pair<std::string, std::string>>& attributes) const {
    attributes.emplace_back("cites", words_of(document_, source));
    attributes.emplace_back("cites-in", place);
  }

  /// The source nearest to the claim within the span of `layer` that holds it.
  const Annotation* nearest(const Annotation& claim, const std::vector<Span>& layer) const {
    const std::size_t at = span_at(layer, claim.span.begin);
    if (at == std::string_view::npos) return nullptr;
    const auto from = std::partition_point(sources_.begin(), sources_.end(), [&](std::size_t i) { return findings_[i].span.begin < claim.span.begin; });
    const auto inside = [&](std::size_t i) { return layer[at].contains(findings_[i].span); };
    const Annotation* after = from != sources_.end() && inside(*from) ? &findings_[*from] : nullptr;
    const Annotation* before = from != sources_.begin() && inside(*std::prev(from)) ? &findings_[*std::prev(from)] : nullptr;
    if (before == nullptr || after == nullptr) return before != nullptr ? before : after;
    const bool behind = after->span.begin - claim.span.begin <= claim.span.begin - before->span.begin;
    return behind ? after : before;
  }

  /// The only source of the references that can be looked up.
  void find_reference() {
    for (const std::size_t i : sources_) {
      const Annotation& source = findings_[i];
      const bool identified = std::find(kIdentifiers.begin(), kIdentifiers.end(), source.attribute("kind")) != kIdentifiers.end();
      if (source.zone != Zone::references || !identified) continue;
      if (reference_ != nullptr && document_.words(*reference_) != document_.words(source)) {
        reference_ = nullptr;
        return;
      }
      reference_ = &source;
    }
  }

  const Document& document_;
  const std::vector<Annotation>& findings_;
  std::vector<Span> sentences_, paragraphs_;
  std::vector<std::size_t> sources_;  // indices into findings_
  const Annotation* reference_ = nullptr;
};

}  // namespace

void link_sources(const Document& document, std::vector<Annotation>& findings) {
  const SourceLinker linker(document, findings);
  for (Annotation& finding : findings)
    if (finding.label == "claim.effect"_label && finding.zone != Zone::references) linker.link(finding, finding.attributes);
}

}  // namespace hypeline
