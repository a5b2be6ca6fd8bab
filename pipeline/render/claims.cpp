#include "render/claims.h"

#include "render/html/markup.h"
#include "render/links.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace hypeline {
namespace {

std::string repairs(const Source& source) {
  std::string out;
  for (const Repair& r : source.repairs) {
    const std::string codec = r.codec.empty() ? "" : fmt::format(" (read as {})", r.codec);
    out +=
        fmt::format("{}{} × {}{}, {}", out.empty() ? "" : "; ", r.count, r.kind, codec, r.lossy ? "lossy: some characters could not be recovered" : "complete");
  }
  return out.empty() ? "none needed" : out;
}

std::string told_of_retraction(const CitedSource& source) {
  if (!source.retraction) return {};
  const Retraction& r = *source.retraction;
  return fmt::format("{}{}{}{}. ", r.nature == RetractionNature::retraction ? "Retracted" : "Under an expression of concern", r.date.empty() ? "" : " on ",
                     r.date, r.reason.empty() ? "" : ": " + r.reason);
}

std::string told_of_comparison(const CitedSource& source, const Document& document) {
  constexpr std::array<std::string_view, 4> kSays = {"", "less than", "as much as", "more than"};
  constexpr std::size_t kLongest = 240;
  if (source.comparison == Comparison::not_compared) return {};
  const auto which = static_cast<std::size_t>(source.comparison);
  return fmt::format(
      "The article says {} the abstract ({:.0f} % sure): “{}” against “{}”. From 0, no relation, to 3, cause and effect, the first claims {:.1f}, the second "
      "{:.1f}.",
      kSays.at(which), source.chances.at(which - 1) * 100, html::shorten(document.words(source.claim), kLongest), html::shorten(source.source_claim, kLongest),
      source.claim_strength, source.source_strength);
}

}  // namespace

std::string told_of_source(std::uint32_t source, const Document& document, const Assessment& assessment) {
  std::string out;
  for (const CitedSource& cited : assessment.sources)
    if (std::ranges::binary_search(cited.annotations, source)) out += told_of_retraction(cited) + told_of_comparison(cited, document);
  return out;
}

SourceAddress source_address(const Document& document, const Annotation& source) {
  if (source.attribute("truncated") == "yes") return {{}, "Cut short in the scraped page: it cannot be looked up."};
  const std::string_view kind = source.attribute("kind");
  std::string url = source_link(kind, document.words(source));
  if (!url.empty()) return {std::move(url), {}};
  return {{}, has_address(kind) ? "No address: the words have not the form of their kind." : "Named in words: no address."};
}

ClaimsBeside::ClaimsBeside(const Document& document)
    : document_(document), sentences_(document.layer("structure.sentence"_label)), paragraphs_(document.layer("structure.paragraph"_label)) {
  for (std::uint32_t i = 0; i < document.annotations.size(); ++i)
    if (document.annotations[i].label == "claim.effect"_label) claims_.push_back(i);
  std::stable_sort(claims_.begin(), claims_.end(), [&](auto a, auto b) { return document.annotations[a].span.begin < document.annotations[b].span.begin; });
}

Evidence ClaimsBeside::within(const std::vector<Span>& layer, std::uint32_t at) const {
  const std::size_t here = span_at(layer, at);
  Evidence out;
  if (here == std::string::npos) return out;
  const auto span = [&](std::uint32_t i) { return document_.annotations[i].span; };
  auto claim = std::lower_bound(claims_.begin(), claims_.end(), layer[here].begin, [&](std::uint32_t i, std::uint32_t from) { return span(i).begin < from; });
  for (; claim != claims_.end() && span(*claim).begin < layer[here].end; ++claim) out.push_back(*claim);
  return out;
}

Evidence ClaimsBeside::of(const Annotation& source) const {
  Evidence out = within(sentences_, source.span.begin);
  return out.empty() ? within(paragraphs_, source.span.begin) : out;
}

std::vector<std::pair<std::string_view, std::string>> reading_facts(const Document& document) {
  const Source& s = document.source;
  return {{"Article", document.id},
          {"File", s.path},
          {"Bytes of the input", fmt::format("{} to {}", s.bytes.begin, s.bytes.end)},
          {"Character set", s.charset_from.empty() ? s.charset : fmt::format("{}, from: {}", s.charset, s.charset_from)},
          {"Repairs", repairs(s)},
          {"SHA-256 of the input", s.sha256}};
}

}  // namespace hypeline
