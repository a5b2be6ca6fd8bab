#include "render/html/index_parts.h"

namespace hypeline::html {
namespace {

/// Removed articles beyond these are counted, not named.
constexpr std::size_t kNamed = 200;

std::string_view articles(std::size_t n) { return n == 1 ? "article" : "articles"; }

Html removed(const SinceLastRun& since) {
  if (since.removed.empty()) return {};
  Html items;
  for (std::size_t i = 0; i < std::min(kNamed, since.removed.size()); ++i) {
    const auto& [id, title] = since.removed[i];
    items += markup("<li>{} <code>{}</code></li>", words(shorten(title, 160)), words(shorten(id, 200)));
  }
  const Html more = since.removed.size() > kNamed ? markup("<li>and {} more</li>", since.removed.size() - kNamed) : Html();
  return markup(R"(<details><summary>{} removed</summary><ul class="plain">{}{}</ul></details>)", since.removed.size(), items, more);
}

/// A count of articles that opens them, in the application.
Html changed(std::size_t n, std::string_view how) { return n == 0 ? markup("<b>0</b>") : markup(R"(<a href="index.html#/?changed={}"><b>{}</b></a>)", how, n); }

Html row(std::string_view what, std::uint32_t text, std::uint32_t rules) {
  return markup(R"(<tr><th scope="row">{}</th><td class="number">{}</td><td class="number">{}</td></tr>)", what, text, rules);
}

}  // namespace

Html since_section(const RunInfo& run) {
  if (!run.since) return {};
  const SinceLastRun& s = *run.since;
  if (s.added + s.text + s.rules + s.removed.size() == 0)
    return markup(R"(<section aria-labelledby="since"><h2 id="since">Since last night</h2><p>Nothing changed: {} {} and {} findings as they were.</p></section>
)",
                  s.same, articles(s.same), s.findings.unchanged);
  const Html lead =
      markup("<p>{} new {}, {} with changed text, {} that changed rules read otherwise, <b>{}</b> removed; {} unchanged.</p>", changed(s.added, "new"),
             articles(s.added), changed(s.text, "text-changed"), changed(s.rules, "rules-changed"), s.removed.size(), s.same);
  return markup(
      R"(<section aria-labelledby="since"><h2 id="since">Since last night</h2>{}<table class="since"><thead><tr><th scope="col">Findings</th><th scope="col" class="number">the text changed</th><th scope="col" class="number">the rules changed</th></tr></thead><tbody>{}{}</tbody></table><p class="quiet">{} findings unchanged.</p>{}</section>
)",
      lead, row("New", s.findings.new_text, s.findings.new_rules), row("Gone", s.findings.gone_text, s.findings.gone_rules), s.findings.unchanged, removed(s));
}

}  // namespace hypeline::html
