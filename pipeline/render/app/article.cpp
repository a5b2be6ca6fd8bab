#include "core/digest.h"
#include "core/unicode.h"
#include "render/app.h"
#include "render/claims.h"
#include "render/escape.h"
#include "render/families.h"
#include "render/findings.h"
#include "render/html/reading.h"
#include "render/json.h"
#include "render/links.h"

#include <cmath>
#include <map>

namespace hypeline {
namespace {

using html::Reading;

/// Flags of a finding, as web/app/text_view.js reads them.
enum Flag : std::uint32_t { kNegated = 1, kQuoted = 2, kHypothetical = 4, kDamaged = 8, kOutside = 16, kNewByText = 32, kNewByRules = 64, kIgnored = 128 };

/// What the parts of the file share.
struct Writing {
  const Reading& r;
  CodePointIndex points;
  const Changes& changes;
  const std::vector<LeftOut>& left_out;
  std::map<std::uint32_t, std::uint32_t> fresh;  ///< flags of new findings, by annotation
  Json json{JsonIn::script};

  Span in_points(Span bytes) const { return {points.at(bytes.begin), points.at(bytes.end)}; }
};

std::uint32_t flags(const Annotation& a) {
  std::uint32_t out = 0;
  for (const auto& [on, flag] : {std::pair(a.negated, kNegated), {a.quoted, kQuoted}, {a.hypothetical, kHypothetical}, {a.damaged, kDamaged}})
    if (on) out |= flag;
  if (!a.attribute("ignored").empty()) out |= kIgnored;
  return html::is_outside(a) ? out | kOutside : out;
}

std::int64_t percent(double share) { return std::lround(share * 100); }

/// Findings by their place in the text, from 0.
void write_numbers(Writing& w, const Evidence& evidence) {
  w.json.open('[');
  for (const std::uint32_t i : shown(evidence, w.r.document, w.r.context)) w.json.number(w.r.number[i] - 1);
  w.json.close(']');
}

void write_meta(Writing& w) {
  const Document& document = w.r.document;
  const Meta& meta = document.meta;
  w.json.key("id").string(document.id).key("title").string(title_of(document)).key("meta").open('{');
  w.json.key("url").string(meta.url).key("site").string(meta.site).key("published").string(meta.published);
  w.json.key("byline").string(meta.byline).key("language").string(meta.language).close('}');
  if (!document.duplicate_of.empty()) w.json.key("copy").open('[').string(article_key(document.duplicate_of)).string(document.duplicate_of).close(']');
  w.json.key("page").string(article_path(document.id)).key("sha").string(sha256_hex(document.text.view())).key("text").string(document.text.view());
}

void write_blocks(Writing& w) {
  w.json.key("blocks").open('[');
  for (const html::Block& block : w.r.blocks) {
    const Span at = w.in_points(block.words);
    w.json.open('[').number(at.begin).number(at.end).number(static_cast<std::uint64_t>(block.zone)).close(']');
  }
  w.json.close(']');
}

/// What is behind the fingerprint, each empty as 0, those at the end left out: percent that the label is right, attributes, hedges, speaker.
void write_more(Writing& w, const Annotation& a) {
  const int parts = !a.speaker.empty() ? 4 : !a.hedged_by.empty() ? 3 : !a.attributes.empty() ? 2 : a.confidence ? 1 : 0;
  if (parts > 0) w.json.integer(percent(a.confidence.value_or(0)));
  if (parts > 1 && a.attributes.empty()) w.json.integer(0);
  if (parts > 1 && !a.attributes.empty()) {
    w.json.open('[');
    for (const auto& [key, value] : a.attributes) w.json.string(key).string(value);
    w.json.close(']');
  }
  if (parts > 2) write_numbers(w, a.hedged_by);
  if (parts > 3) w.json.string(w.r.document.words(a.speaker));
}

std::size_t label_index(const Label& label, const Labels& labels) { return static_cast<std::size_t>(&label - labels.all().data()); }

std::uint32_t fresh_flag(const Writing& w, std::uint32_t index) {
  const auto at = w.fresh.find(index);
  return at == w.fresh.end() ? 0 : at->second;
}

/// Begins as differences: `last` is where the finding before began.
void write_finding(Writing& w, std::uint32_t index, std::uint32_t& last) {
  const Annotation& a = w.r.document.annotations[index];
  const Span at = w.in_points(a.span);
  w.json.open('[').number(at.begin - last).number(at.size()).number(label_index(w.r.label(index), *w.r.context.labels));
  rule_of(a, w.r.context) ? w.json.number(a.rule) : w.json.integer(-1);
  w.json.number(flags(a) | fresh_flag(w, index)).string(fingerprint(w.r.document, a, w.r.context));
  write_more(w, a);
  w.json.close(']');
  last = at.begin;
}

void write_load(Writing& w) {
  const PromotionalLoad& load = w.r.assessment.load;
  w.json.key("words")
      .number(w.r.assessment.words)
      .key("ignored")
      .number(w.r.assessment.ignored)
      .key("load")
      .open('{')
      .key("count")
      .number(load.count)
      .key("quoted")
      .number(load.quoted);
  w.json.key("rate").fixed(load.per_1000, 1).key("low").fixed(load.low, 1).key("high").fixed(load.high, 1).key("band").string(load.band);
  w.json.key("findings");
  write_numbers(w, load.annotations);
  w.json.close('}');
}

void write_criteria(Writing& w) {
  w.json.key("criteria").open('[');
  for (const Criterion& c : w.r.assessment.criteria) {
    w.json.open('[').number(static_cast<std::uint64_t>(c.verdict)).integer(c.probability ? percent(*c.probability) : -1).string(c.reason);
    write_numbers(w, c.annotations);
    w.json.close(']');
  }
  w.json.close(']');
}

void write_mismatches(Writing& w) {
  w.json.key("mismatches").open('[');
  for (const Mismatch& m : w.r.assessment.mismatches) {
    w.json.open('[').string(m.kind).string(name(m.severity)).string(m.message);
    write_numbers(w, m.annotations);
    w.json.string(fingerprint(w.r.document, m, w.r.context)).close(']');
  }
  w.json.close(']');
}

void write_left_out(Writing& w) {
  if (w.left_out.empty()) return;
  w.json.key("leftOut").open('[');
  for (const auto& [m, why] : w.left_out) w.json.open('[').string(m.kind).string(m.message).string(why).close(']');
  w.json.close(']');
}

void write_sources(Writing& w) {
  const ClaimsBeside claims(w.r.document);
  w.json.key("sources").open('[');
  for (const std::uint32_t index : w.r.order) {
    const Annotation& a = w.r.document.annotations[index];
    if (a.label != "source.cited"_label) continue;
    const SourceAddress to = source_address(w.r.document, a);
    w.json.open('[').number(w.r.number[index] - 1).string(a.attribute("kind")).string(to.url).string(to.why_none);
    write_numbers(w, claims.of(a));
    if (const std::string told = told_of_source(index, w.r.document, w.r.assessment); !told.empty()) w.json.string(told);
    w.json.close(']');
  }
  w.json.close(']');
}

/// What stood in the source where the text has something else, but white space for white space; bytes that are no words as \xNN.
void write_raw(Writing& w) {
  constexpr std::size_t kMost = 400, kLongest = 64;
  const Text& text = w.r.document.text;
  std::size_t written = 0;
  w.json.key("raw").open('[');
  for (std::size_t i = 0; i < text.runs().size() && written < kMost; ++i) {
    const Run& run = text.runs()[i];
    const std::size_t end = i + 1 < text.runs().size() ? text.runs()[i + 1].text_begin : text.view().size();
    const std::string_view now = text.view().substr(run.text_begin, end - run.text_begin);
    if (run.kind != Run::Kind::replaced || run.source.size() > kLongest || now.find_first_not_of(" \t\r\n") == std::string_view::npos) continue;
    const Span at = w.in_points(make_span(run.text_begin, end));
    w.json.open('[').number(at.begin).number(at.end).string(terminal_text(slice(text.source(), run.source))).close(']');
    ++written;
  }
  w.json.close(']');
}

void write_facts(Writing& w) {
  w.json.key("read").open('[');
  for (const auto& [what, value] : reading_facts(w.r.document)) w.json.open('[').string(what).string(value).close(']');
  w.json.close(']');
}

void write_gone(Writing& w) {
  w.json.key("gone").open('[');
  for (const GoneFinding& g : w.changes.gone)
    w.json.open('[').string(g.label).string(g.rule).string(g.words).string(g.cause == Cause::text ? "text" : "rules").close(']');
  w.json.close(']');
}

}  // namespace

std::string article_key(std::string_view id) {
  const std::string slug = article_slug(id);
  return slug.substr(slug.size() - 10);
}

std::string app_article(const Article& article, const Context& context) {
  const Reading reading = html::read(article, context);
  const Changes changes = article.changes.value_or(Changes{});
  Writing w{reading, CodePointIndex(article.document.text.view()), changes, article.left_out, {}, Json(JsonIn::script)};
  for (const NewFinding& finding : changes.added)
    if (changes.kind != Change::added) w.fresh[finding.index] = finding.cause == Cause::text ? kNewByText : kNewByRules;
  w.json.open('{');
  write_meta(w);
  write_blocks(w);
  w.json.key("findings").open('[');
  std::uint32_t last = 0;
  for (const std::uint32_t index : reading.order) write_finding(w, index, last);
  w.json.close(']');
  for (auto part : {write_load, write_criteria, write_mismatches, write_left_out, write_sources, write_raw, write_facts, write_gone}) part(w);
  w.json.close('}');
  return std::move(w.json).finish();
}

}  // namespace hypeline
