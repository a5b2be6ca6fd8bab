#include "core/text.h"

#include <algorithm>

namespace hypeline {
namespace {

std::uint32_t text_end(const std::vector<Run>& runs, std::size_t i, std::size_t size) {
  return i + 1 < runs.size() ? runs[i + 1].text_begin : static_cast<std::uint32_t>(size);
}

Run cut(Run run, Span text) {
  const std::uint32_t begin = std::max(run.text_begin, text.begin);
  if (run.kind == Run::Kind::kept) run.source.begin += begin - run.text_begin;
  run.text_begin = begin - text.begin;
  return run;
}

}  // namespace

Text Text::raw(std::string bytes) {
  Text text;
  const Span all = make_span(0, bytes.size());
  text.source_ = std::make_shared<const std::string>(std::move(bytes));
  text.text_ = text.source_;
  if (!all.empty()) text.runs_.push_back({0, all, Run::Kind::kept});
  return text;
}

std::size_t Text::run_at(std::uint32_t text_offset) const {
  const auto after = std::upper_bound(runs_.begin(), runs_.end(), text_offset, [](std::uint32_t at, const Run& run) { return at < run.text_begin; });
  assert(after != runs_.begin());
  return static_cast<std::size_t>(after - runs_.begin()) - 1;
}

std::optional<Span> Text::to_source(Span in_text) const {
  assert(in_text.end <= view().size());
  if (runs_.empty()) return Span{};
  const std::size_t first = run_at(in_text.begin);
  return to_source(in_text, first, in_text.empty() ? first : run_at(in_text.end - 1));
}

/// REQUIRES the runs in which the span begins and ends.
std::optional<Span> Text::to_source(Span in_text, std::size_t first, std::size_t last) const {
  const Run& a = runs_[first];
  const std::uint32_t begin = a.kind == Run::Kind::kept ? a.source.begin + (in_text.begin - a.text_begin) : a.source.begin;
  if (in_text.empty()) return Span{begin, begin};
  for (std::size_t i = first; i <= last; ++i)
    if (runs_[i].kind == Run::Kind::inserted) return std::nullopt;
  const Run& z = runs_[last];
  return Span{begin, z.kind == Run::Kind::kept ? z.source.begin + (in_text.end - z.text_begin) : z.source.end};
}

bool Text::identical(Span in_text) const {
  const auto from = to_source(in_text);
  return from && from->size() == in_text.size() && slice(source(), *from) == slice(view(), in_text);
}

Text Text::part(Span in_text) const {
  if (in_text == make_span(0, view().size())) return *this;
  Text out;
  out.source_ = source_;
  out.text_ = std::make_shared<const std::string>(slice(view(), in_text));
  if (in_text.empty()) return out;
  for (std::size_t i = run_at(in_text.begin); i < runs_.size() && runs_[i].text_begin < in_text.end; ++i) {
    Run run = cut(runs_[i], in_text);
    const std::uint32_t end = std::min(text_end(runs_, i, text_->size()), in_text.end) - in_text.begin;
    if (run.kind == Run::Kind::kept) run.source.end = run.source.begin + (end - run.text_begin);
    out.runs_.push_back(run);
  }
  return out;
}

/// Adds a run that begins at byte `at` of the text written.
void TextBuilder::add(std::uint32_t at, Span source, Run::Kind kind, std::size_t bytes) {
  if (bytes == 0) return;
  const bool inside_last = source.empty() && !runs_.empty() && source.begin < runs_.back().source.end;
  if (inside_last) source = runs_.back().source;  // a place in the middle of a replaced run: it has no finer map
  const bool joins = kind == Run::Kind::kept && !runs_.empty() && runs_.back().kind == kind && runs_.back().source.end == source.begin;
  if (joins)
    runs_.back().source.end = source.end;
  else
    runs_.push_back({at, source, kind});
}

/// Moves on to the run below that holds the offset. Pieces come in order, so all moves together cost no more than the runs.
void TextBuilder::seek(std::uint32_t text_offset) {
  while (run_ + 1 < below_.runs_.size() && below_.runs_[run_ + 1].text_begin <= text_offset) ++run_;
}

void TextBuilder::keep(Span from) {
  assert(at_ <= from.begin && from.end <= below_.view().size());
  at_ = from.end;
  if (from.empty()) return;
  seek(from.begin);
  const std::size_t below_size = below_.view().size();
  for (std::size_t i = run_; i < below_.runs_.size() && below_.runs_[i].text_begin < from.end; ++i) {
    const Run& run = below_.runs_[i];
    const Span text{std::max(run.text_begin, from.begin), std::min(text_end(below_.runs_, i, below_size), from.end)};
    Span source = run.source;
    if (run.kind == Run::Kind::kept) source = {run.source.begin + (text.begin - run.text_begin), run.source.begin + (text.end - run.text_begin)};
    add(size() + (text.begin - from.begin), source, run.kind, text.size());
  }
  out_ += slice(below_.view(), from);
}

/// Text::to_source, from where the last piece stood.
std::optional<Span> TextBuilder::source_of(Span from) {
  const std::vector<Run>& runs = below_.runs_;
  if (runs.empty()) return Span{};
  seek(from.begin);
  std::size_t last = run_;
  while (last + 1 < runs.size() && runs[last + 1].text_begin < from.end) ++last;
  return below_.to_source(from, run_, last);
}

void TextBuilder::replace(Span from, std::string_view with) {
  assert(at_ <= from.begin && from.end <= below_.view().size());
  at_ = from.end;
  const auto source = source_of(from);
  if (!source) return insert(with);
  add(size(), *source, Run::Kind::replaced, with.size());
  out_ += with;
}

void TextBuilder::insert(std::string_view words) {
  const bool kept = !runs_.empty() && runs_.back().kind == Run::Kind::kept;
  const std::uint32_t at = runs_.empty() ? 0 : kept ? runs_.back().source.end : runs_.back().source.begin;
  add(size(), {at, at}, Run::Kind::inserted, words.size());
  out_ += words;
}

Text TextBuilder::finish() && {
  Text text;
  text.source_ = below_.source_;
  text.text_ = std::make_shared<const std::string>(std::move(out_));
  text.runs_ = std::move(runs_);
  return text;
}

}  // namespace hypeline
