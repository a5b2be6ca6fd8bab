#pragma once
#include "core/labels.h"
#include "core/text.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hypeline {

/// The role of a stretch of the page. Zones cover the text without overlap (white space between blocks belongs to the block before).
enum class Zone : std::uint8_t { title, deck, heading, body, list, quote, caption, references, byline, related, boilerplate, form };
inline constexpr std::array<std::string_view, 12> kZoneNames = {"title",   "deck",       "heading", "body",    "list",        "quote",
                                                                "caption", "references", "byline",  "related", "boilerplate", "form"};
constexpr std::string_view name(Zone zone) { return kZoneNames[static_cast<std::size_t>(zone)]; }
/// Only what the article itself says is scored: its title, deck and text; not its references, teasers, forms and site chrome.
constexpr bool is_scored(Zone zone) { return zone <= Zone::caption; }

/// Index of a rule in the lexicon that made the annotation; kNoRule for what code made.
using RuleId = std::uint32_t;
inline constexpr RuleId kNoRule = 0xFFFFFFFFu;

/// One tagged stretch of text. Stand-off: never changes the text; may overlap others. Spans are bytes of Document::text.
struct Annotation {
  Span span;
  LabelId label;
  RuleId rule = kNoRule;
  Zone zone = Zone::body;
  bool negated = false;
  bool quoted = false;
  bool hypothetical = false;
  bool damaged = false;                  ///< touches a lossy repair
  std::optional<float> confidence;       ///< 0 to 1: the learned model's probability for what it decided; none where a rule decided
  Span speaker;                          ///< of the quotation; empty: nobody named
  std::vector<std::uint32_t> hedged_by;  ///< indices of hedge.cue annotations in Document::annotations
  std::vector<std::pair<std::string, std::string>> attributes;

  /// The attribute's value, or an empty view.
  std::string_view attribute(std::string_view key) const;
};

/// A repair of broken encoding, counted by kind.
struct Repair {
  std::string kind;   ///< e.g. "mojibake", "invalid-utf8", "control"
  std::string codec;  ///< the wrong codec undone; may be empty
  std::uint32_t count = 0;
  bool lossy = false;
};

/// Where an article came from and how its bytes were read.
struct Source {
  std::string path;    ///< as given, raw bytes
  std::string sha256;  ///< of the whole input, lower-case hex
  Span bytes;          ///< the article's range in the input
  std::string charset;
  std::string charset_from;  ///< bom, utf-8, declared, detected, given
  std::vector<Repair> repairs;
};

struct Meta {
  std::string title, url, site, published, byline, language;
  std::string record;   ///< what a record of a file calls itself
  std::string crawled;  ///< when the page was fetched, as the archive says
};

/// Why an input could not be annotated. Reasons: binary, empty, too-large, unreadable, not-english, bad-record; corrupt (a packing or
/// archive that is damaged or cut short), bomb, nested, encrypted.
struct Rejection {
  std::string reason;
  std::string message;
};

/// One article (or one rejected input), from its source bytes to its annotations.
struct Document {
  std::string id;     ///< `input`, or `input#2` where the input holds several articles
  std::string input;  ///< the file's path below the input folder, or the record's id
  Source source;
  Meta meta;
  Text text;
  std::vector<Annotation> annotations;  ///< structure.* first, in text order a layer; then findings
  std::vector<Span> damage;             ///< source ranges of lossy repairs, in order: they hold for every layer of text above
  std::optional<Rejection> rejected;
  std::string duplicate_of;  ///< id of the earliest article of the run that this one is a near copy of; empty: none

  std::string_view words(Span span) const { return slice(text.view(), span); }
  std::string_view words(const Annotation& annotation) const { return words(annotation.span); }
  /// The spans of one structure layer (e.g. "structure.sentence"_label), in text order.
  std::vector<Span> layer(LabelId label) const;
  /// The zone at a byte of the text; body where none is marked.
  Zone zone_at(std::uint32_t at) const;
};

/// A structure annotation (zone, paragraph, sentence, quotation).
Annotation structure(Span span, LabelId label, Zone zone = Zone::body);

/// Index of the span of `sorted` (in order, not overlapping) that holds byte `at`; npos if none does.
std::size_t span_at(const std::vector<Span>& sorted, std::uint32_t at);

}  // namespace hypeline
