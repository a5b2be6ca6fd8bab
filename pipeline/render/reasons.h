#pragma once
#include "core/document.h"
#include "core/labels.h"

#include <span>
#include <string>
#include <string_view>

namespace hypeline {

/// Why a finding is pointed out: the sentence of a note, for a label whose attribute `key` has `value` (both empty: for all others of the label).
struct NoteReason {
  std::string_view label, key, value, sentence;
};

/// The list, in the order of search: within a label the special before the general. Rejected: the label's meaning as the note of each finding, which reads like
/// a legend said over and over.
std::span<const NoteReason> note_reasons();

/// The sentence for a finding, and the attribute it speaks of (empty: none). A label that the list does not know says its meaning.
struct Reasoned {
  std::string sentence;
  std::string_view key;
};
Reasoned reason_of(const Annotation& finding, const Label& label);

}  // namespace hypeline
