#pragma once
#include "render/article.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The report a person reads. Every function is pure, so pages can be written as the articles come and in any order; only small rows are
/// kept for the index. No script and no inline style: the pages work under `default-src 'none'; style-src 'self'`.
namespace hypeline {

/// What the index needs to know of one article or rejected input. Strings are raw: the index escapes them.
struct IndexRow {
  std::string id;
  std::string page;  ///< path below the run folder; empty for a rejected input
  std::string key;   ///< its name in the application (render/app.h)
  std::string title, site;
  std::string duplicate_of;  ///< id of the article this one is a near copy of; empty: none
  double priority = 0;
  std::uint32_t words = 0;
  std::optional<double> per_1000, low, high;
  std::string band;
  std::uint32_t found = 0, applicable = 0;              ///< of the ten criteria
  std::string mismatch;                                 ///< kind of the heaviest; empty: none
  Severity severity = Severity::low;                    ///< its severity
  std::uint32_t mismatches = 0, hype = 0, sources = 0;  ///< hype: findings in the article's own voice; sources: places that cite one
  std::uint32_t repairs = 0, lossy = 0;                 ///< repaired places, and those of them that lost something
  std::uint32_t to_judge = 0;                           ///< findings and mismatches by fingerprint: what a reviewer can have an opinion on
  std::uint32_t families = 0;                           ///< a bit for each family it has findings of, by render/families.h
  std::vector<std::uint32_t> rules;                     ///< that fired, rising
  std::optional<Change> change;                         ///< since the run before; none where there was none
  ChangeCounts changes;
  std::optional<Rejection> rejected;
};

/// Facts of the run in the order they are shown, e.g. {"Started", "2026-11-22 03:00 UTC"}. Version and lexicon come from the context.
struct RunInfo {
  std::vector<std::pair<std::string, std::string>> facts;
  std::optional<SinceLastRun> since;  ///< none where there was no run before
};

/// Path of an article's page below the run folder: `articles/<slug>.html`.
std::string article_path(std::string_view id);

/// The article's page. The text of its element `#text` without the elements of class `ref` is the canonical text, code point for code
/// point (NUL, which HTML cannot hold, as U+FFFD). REQUIRES the document is not rejected and the assessment is there.
std::string article_page(const Article& article, const Context& context);

IndexRow summarise(const Article& article, const Context& context);

/// `list.html`: the index without script: the articles by priority (equal ones by id), the rejected inputs, and what the run was.
std::string index_page(std::vector<IndexRow> rows, const RunInfo& run, const Context& context);

/// `app.css`: the stylesheet compiled into the program and one colour a family.
std::string stylesheet(const Context& context);

}  // namespace hypeline
