#pragma once
#include "core/span.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hypeline {

/// One run of the map from a text back to its source: the text bytes from `text_begin` to the next run's came from `source`.
/// kept: byte for byte the source's. replaced: put in place of `source`. inserted: no source at all (`source` is empty and marks the place).
struct Run {
  enum class Kind : std::uint8_t { kept, replaced, inserted };
  std::uint32_t text_begin = 0;
  Span source;
  Kind kind = Kind::kept;
};

/// Normalised UTF-8 plus the map from its bytes to the source bytes they came from. Immutable; copies share the source.
/// Only TextBuilder makes one, so text and map cannot disagree. The map is a list of runs, not eight bytes per byte.
/// Rejected: editing text in place and searching for matches again afterwards (two equal words cannot be told apart).
class Text {
 public:
  Text() = default;
  /// The raw bytes as they came, mapped to themselves. They need not be UTF-8: the decoding layer comes first.
  static Text raw(std::string bytes);

  std::string_view view() const { return text_ ? std::string_view(*text_) : std::string_view(); }
  std::string_view source() const { return source_ ? std::string_view(*source_) : std::string_view(); }

  /// The smallest source range that holds all bytes `in_text` came from; widened to whole replaced runs. nullopt where the span touches
  /// inserted text. An empty span maps to an empty place. Monotone: a span inside another maps inside the other's range.
  /// REQUIRES in_text within view().
  std::optional<Span> to_source(Span in_text) const;

  /// True if the bytes stand in the source as they are here, and next to each other.
  bool identical(Span in_text) const;

  /// The part of this text, with its map; the source stays whole, so source offsets do not change.
  Text part(Span in_text) const;

  const std::vector<Run>& runs() const { return runs_; }

 private:
  friend class TextBuilder;
  std::size_t run_at(std::uint32_t text_offset) const;
  std::optional<Span> to_source(Span in_text, std::size_t first, std::size_t last) const;
  std::shared_ptr<const std::string> source_;
  std::shared_ptr<const std::string> text_;
  std::vector<Run> runs_;
};

/// Writes a new text over the one below, left to right. Layers stack: the result maps to the source of `below`.
/// Pieces must come in order: each `from` begins at or after the end of the one before (asserted). What is skipped is dropped.
class TextBuilder {
 public:
  explicit TextBuilder(Text below) : below_(std::move(below)) {}

  /// Takes the bytes of the text below as they are.
  void keep(Span from);
  /// Puts `with` in place of `from` (offsets of the text below; may be empty, `with` then belongs to that place but to no source byte).
  void replace(Span from, std::string_view with);
  /// Puts in words that stand nowhere in the source.
  void insert(std::string_view words);

  /// Bytes written so far.
  std::uint32_t size() const { return static_cast<std::uint32_t>(out_.size()); }
  std::string_view written() const { return out_; }
  const Text& below() const { return below_; }
  Text finish() &&;

 private:
  void add(std::uint32_t at, Span source, Run::Kind kind, std::size_t bytes);
  void seek(std::uint32_t text_offset);
  std::optional<Span> source_of(Span from);
  Text below_;
  std::string out_;
  std::vector<Run> runs_;
  std::uint32_t at_ = 0;  // end of the last piece, in the text below
  std::size_t run_ = 0;   // the run below in which the last piece begins
};

}  // namespace hypeline
