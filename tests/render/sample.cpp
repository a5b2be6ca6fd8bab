#include "sample.h"

#include "core/digest.h"
#include "core/unicode.h"

#include <cassert>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace hypeline::sample {
namespace {

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const Labels& labels() {
  static const Labels kLabels = Labels::parse("labels.tsv", read(HYPELINE_ROOT "/lexicons/labels.tsv")).value();
  return kLabels;
}

/// Sentence ends good enough for samples: a full stop, question or exclamation mark before a space.
void add_sentences(Document& document, Span block) {
  const std::string_view text = document.text.view();
  std::uint32_t begin = block.begin;
  for (std::uint32_t at = block.begin; at < block.end; ++at) {
    const bool ends = at + 1 == block.end || (std::string_view(".?!").find(text[at]) != std::string_view::npos && text[at + 1] == ' ');
    if (!ends) continue;
    document.annotations.push_back(structure({begin, at + 1}, "structure.sentence"_label));
    begin = at + 2;
  }
}

void set_source(Document& document, std::string path) {
  document.source = {std::move(path), sha256_hex(document.text.source()), make_span(0, document.text.source().size()), "UTF-8", "utf-8", {}};
}

Meta meta(std::string title, std::string url, std::string site, std::string published, std::string byline, std::string language) {
  Meta out;
  out.title = std::move(title), out.url = std::move(url), out.site = std::move(site);
  out.published = std::move(published), out.byline = std::move(byline), out.language = std::move(language);
  return out;
}

Assessment assessment(std::uint32_t words, PromotionalLoad load) {
  Assessment a;
  a.words = words;
  a.load = std::move(load);
  return a;
}

void add_criterion(Assessment& a, std::string_view id, std::string_view title, Verdict verdict, std::optional<double> p, std::string reason,
                   Evidence evidence = {}) {
  a.criteria.push_back({id, title, verdict, p, std::move(reason), std::move(evidence)});
}

void add_all_inapplicable(Assessment& a) {
  constexpr std::pair<std::string_view, std::string_view> kTen[] = {{"cost", "Cost of the intervention"},
                                                                    {"benefits", "Benefits in absolute numbers"},
                                                                    {"harms", "Harms and side effects"},
                                                                    {"evidence", "Quality of the evidence"},
                                                                    {"disease-mongering", "No disease-mongering"},
                                                                    {"independence", "Independent voices and interests"},
                                                                    {"alternatives", "Existing alternatives"},
                                                                    {"availability", "Availability"},
                                                                    {"novelty", "True novelty"},
                                                                    {"language", "No sensational language"}};
  for (const auto& [id, title] : kTen)
    add_criterion(a, id, title, Verdict::not_applicable, {}, "We did not find a claim that something changes health, so the criterion does not apply.");
}

}  // namespace

Context context() {
  Context c;
  c.labels = &labels();
  c.rules = {{"groundbreaking", "ground{-|}breaking", "Vinkers, Tijdink and Otte 2015, table 1", "hype.superlative"_label},
             {"offer-hope", "offer{s|ed|ing|} {new|fresh|} hope", "own reading", "hype.hope"_label},
             {"relative-by-percent", "/by (?:up to |about )?\\d+(?:\\.\\d+)?(?:%| per ?cent)/", "HealthNewsReview.org, criterion 2", "evidence.relative"_label},
             {"studies-show", "{studies|research} {show|shows|indicates} that", "own reading", "source.vague"_label},
             {"contact-us", "contact {us|our team}", "own reading", "promotion.call-to-action"_label},
             {"<script>rule</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "hype.superlative"_label}};
  c.version = "0.1.0";
  c.lexicon_digest = sha256_hex("sample");
  return c;
}

Draft& Draft::block(Zone zone, std::string_view text) {
  Document& d = document();
  const std::uint32_t begin = static_cast<std::uint32_t>(d.text.view().size());
  d.text = Text::raw(std::string(d.text.view()) + std::string(text) + "\n\n");
  const Span words = make_span(begin, begin + text.size());
  d.annotations.push_back(structure({begin, words.end + 2}, "structure.zone"_label, zone));
  d.annotations.push_back(structure(words, "structure.paragraph"_label, zone));
  add_sentences(d, words);
  return *this;
}

Span Draft::find(std::string_view words, int nth) const {
  const std::string_view text = article_.document.text.view();
  std::size_t at = text.find(words);
  for (; nth > 1 && at != std::string_view::npos; --nth) at = text.find(words, at + 1);
  if (at == std::string_view::npos) throw std::invalid_argument("the sample has no '" + std::string(words) + "'");
  return make_span(at, at + words.size());
}

Annotation& Draft::mark(std::string_view label, Span span, RuleId rule) {
  Annotation a = structure(span, label_id(label), document().zone_at(span.begin));
  a.rule = rule;
  document().annotations.push_back(std::move(a));
  return document().annotations.back();
}

Article news() {
  Draft d("news/2026-11-21/patch-trial.html");
  d.block(Zone::title, "Groundbreaking skin patch melts scars away")
      .block(Zone::deck, "A patch tested in 24 mice could change how hospitals close wounds, its makers say.")
      .block(Zone::byline, "By the Health Desk, 21 November 2026")
      .block(Zone::body,
             "Scientists at Norwood University have built a patch that effectively reduces scarring by up to 60%, offering new hope to burn patients.")
      .block(Zone::body,
             "“This is a groundbreaking result, and we think it may one day replace grafts,” said Dr Ada Lindqvist, who led the work and holds shares in "
             "Dermalis, the company that paid for it.")
      .block(Zone::heading, "What was tested")
      .block(Zone::body,
             "The team treated 24 mice for 12 weeks. There is no cure for deep burns, and the patch has not been tried in people. Two animals "
             "developed mild redness, according to the paper published in Wound Letters (doi: 10.5555/wl.2026.0117).")
      .block(
          Zone::body,
          "Research indicates that silicone sheets, the usual treatment, cost about £40 a month. Professor Idris Okoye of Leeds, who was not involved in the "
          "study, called the findings “early but careful”.")
      .block(Zone::list, "A first trial (NCT05550001) is planned for 2028.")
      .block(Zone::list, "The full data are at https://example.org/wound/data?set=1&arm=2.")
      .block(Zone::quote, "We are years away from a product.")
      .block(Zone::references, "Lindqvist A, et al. Wound Letters 2026. PMID: 39990001. See also https://example.org/very/long…")
      .block(Zone::related, "Related: The miracle berry that doctors hate")
      .block(Zone::boilerplate, "Copyright 2026 Health Desk. All rights reserved.");
  Document& doc = d.document();
  doc.meta = meta("Groundbreaking skin patch melts scars away", "https://news.example/health/patch?a=1&b=2", "news.example", "2026-11-21", "Health Desk", "en");
  d.mark("hype.superlative", "Groundbreaking", 0).confidence = 0.97F;
  const std::uint32_t title_hype = d.last();
  d.mark("evidence.design", "tested in 24 mice").attributes = {{"level", "animal"}};
  d.mark("hedge.cue", "could");
  d.mark("claim.effect", "a patch that effectively reduces scarring by up to 60%").attributes = {{"strength", "causal"}};
  const std::uint32_t claim = d.last();
  d.mark("hype.certainty", "effectively reduces scarring");
  const std::uint32_t certainty = d.last();
  d.mark("evidence.relative", "by up to 60%", 2);
  const std::uint32_t relative = d.last();
  d.mark("hype.hope", "offering new hope", 1);
  const std::uint32_t hope = d.last();
  Annotation& quoted = d.mark("hype.superlative", "groundbreaking result", 0);
  quoted.quoted = true;
  quoted.speaker = d.find("Dr Ada Lindqvist");
  d.mark("hedge.cue", "may");
  const std::uint32_t hedge = d.last();
  Annotation& replaces = d.mark("claim.effect", "it may one day replace grafts");
  replaces.quoted = true;
  replaces.speaker = d.find("Dr Ada Lindqvist");
  replaces.hedged_by = {hedge};
  replaces.attributes = {{"strength", "conditional-causal"}};
  d.mark("source.attribution", "said Dr Ada Lindqvist");
  d.mark("source.interest", "holds shares in Dermalis").attributes = {{"kind", "conflict"}};
  const std::uint32_t interest = d.last();
  d.mark("evidence.design", "24 mice", kNoRule, 2).attributes = {{"level", "animal"}};
  const std::uint32_t mice = d.last();
  d.mark("evidence.quantity", "for 12 weeks");
  d.mark("hype.certainty", "cure").negated = true;
  d.mark("evidence.limitation", "has not been tried in people");
  const std::uint32_t limit = d.last();
  d.mark("harm.mention", "mild redness").attributes = {{"minimised", "yes"}};
  const std::uint32_t harm = d.last();
  d.mark("source.cited", "published in Wound Letters (doi: 10.5555/wl.2026.0117)").attributes = {{"kind", "doi"}, {"doi", "10.5555/wl.2026.0117"}};
  const std::uint32_t doi = d.last();
  d.mark("source.vague", "Research indicates that", 3);
  d.mark("alternative.mention", "silicone sheets, the usual treatment");
  const std::uint32_t alternative = d.last();
  d.mark("cost.mention", "cost about £40 a month").attributes = {{"quantified", "yes"}};
  const std::uint32_t cost = d.last();
  d.mark("source.independent", "who was not involved in the study");
  const std::uint32_t independent = d.last();
  d.mark("source.cited", "NCT05550001").attributes = {{"kind", "nct"}, {"nct", "NCT05550001"}};
  d.mark("source.cited", "https://example.org/wound/data?set=1&arm=2").attributes = {{"kind", "url"}, {"url", "https://example.org/wound/data?set=1&arm=2"}};
  d.mark("source.cited", "PMID: 39990001").attributes = {{"kind", "pmid"}, {"pmid", "39990001"}};
  d.mark("source.cited", "https://example.org/very/long…").attributes = {{"kind", "url"}, {"truncated", "yes"}};
  d.mark("hype.superlative", "miracle");
  set_source(doc, "in/news/2026-11-21/patch-trial.html");
  doc.source.charset = "windows-1252";
  doc.source.charset_from = "declared";
  doc.source.repairs = {{"mojibake", "windows-1252", 14, false}, {"control", "", 2, true}};
  Assessment a = assessment(262, {3, 1, 11.5, 2.4, 33.5, "high", {title_hype, certainty, hope}});
  add_criterion(a, "cost", "Cost of the intervention", Verdict::found, 0.71,
                "We found what the intervention costs in one place, first “cost about £40 a month”.", {cost});
  add_criterion(a, "benefits", "Benefits in absolute numbers", Verdict::not_found, 0.18,
                "We did not find benefits in absolute numbers in the title or the text.");
  add_criterion(a, "harms", "Harms and side effects", Verdict::found, 0.55, "We found a word on harms in one place, first “mild redness”.", {harm});
  add_criterion(a, "evidence", "Quality of the evidence", Verdict::found, 0.62, "We found the study's design and its limits in 2 places, first “24 mice”.",
                {mice, limit});
  add_criterion(a, "disease-mongering", "No disease-mongering", Verdict::found, 0.9,
                "We did not find words that inflate the condition in the title or the text.");
  add_criterion(a, "independence", "Independent voices and interests", Verdict::found, 0.83, "We found an independent voice or a stated interest in 2 places.",
                {independent, interest});
  add_criterion(a, "alternatives", "Existing alternatives", Verdict::found, 0.6, "We found existing alternatives in one place.", {alternative});
  add_criterion(a, "availability", "Availability", Verdict::not_found, 0.3, "We did not find whether people can get it in the title or the text.");
  add_criterion(a, "novelty", "True novelty", Verdict::cannot_tell, 0.45, "We found a comparison with earlier work in one place only: too little to tell.",
                {alternative, doi});
  add_criterion(a, "language", "No sensational language", Verdict::not_found, 0.12, "We found sensational language in 3 places, first “Groundbreaking”.",
                {title_hype, certainty, hope});
  a.mismatches = {{"certainty-over-weak-design",
                   Severity::high,
                   "The article asserts “effectively reduces scarring” without a hedge, but the design it names is “24 mice”: such a study cannot show that.",
                   {certainty, mice}},
                  {"relative-without-absolute",
                   Severity::medium,
                   "“by up to 60%” is a relative number; its section gives no absolute one to measure it by.",
                   {relative, claim}}};
  a.priority = 10.4;
  d.article().assessment = std::move(a);
  return std::move(d.article());
}

Article advertorial() {
  Draft d("clinics.txt#2");
  d.document().input = "clinics.txt";
  d.block(Zone::title, "Our exosome drip: the holy grail of recovery")
      .block(Zone::body,
             "At BrightCell we offer the only drip proven to reverse nerve damage. Studies show that our patients walk better within days, and the FDA has "
             "approved this therapy for Phase 1.")
      .block(Zone::body, "“I threw away my cane,” says Marion, 61. Millions suffer needlessly every day.")
      .block(Zone::form, "Name  E-mail  [Subscribe]")
      .block(Zone::body, "Contact us at BrightCell today and take the first step toward a life without pain.");
  d.document().meta = meta("Our exosome drip: the holy grail of recovery", "", "brightcell.example", "", "", "en");
  d.mark("hype.superlative", "the holy grail");
  const std::uint32_t grail = d.last();
  d.mark("source.interest", "At BrightCell we").attributes = {{"kind", "own-company"}};
  const std::uint32_t own = d.last();
  d.mark("hype.certainty", "proven to reverse nerve damage");
  const std::uint32_t proven = d.last();
  d.mark("source.vague", "Studies show that", 3);
  const std::uint32_t vague = d.last();
  d.mark("claim.effect", "our patients walk better within days").attributes = {{"strength", "causal"}};
  d.mark("regulatory.status", "approved this therapy for Phase 1").attributes = {{"inflated", "yes"}};
  const std::uint32_t approved = d.last();
  Annotation& cane = d.mark("promotion.testimonial", "I threw away my cane");
  cane.quoted = true;
  d.mark("severity.inflation", "Millions suffer needlessly");
  d.mark("promotion.call-to-action", "Contact us", 4);
  const std::uint32_t contact = d.last();
  d.mark("promotion.call-to-action", "take the first step");
  set_source(d.document(), "in/clinics.txt");
  Assessment a = assessment(412, {4, 1, 9.7, 2.6, 24.9, "moderate", {grail, proven, contact}});
  for (const std::string_view id :
       {"cost", "benefits", "harms", "evidence", "disease-mongering", "independence", "alternatives", "availability", "novelty", "language"})
    add_criterion(a, id, id, Verdict::not_found, 0.1, "We did not find it in the title or the text.");
  a.mismatches = {{"advertorial", Severity::high, "The page sells (“Contact us”) what it praises (“proven to reverse nerve damage”).", {contact, proven, own}},
                  {"approved-in-trial",
                   Severity::high,
                   "“approved this therapy for Phase 1” reads as approval of a treatment; what was cleared is a trial of it.",
                   {approved}},
                  {"vague-source-only", Severity::medium, "“Studies show that” names no source, and the article cites none that can be looked up.", {vague}}};
  a.priority = 19.6;
  d.article().assessment = std::move(a);
  return std::move(d.article());
}

Article unicode() {
  Draft d(
      "unicode/\xE2\x80\xAE"
      "naïve.html");
  d.block(Zone::title, "🧬 Cafe\xCC\x81 study: 👩‍👩‍👧‍👦 families & <b>bold</b> claims")
      .block(Zone::body,
             "A\xC2\xA0no-break\xE2\x80\xAFspace, a tab\there, a \xE2\x80\xAEright-to-left override\xE2\x80\xAC, a stray \xE2\x81\xA9 end, a bell \x07, a "
             "\xC2\x85 "
             "break, "
             "a line separator\xE2\x80\xA8here.")
      .block(Zone::body, "دراسة جديدة: علاج ثوري للسرطان 🎉 and back to English, a breakthrough.")
      .block(Zone::body,
             "\n  Line one\n    line two, indented\nline three 🇺🇸 miracle\xEF\xBF\xBD"
             "cure");
  Document& doc = d.document();
  const std::string title = "🧬 Café study \xE2\x80\xAE";
  doc.meta = meta(title + "evil", "https://uni.example/", "uni.example", "", "", "en");
  d.mark("claim.effect", "👩‍👩‍👧‍👦 families & <b>bold</b> claims");
  d.mark("hype.superlative", "<b>bold</b>");
  d.mark("hype.superlative", "right-to-left override\xE2\x80\xAC, a stray \xE2\x81\xA9 end");
  d.mark("hype.superlative", "ثوري");
  d.mark("claim.effect", "علاج ثوري للسرطان 🎉 and back");
  d.mark("hype.superlative", "breakthrough").hypothetical = true;
  d.mark("hype.superlative",
         "miracle\xEF\xBF\xBD"
         "cure")
      .damaged = true;
  set_source(doc, "in/unicode/caf\xE9.html");
  doc.source.repairs = {{"invalid-utf8", "", 3, true}};
  const Span damage = d.find("\xEF\xBF\xBD");
  doc.damage = {damage};
  Assessment a = assessment(61, {3, 0, {}, {}, {}, "too short to rate", {d.last()}});
  add_all_inapplicable(a);
  a.priority = 0;
  d.article().assessment = std::move(a);
  return std::move(d.article());
}

Article hostile() {
  const std::string attack = "\"'><script>fired('text')</script><img src=x onerror=\"fired('img')\"><svg/onload=fired(1)>";
  Draft d("../../" + attack + "\xFF\x00");
  d.block(Zone::title, "</title></style>" + attack)
      .block(Zone::body, attack + " javascript:fired(1) {{7*7}} <!-- ]]> --> </p></main>")
      .block(Zone::body, "see javascript:fired(2) and https://evil.example/\"onmouseover=fired(3)");
  Document& doc = d.document();
  doc.meta = meta(attack, "javascript:fired('url')", attack, attack, attack, attack);
  Annotation& hype = d.mark("hype.superlative", "<script>fired('text')</script>", 5);
  hype.quoted = true;
  hype.speaker = d.find("<img src=x");
  hype.attributes = {{attack, attack}, {"kind", attack}, {"kind", "twice"}};
  const std::uint32_t script = d.last();
  for (const char* kind : {"doi", "pmid", "nct", "arxiv", "pmcid", "isrctn", "url"})
    d.mark("source.cited", "javascript:fired(2)").attributes = {{"kind", kind},
                                                                {kind, "javascript:fired('" + std::string(kind) + "')//\"><script>fired(4)</script>"}};
  d.mark("source.cited", "https://evil.example/\"onmouseover=fired(3)").attributes = {{"kind", "url"}, {"url", "https://evil.example/\"onmouseover=fired(3)"}};
  set_source(doc, "in/" + attack + "\xFF");
  doc.source.charset = doc.source.charset_from = attack;
  doc.source.repairs = {{attack, attack, 1, true}};
  Assessment a = assessment(300, {1, 0, 3.3, 0.1, 18.6, "low", {script}});
  add_criterion(a, "cost", "Cost of the intervention", Verdict::found, 0.5, attack, {script});
  a.mismatches = {{"unhedged-title", Severity::low, attack, {script}}};
  a.priority = 1;
  d.article().assessment = std::move(a);
  return std::move(d.article());
}

Article brief() {
  Draft d("notes/short.txt");
  d.block(Zone::body, "The clinic will be closed on Monday.");
  set_source(d.document(), "in/notes/short.txt");
  Assessment a = assessment(7, {0, 0, {}, {}, {}, "too short to rate", {}});
  add_all_inapplicable(a);
  d.article().assessment = std::move(a);
  return std::move(d.article());
}

Article rejected(std::string id, std::string reason, std::string message) {
  Article article;
  article.document.id = article.document.input = id;
  article.document.source.path = "in/" + id;
  article.document.source.sha256 = sha256_hex(id);
  article.document.rejected = Rejection{std::move(reason), std::move(message)};
  return article;
}

std::vector<Article> all() {
  std::vector<Article> out;
  for (auto make : {news, advertorial, unicode, hostile, brief}) out.push_back(make());
  out.push_back(rejected("images/logo.png", "binary", "The file holds bytes that no text has."));
  out.push_back(rejected("empty.html", "empty", "The file holds no words."));
  out.push_back(rejected("de/artikel.html", "not-english", "The text is German."));
  out.push_back(rejected("x\xFF<script>fired('rejected')</script>", "binary", "<img src=x onerror=fired('message')>"));
  return out;
}

}  // namespace hypeline::sample
