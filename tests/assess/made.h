#pragma once
#include "core/document.h"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A document made by hand: blocks with their zones, one sentence and one paragraph a block, and findings named by their words.
class Made {
 public:
  Made& block(hypeline::Zone zone, std::string_view words) {
    const auto begin = static_cast<std::uint32_t>(text_.size());
    text_ += words;
    const hypeline::Span span{begin, static_cast<std::uint32_t>(text_.size())};
    text_ += "\n\n";
    spans_.emplace_back(span, zone);
    return *this;
  }

  Made& filler(int words) {
    std::string out = "word";
    for (int i = 1; i < words; ++i) out += " word";
    return block(hypeline::Zone::body, out);
  }

  /// The first stretch that reads `words` gets the label; the finding comes back to be changed.
  Made& finding(hypeline::LabelId label, std::string_view words, std::vector<std::pair<std::string, std::string>> attributes = {}, hypeline::RuleId rule = 0) {
    const std::size_t at = text_.find(words);
    REQUIRE(at != std::string::npos);
    hypeline::Annotation a = hypeline::structure(hypeline::make_span(at, at + words.size()), label);
    a.rule = rule;
    a.attributes = std::move(attributes);
    for (const auto& [span, zone] : spans_)
      if (span.contains(a.span)) a.zone = zone;
    findings_.push_back(a);
    return *this;
  }

  hypeline::Annotation& last() { return findings_.back(); }

  hypeline::Document document() const {
    using namespace hypeline;
    Document out;
    out.text = Text::raw(text_);
    for (const LabelId layer : {"structure.zone"_label, "structure.paragraph"_label, "structure.sentence"_label})
      for (const auto& [span, zone] : spans_) out.annotations.push_back(structure(span, layer, zone));
    out.annotations.insert(out.annotations.end(), findings_.begin(), findings_.end());
    return out;
  }

 private:
  std::string text_;
  std::vector<std::pair<hypeline::Span, hypeline::Zone>> spans_;
  std::vector<hypeline::Annotation> findings_;
};
