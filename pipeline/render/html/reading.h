#pragma once
#include "render/families.h"
#include "render/html/marks.h"
#include "render/html/markup.h"

#include <cstdint>
#include <vector>

namespace hypeline::html {

/// A block of the page's text: a paragraph with the white space behind it. Blocks cover the text.
struct Block {
  Span span;
  Span words;  ///< without the white space at its ends
  Zone zone = Zone::body;
};

/// What the parts of an article's page share.
struct Reading {
  const Document& document;
  const Assessment& assessment;
  const Context& context;
  std::vector<std::uint32_t> order;   ///< the findings in text order: order[i] is note i + 1
  std::vector<std::uint32_t> number;  ///< by annotation: its note's number; 0: none
  std::vector<Block> blocks;
  std::vector<std::size_t> block_of;  ///< by note, from 0: the block its words begin in

  std::vector<Family> families;

  const Label& label(std::uint32_t annotation) const;
};

/// REQUIRES `article` has an assessment; it and `context` outlive the result.
Reading read(const Article& article, const Context& context);

/// A class name for the colour of a label's family: "f0".
std::string family_class(const Label& label, const Reading& reading);

/// "notes 1, 4 and 7" as links; empty where there are none.
Html note_links(const Evidence& evidence, const Reading& reading);

/// What is said over a zone that is not scored; empty for the others.
std::string_view zone_note(Zone zone);

// The parts of the page.
Html write_text(const Reading& reading);        ///< the element #text: the canonical text with marks and references
Html write_notes(const Reading& reading);       ///< a cell of notes for each block, in the blocks' order
Html write_mismatches(const Reading& reading);  ///< sections, with their headings
Html write_load(const Reading& reading);
Html write_checklist(const Reading& reading);
Html write_sources(const Reading& reading);
Html write_provenance(const Reading& reading);

}  // namespace hypeline::html
