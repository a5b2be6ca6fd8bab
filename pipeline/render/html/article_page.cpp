#include "render/escape.h"
#include "render/findings.h"
#include "render/html.h"
#include "render/html/reading.h"

namespace hypeline {
namespace html {
namespace {

/// Site, date, address: what there is of it, with a dot between.
Html facts(const Reading& r) {
  const Meta& meta = r.document.meta;
  Html out;
  const auto add = [&](const Html& fact) { out += markup("{}<span>{}</span>", out.empty() ? "" : " ", fact); };
  if (!meta.site.empty()) add(words(meta.site));
  if (!meta.published.empty()) add(words(meta.published));
  if (!meta.byline.empty()) add(words(shorten(meta.byline, 80)));
  add(markup("{} scored words", r.assessment.words));
  if (const std::string& first = r.document.duplicate_of; !first.empty())
    add(markup(R"(near copy of <a href="../{}">{}</a>)", article_path(first), words(shorten(first, 120))));
  if (is_web_url(meta.url))
    add(markup(R"(<a href="{}" rel="noopener noreferrer">the article on the web</a>)", meta.url));
  else if (!meta.url.empty())
    add(words(shorten(meta.url, 100)));
  return out;
}

Html heading(const Reading& r) {
  return markup(R"(<div class="heading"><h1>{}</h1><p class="byline">{}</p></div>
<nav class="jump" aria-label="On this page"><a href="#reading">Text and notes</a> <a href="#sources">Sources</a> <a href="../list.html#legend">What the notes mean</a></nav>
)",
                words(shorten(title_of(r.document), 300)), facts(r));
}

Html body(const Reading& r) {
  return markup(R"(<div class="outputs"><div>{}
{}</div>
{}</div>
<div class="reading beside"><h2 id="reading">The text, as it was read</h2>
{}
<h2 class="notes-heading">Notes in the margin</h2>
{}</div>
{}
{}
)",
                write_mismatches(r), write_load(r), write_checklist(r), write_text(r), write_notes(r), write_sources(r), write_provenance(r));
}

}  // namespace
}  // namespace html

std::string article_path(std::string_view id) { return "articles/" + article_slug(id) + ".html"; }

std::string article_page(const Article& article, const Context& context) {
  const html::Reading reading = html::read(article, context);
  const html::Html top = html::markup(R"(<nav aria-label="Report"><a href="../list.html">All articles</a></nav>)");
  return html::page(html::shorten(title_of(article.document), 120), "../", top, html::heading(reading) + html::body(reading)).bytes();
}

}  // namespace hypeline
