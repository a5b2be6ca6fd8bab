#include "ingest/sentence_words.h"

#include "ingest/html/name_table.h"

#include <algorithm>
#include <array>

namespace hypeline {
namespace {

using std::string_view_literals::operator""sv;

// Sorted, as they stand before the stop; case counts only in the lists that say so.
constexpr std::array kNever = {"adj"sv, "approx"sv, "attn"sv, "c.f"sv, "ca"sv, "cf"sv, "e.g"sv, "eg"sv,
                               "esp"sv, "i.e"sv,    "i.p"sv,  "i.v"sv, "ie"sv, "ph"sv, "viz"sv, "vs"sv};
constexpr std::array kTitles = {"adm"sv,   "asst"sv, "brig"sv,  "capt"sv, "cmdr"sv, "col"sv,    "comdr"sv, "cpl"sv, "dr"sv, "drs"sv, "gen"sv,  "gov"sv,
                                "hon"sv,   "insp"sv, "lieut"sv, "lt"sv,   "maj"sv,  "messrs"sv, "mr"sv,    "mrs"sv, "ms"sv, "mt"sv,  "pres"sv, "prof"sv,
                                "profs"sv, "rep"sv,  "reps"sv,  "rev"sv,  "sen"sv,  "sens"sv,   "sgt"sv,   "sr"sv,  "st"sv, "supt"sv};
constexpr std::array kBeforeNumber = {"app"sv,  "art"sv,  "ch"sv,  "chap"sv,  "eq"sv,      "eqn"sv,     "eqns"sv, "eqs"sv, "ex"sv,  "exp"sv, "fig"sv,
                                      "figs"sv, "no"sv,   "nos"sv, "nr"sv,    "n\u00b0"sv, "n\u00ba"sv, "p"sv,    "pp"sv,  "pt"sv,  "ref"sv, "refs"sv,
                                      "sec"sv,  "sect"sv, "ser"sv, "suppl"sv, "tab"sv,     "tabs"sv,    "v"sv,    "ver"sv, "vol"sv, "vols"sv};
constexpr std::array kMaybe = {"a.k.a"sv, "a.m"sv,  "al"sv,  "apr"sv,  "aug"sv,   "ave"sv,   "b.i.d"sv, "bl"sv,  "blvd"sv, "bros"sv,  "co"sv,
                               "corp"sv,  "cv"sv,   "dec"sv, "dept"sv, "dist"sv,  "est"sv,   "etc"sv,   "feb"sv, "fla"sv,  "inc"sv,   "jan"sv,
                               "jr"sv,    "llc"sv,  "ltd"sv, "nat"sv,  "nov"sv,   "oct"sv,   "p.m"sv,   "plc"sv, "q.d"sv,  "q.i.d"sv, "resp"sv,
                               "sep"sv,   "sept"sv, "sp"sv,  "spp"sv,  "subsp"sv, "t.i.d"sv, "univ"sv,  "var"sv};
constexpr std::array kStarters = {"A"sv,
                                  "About"sv,
                                  "According"sv,
                                  "Across"sv,
                                  "Additional"sv,
                                  "Additionally"sv,
                                  "After"sv,
                                  "Again"sv,
                                  "All"sv,
                                  "Although"sv,
                                  "Among"sv,
                                  "An"sv,
                                  "And"sv,
                                  "Another"sv,
                                  "Are"sv,
                                  "As"sv,
                                  "At"sv,
                                  "Because"sv,
                                  "Before"sv,
                                  "Between"sv,
                                  "Both"sv,
                                  "But"sv,
                                  "By"sv,
                                  "Can"sv,
                                  "Cells"sv,
                                  "Clearly"sv,
                                  "Consequently"sv,
                                  "Conversely"sv,
                                  "Critics"sv,
                                  "Currently"sv,
                                  "Despite"sv,
                                  "Did"sv,
                                  "Do"sv,
                                  "Does"sv,
                                  "Due"sv,
                                  "During"sv,
                                  "Each"sv,
                                  "Earlier"sv,
                                  "Early"sv,
                                  "Embryos"sv,
                                  "Europe"sv,
                                  "Even"sv,
                                  "Every"sv,
                                  "Few"sv,
                                  "Finally"sv,
                                  "First"sv,
                                  "Following"sv,
                                  "For"sv,
                                  "From"sv,
                                  "Funding"sv,
                                  "Further"sv,
                                  "Furthermore"sv,
                                  "Given"sv,
                                  "Had"sv,
                                  "Has"sv,
                                  "Have"sv,
                                  "He"sv,
                                  "Hence"sv,
                                  "Her"sv,
                                  "Here"sv,
                                  "His"sv,
                                  "How"sv,
                                  "However"sv,
                                  "I"sv,
                                  "If"sv,
                                  "Importantly"sv,
                                  "In"sv,
                                  "Indeed"sv,
                                  "Instead"sv,
                                  "Interestingly"sv,
                                  "Is"sv,
                                  "It"sv,
                                  "Its"sv,
                                  "Later"sv,
                                  "Many"sv,
                                  "Meanwhile"sv,
                                  "Mice"sv,
                                  "More"sv,
                                  "Moreover"sv,
                                  "Most"sv,
                                  "Mr"sv,
                                  "Much"sv,
                                  "My"sv,
                                  "Neither"sv,
                                  "Never"sv,
                                  "Nevertheless"sv,
                                  "Next"sv,
                                  "No"sv,
                                  "Nonetheless"sv,
                                  "Nor"sv,
                                  "Not"sv,
                                  "Notably"sv,
                                  "Now"sv,
                                  "Of"sv,
                                  "Often"sv,
                                  "On"sv,
                                  "Once"sv,
                                  "One"sv,
                                  "Only"sv,
                                  "Or"sv,
                                  "Other"sv,
                                  "Others"sv,
                                  "Our"sv,
                                  "Over"sv,
                                  "Overall"sv,
                                  "Patients"sv,
                                  "Perhaps"sv,
                                  "Please"sv,
                                  "Rather"sv,
                                  "Recently"sv,
                                  "Researchers"sv,
                                  "Results"sv,
                                  "Several"sv,
                                  "She"sv,
                                  "Similarly"sv,
                                  "Since"sv,
                                  "So"sv,
                                  "Some"sv,
                                  "Soon"sv,
                                  "Specifically"sv,
                                  "Still"sv,
                                  "Subsequently"sv,
                                  "Such"sv,
                                  "Support"sv,
                                  "That"sv,
                                  "The"sv,
                                  "Their"sv,
                                  "Then"sv,
                                  "There"sv,
                                  "Thereafter"sv,
                                  "Therefore"sv,
                                  "These"sv,
                                  "They"sv,
                                  "This"sv,
                                  "Those"sv,
                                  "Though"sv,
                                  "Three"sv,
                                  "Through"sv,
                                  "Throughout"sv,
                                  "Thus"sv,
                                  "To"sv,
                                  "Today"sv,
                                  "Together"sv,
                                  "Two"sv,
                                  "Under"sv,
                                  "Unlike"sv,
                                  "Until"sv,
                                  "Upon"sv,
                                  "Using"sv,
                                  "Usually"sv,
                                  "Was"sv,
                                  "We"sv,
                                  "Were"sv,
                                  "What"sv,
                                  "When"sv,
                                  "Whenever"sv,
                                  "Where"sv,
                                  "Whereas"sv,
                                  "Whether"sv,
                                  "Which"sv,
                                  "While"sv,
                                  "Who"sv,
                                  "Why"sv,
                                  "Will"sv,
                                  "With"sv,
                                  "Within"sv,
                                  "Without"sv,
                                  "Would"sv,
                                  "Yes"sv,
                                  "Yet"sv,
                                  "You"sv,
                                  "Your"sv};

static_assert(std::ranges::is_sorted(kStarters));

struct StopRow {
  std::string_view word;
  StopWord kind;
  bool title = false;
};

constexpr auto kStopRows = [] {
  std::array<StopRow, kNever.size() + kTitles.size() + kBeforeNumber.size() + kMaybe.size()> out{};
  auto* row = out.data();
  for (const std::string_view word : kNever) *row++ = {word, StopWord::never};
  for (const std::string_view word : kTitles) *row++ = {word, StopWord::never, true};
  for (const std::string_view word : kBeforeNumber) *row++ = {word, StopWord::before_number};
  for (const std::string_view word : kMaybe) *row++ = {word, StopWord::maybe};
  return out;
}();
constexpr html::NameTable<kStopRows.size()> kStopTable(kStopRows, &StopRow::word);

std::uint64_t hash_of_lower(std::string_view word) {
  std::uint64_t hash = html::kNameHash;
  for (const char c : word) hash = html::name_hash_with(hash, c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  return hash;
}

}  // namespace

StopWord stop_word(std::string_view word) {
  if (word.empty() || word.size() > kLongestStopWord) return StopWord::none;
  const bool capital = word[0] >= 'A' && word[0] <= 'Z';
  if (capital && word.size() == 1) return StopWord::none;
  const std::size_t found = kStopTable.find(hash_of_lower(word));
  if (found == kStopRows.size()) return StopWord::none;
  const StopRow& row = kStopRows[found];
  return row.title && (!capital || word == "MS") ? StopWord::none : row.kind;
}

bool starts_sentences(std::string_view word) { return std::ranges::binary_search(kStarters, word); }

}  // namespace hypeline
