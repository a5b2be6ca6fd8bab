#pragma once
#include "core/document.h"

#include <algorithm>
#include <string>

namespace hypeline {

/// What is wrong with the structure of a document; empty where nothing is. Holds for any input.
inline std::string structure_fault(const Document& document) {
  const auto size = static_cast<std::uint32_t>(document.text.view().size());
  std::uint32_t at = 0;
  for (const Span zone : document.layer("structure.zone"_label)) {
    if (zone.begin != at || zone.empty()) return "zones leave a gap or overlap at " + std::to_string(at);
    at = zone.end;
  }
  if (at != size && !document.rejected) return "zones end at " + std::to_string(at) + " of " + std::to_string(size);
  for (const LabelId label : {"structure.paragraph"_label, "structure.sentence"_label}) {
    at = 0;
    for (const Span span : document.layer(label)) {
      if (span.begin < at || span.empty() || span.end > size) return "spans out of order at " + std::to_string(at);
      at = span.end;
    }
  }
  const auto paragraphs = document.layer("structure.paragraph"_label);
  for (const Span sentence : document.layer("structure.sentence"_label)) {
    const std::size_t p = span_at(paragraphs, sentence.begin);
    if (p == std::string_view::npos || !paragraphs[p].contains(sentence)) return "a sentence crosses paragraphs at " + std::to_string(sentence.begin);
  }
  for (const Span quotation : document.layer("structure.quotation"_label))
    if (quotation.empty() || quotation.end > size) return "a quotation out of bounds";
  return {};
}

/// What is wrong with the map of a text to its source; empty where nothing is.
inline std::string map_fault(const Text& text) {
  std::uint32_t at = 0, source = 0;
  for (std::size_t i = 0; i < text.runs().size(); ++i) {
    const Run& run = text.runs()[i];
    const auto end = i + 1 < text.runs().size() ? text.runs()[i + 1].text_begin : static_cast<std::uint32_t>(text.view().size());
    if (run.text_begin != at || end <= at) return "runs leave a gap at " + std::to_string(at);
    if (run.source.end > text.source().size()) return "a run beyond the source";
    if (run.kind != Run::Kind::inserted && run.source.begin < source) return "source goes back at " + std::to_string(at);
    if (run.kind != Run::Kind::inserted) source = run.source.begin;
    if (run.kind == Run::Kind::kept && slice(text.source(), run.source) != slice(text.view(), {at, end})) return "a kept run differs at " + std::to_string(at);
    at = end;
  }
  return at == text.view().size() ? "" : "runs end early";
}

}  // namespace hypeline
