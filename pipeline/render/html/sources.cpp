#include "render/claims.h"
#include "render/html/reading.h"

namespace hypeline::html {
namespace {

Html address(const Annotation& a, const Document& document) {
  const SourceAddress to = source_address(document, a);
  return to.url.empty() ? markup("{}", to.why_none) : markup(R"(<a href="{}" rel="noopener noreferrer">{}</a>)", to.url, shorten(to.url, 100));
}

/// What the user's files say of the paper.
Html known(std::uint32_t index, const Reading& r) {
  const std::string told = told_of_source(index, r.document, r.assessment);
  return told.empty() ? Html() : markup("<p>{}</p>", words(told));
}

Html source(std::uint32_t index, const ClaimsBeside& claims, const Reading& r) {
  const Annotation& a = r.document.annotations[index];
  const std::string_view kind = a.attribute("kind");
  return markup(R"(<tr><td><a href="#n{0}">{0}</a></td><td>{1}</td><td>{2}</td><td>{3}</td><td>{4}{5}</td></tr>)", r.number[index],
                words(shorten(r.document.words(a), 160)), words(kind.empty() ? "source" : kind), address(a, r.document), note_links(claims.of(a), r),
                known(index, r));
}

}  // namespace

Html write_sources(const Reading& r) {
  Html rows;
  const ClaimsBeside claims(r.document);
  for (const std::uint32_t index : r.order)
    if (r.document.annotations[index].label == "source.cited"_label) rows += source(index, claims, r);
  const Html body = rows.empty() ? markup("<p>We did not find a source that can be identified.</p>")
                                 : markup(R"(<table class="sources"><thead><tr><th scope="col">Note</th><th scope="col">As cited</th><th scope="col">Kind</th>)"
                                          R"(<th scope="col">Where it leads</th><th scope="col">Claims beside it</th></tr></thead><tbody>{}</tbody></table>)",
                                          rows);
  return markup(R"(<section><h2 id="sources">Sources the article cites</h2>{}</section>)", body);
}

Html write_provenance(const Reading& r) {
  Html facts;
  for (const auto& [what, value] : reading_facts(r.document)) facts += markup("{}: {}<br>", what, words(value));
  return markup(R"(<section><h2 id="source">How it was read</h2><p>{}Made with: hypeline {}, lexicon {}</p></section>)", facts, r.context.version,
                r.context.lexicon_digest.substr(0, 12));
}

}  // namespace hypeline::html
