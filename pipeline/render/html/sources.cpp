#include "render/findings.h"
#include "render/html/reading.h"
#include "render/links.h"

namespace hypeline::html {
namespace {

Html address(const Annotation& a, std::string_view cited) {
  if (a.attribute("truncated") == "yes") return markup("Cut short in the scraped page: it cannot be looked up.");
  const std::string_view kind = a.attribute("kind");
  const std::string url = source_link(kind, cited);
  if (url.empty() && has_address(kind)) return markup("No address: the words have not the form of their kind.");
  if (url.empty()) return markup("Named in words: no address.");
  return markup(R"(<a href="{}" rel="noopener noreferrer">{}</a>)", url, shorten(url, 100));
}

Html source(std::uint32_t index, const Reading& r) {
  const Annotation& a = r.document.annotations[index];
  const std::string_view kind = a.attribute("kind");
  return markup(R"(<tr><td class="number"><a href="#n{0}">{0}</a></td><td>{1}</td><td>{2}</td><td>{3}</td></tr>)", r.number[index],
                words(shorten(r.document.words(a), 160)), words(kind.empty() ? "source" : kind), address(a, r.document.words(a)));
}

Html fact(std::string_view what, const Html& value) { return markup("<div><dt>{}</dt><dd>{}</dd></div>", what, value); }

Html repairs(const Source& source) {
  Html out;
  for (const Repair& r : source.repairs) {
    const Html codec = r.codec.empty() ? Html() : markup(" (read as {})", words(r.codec));
    out += markup("<li>{} × {}{}: {}</li>", r.count, words(r.kind), codec, r.lossy ? "lossy, some characters could not be recovered" : "complete");
  }
  return out.empty() ? markup("none needed") : markup("<ul>{}</ul>", out);
}

}  // namespace

Html write_sources(const Reading& r) {
  Html rows;
  for (const std::uint32_t index : r.order)
    if (r.document.annotations[index].label == "source.cited"_label) rows += source(index, r);
  const Html body =
      rows.empty()
          ? markup("<p>We did not find a source that can be identified.</p>")
          : markup(R"(<table class="sources"><thead><tr><th scope="col" class="number">Note</th><th scope="col">As cited</th><th scope="col">Kind</th>)"
                   R"(<th scope="col">Where it leads</th></tr></thead><tbody>{}</tbody></table>)",
                   rows);
  return markup(R"(<section aria-labelledby="sources"><h2 id="sources">Sources the article cites</h2>{}</section>)", body);
}

Html write_provenance(const Reading& r) {
  const Source& s = r.document.source;
  Html facts = fact("Article", words(r.document.id)) + fact("File", words(s.path));
  facts += fact("Bytes of the input", markup("{} to {}", s.bytes.begin, s.bytes.end));
  facts += fact("Character set", s.charset_from.empty() ? words(s.charset) : markup("{}, from: {}", words(s.charset), words(s.charset_from)));
  facts += fact("Repairs", repairs(s));
  facts += fact("SHA-256 of the input", markup("<code>{}</code>", s.sha256));
  facts += fact("Made with", markup("hypeline {}, lexicon <code>{}</code>", r.context.version, r.context.lexicon_digest.substr(0, 12)));
  return markup(R"(<section aria-labelledby="source"><h2 id="source">How it was read</h2><dl class="facts">{}</dl></section>)", facts);
}

}  // namespace hypeline::html
