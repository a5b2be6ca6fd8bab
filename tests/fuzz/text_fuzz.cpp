// Builds layers of text as the input says and checks the map: in bounds, monotone, kept bytes identical, parts agree with the whole.
#include "core/text.h"

#include <cstdlib>

using namespace hypeline;

namespace {

void check(bool right) {
  if (!right) std::abort();
}

/// Reads choices off the input.
class Choices {
 public:
  Choices(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
  std::uint32_t below(std::uint32_t n) { return n == 0 ? 0 : next() % n; }
  bool done() const { return at_ == size_; }

 private:
  std::uint32_t next() { return at_ == size_ ? 0 : data_[at_++]; }
  const std::uint8_t* data_;
  std::size_t size_, at_ = 0;
};

Text layer(const Text& below, Choices& choices) {
  TextBuilder builder(below);
  const auto size = static_cast<std::uint32_t>(below.view().size());
  for (std::uint32_t at = 0; at < size && !choices.done();) {
    const std::uint32_t begin = at + choices.below(3);
    const std::uint32_t end = std::min(size, begin + choices.below(9));
    if (begin > size || begin > end) break;
    switch (choices.below(4)) {
      case 0:
        builder.replace({begin, end}, "xy");
        break;
      case 1:
        builder.replace({begin, end}, "");
        break;
      case 2:
        builder.insert("new");
        [[fallthrough]];
      default:
        builder.keep({begin, end});
    }
    at = end;
  }
  return std::move(builder).finish();
}

void check_map(const Text& text) {
  const auto size = static_cast<std::uint32_t>(text.view().size());
  std::uint32_t last = 0;
  for (std::uint32_t i = 0; i < size; ++i) {
    const auto source = text.to_source({i, i + 1});
    if (!source) continue;
    check(source->begin <= source->end && source->end <= text.source().size() && source->begin >= last);
    last = source->begin;
  }
  for (std::size_t r = 0; r < text.runs().size(); ++r) {
    const Run& run = text.runs()[r];
    const Span span{run.text_begin, r + 1 < text.runs().size() ? text.runs()[r + 1].text_begin : size};
    check(!span.empty());
    if (run.kind == Run::Kind::kept) check(text.identical(span));
    if (run.kind == Run::Kind::inserted) check(!text.to_source(span));
  }
  if (!text.runs().empty()) check(text.runs().front().text_begin == 0);
}

void check_nesting(const Text& text, Span outer, Span inner) {
  const auto a = text.to_source(outer);
  const auto b = text.to_source(inner);
  if (a && b) check(a->contains(*b));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Choices choices(data, size);
  Text text = Text::raw(std::string(reinterpret_cast<const char*>(data), size));
  for (int i = 0; i < 4; ++i) {
    check_map(text);
    text = layer(text, choices);
  }
  check_map(text);
  const auto length = static_cast<std::uint32_t>(text.view().size());
  const std::uint32_t begin = choices.below(length);
  const Span outer{begin, begin + choices.below(length - begin + 1)};
  const Text part = text.part(outer);
  check(part.view() == slice(text.view(), outer));
  check_map(part);
  const std::uint32_t inside = choices.below(outer.size());
  const Span inner{inside, inside + choices.below(outer.size() - inside + 1)};
  check_nesting(text, outer, inner.shifted(outer.begin));
  check(part.to_source(inner) == text.to_source(inner.shifted(outer.begin)) || inner.empty());
  return 0;
}
