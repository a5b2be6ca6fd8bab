#pragma once
#include <cstdint>
#include <string_view>

namespace hypeline {

/// What the words of a block say it is, when they are words that pages use for little else; bits.
enum Cue : std::uint32_t {
  kCueShare = 1u << 0,       ///< "Share this article"
  kCueForm = 1u << 1,        ///< newsletters, sign-up, their answers
  kCueRelated = 1u << 2,     ///< heads a list of other articles
  kCueTeaser = 1u << 3,      ///< "Read more: …"
  kCueByline = 1u << 4,      ///< "By Jane Roe"
  kCueDate = 1u << 5,        ///< a date and little else
  kCueReadTime = 1u << 6,    ///< "2 min read"
  kCueSource = 1u << 7,      ///< "Source: …", a reference
  kCueReferences = 1u << 8,  ///< heads the references
  kCueLegal = 1u << 9,       ///< copyright, cookies, privacy
  kCueComment = 1u << 10,
  kCueAd = 1u << 11,
  kCueCaption = 1u << 12,  ///< "Photo by …"
  kCueNav = 1u << 13,      ///< menus, "Skip to content"
  kCueToc = 1u << 14,      ///< heads a table of contents
  kCueTags = 1u << 15,     ///< "Filed under: …"
  kCueList = 1u << 16,     ///< starts with a bullet or a number
  kCueRule = 1u << 17,     ///< nothing but dashes, stars or the like
  kCueLink = 1u << 18,     ///< nothing but an address
  kCueBio = 1u << 19,      ///< "… is a staff writer"
};
inline constexpr int kCueCount = 20;
inline constexpr std::uint32_t kCuesOfChrome = kCueShare | kCueForm | kCueReadTime | kCueLegal | kCueComment | kCueAd | kCueNav | kCueTags;

/// The cues of a block of text. Looks at its first few hundred bytes.
std::uint32_t cues_of(std::string_view block);

}  // namespace hypeline
