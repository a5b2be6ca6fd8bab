#pragma once
#include "render/html/index_parts.h"

#include <string>
#include <string_view>
#include <vector>

/// The report as an application: one document, `index.html`, whose script (web/app) loads what it shows from sibling scripts, since pages opened from disk
/// can neither fetch nor import. Every function is pure. Rejected: one script with the whole night in it (others met 100 MB).
namespace hypeline {

/// Names an article in the application: ten hex digits of its id's hash. `a/<key>.js` holds its data.
std::string article_key(std::string_view id);

/// The text, findings, outputs and sources of one article as JSON; offsets are code points. REQUIRES the assessment is there.
std::string app_article(const Article& article, const Context& context);

/// `a/<key>.js`: the same, deflated behind app_usual() and in base64. Rejected: plain JSON in the script, which takes nearly twice the room and is read by
/// nobody but the application; for programs there is annotations.jsonl.
std::string app_article_file(const std::string& json);

/// What the deflated data points back into: ASCII, below 32 KiB. data.js carries it.
std::string_view app_usual();

/// `data.js`: what the index tells of each article, in columns (app/columns.h), and the tables that columns and articles point into. `articles` are in the
/// order of the index.
std::string app_data(const std::vector<IndexRow>& articles, const Context& context);

/// `rules.js`: the rules in the lexicon's order, each with the articles where it fires (numbers of rows, packed); one that fires nowhere is empty.
std::string app_rules(const std::vector<IndexRow>& articles, const Context& context);

/// `index.html`: what the program draws itself (tally, histograms, rejected inputs), and the places that the script fills.
std::string app_page(const html::Rows& rows, const RunInfo& run, const Context& context);

/// `app.js`, compiled into the program.
std::string_view app_script();

/// Rising numbers as differences less one, five bits a letter of `A-Za-z0-9-_`, the lowest first; the sixth bit says that more follow.
std::string pack(const std::vector<std::uint32_t>& rising);

}  // namespace hypeline
