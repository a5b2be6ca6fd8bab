#include "render/html.h"
#include "render/findings.h"
#include "render/html/marks.h"
#include "render/html/reading.h"
#include "sample.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace hypeline;

namespace {

std::string page(const Article& article) { return article_page(article, sample::context()); }

void drop(std::string& html, std::string_view begin, std::string_view end) {
  for (std::size_t at = html.find(begin); at != std::string::npos; at = html.find(begin, at)) html.erase(at, html.find(end, at) + end.size() - at);
}

void replace(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) text.replace(at, what.size(), with);
}

/// What a browser calls the textContent of #text without its references; enough of a parser for markup we wrote ourselves.
std::string text_of(const std::string& html) {
  const std::size_t begin = html.find("<div id=\"text\"");
  std::string text = html.substr(begin, html.find("</div>", begin) - begin);
  drop(text, "<a href=\"#n", "</a>");
  drop(text, "<", ">");
  replace(text, "&lt;", "<"), replace(text, "&gt;", ">"), replace(text, "&quot;", "\""), replace(text, "&#39;", "'"), replace(text, "&#13;", "\r"),
      replace(text, "&amp;", "&");
  return text;
}

std::vector<Article> readable() {
  std::vector<Article> all = sample::all();
  std::erase_if(all, [](const Article& a) { return a.document.rejected.has_value(); });
  return all;
}

Article with_spans(const std::vector<std::pair<std::string_view, Span>>& spans) {
  sample::Draft d("x");
  d.block(Zone::body, "0123456789");
  for (const auto& [label, span] : spans) d.mark(label, span);
  d.article().assessment = Assessment{};
  return d.article();
}

std::vector<std::tuple<std::uint32_t, std::uint32_t, std::string>> flat(const Article& article) {
  const Context context = sample::context();
  std::vector<std::tuple<std::uint32_t, std::uint32_t, std::string>> out;
  for (const html::Piece& piece : html::flatten(article.document, findings(article.document, context), context))
    out.emplace_back(piece.span.begin, piece.span.end, context.labels->find(article.document.annotations[piece.top].label)->name);
  return out;
}

using Flat = std::vector<std::tuple<std::uint32_t, std::uint32_t, std::string>>;

}  // namespace

TEST_CASE("overlapping findings become disjoint pieces, the heaviest on top", "[render][html][marks]") {
  CHECK(flat(with_spans({})).empty());
  CHECK(flat(with_spans({{"hedge.cue", {2, 4}}})) == Flat{{2, 4, "hedge.cue"}});
  CHECK(flat(with_spans({{"claim.effect", {0, 9}}, {"hype.hope", {3, 5}}})) == Flat{{0, 3, "claim.effect"}, {3, 5, "hype.hope"}, {5, 9, "claim.effect"}});
  CHECK(flat(with_spans({{"hype.hope", {0, 5}}, {"hedge.cue", {3, 8}}})) == Flat{{0, 3, "hype.hope"}, {3, 5, "hype.hope"}, {5, 8, "hedge.cue"}});
  CHECK(flat(with_spans({{"hype.hope", {0, 3}}, {"hedge.cue", {3, 5}}})) == Flat{{0, 3, "hype.hope"}, {3, 5, "hedge.cue"}});
  CHECK(flat(with_spans({{"hype.hope", {2, 6}}, {"hype.superlative", {2, 6}}})) == Flat{{2, 6, "hype.superlative"}});
  CHECK(flat(with_spans({{"hype.hope", {2, 2}}})).empty());
}

TEST_CASE("what the article asserts lies on what it quotes or negates", "[render][html][marks]") {
  Article article = with_spans({{"hype.hope", {0, 6}}, {"hedge.cue", {2, 4}}});
  article.document.annotations[article.document.annotations.size() - 2].quoted = true;
  CHECK(flat(article) == Flat{{0, 2, "hype.hope"}, {2, 4, "hedge.cue"}, {4, 6, "hype.hope"}});
}

TEST_CASE("pieces are disjoint, in order and cover exactly what is marked", "[render][html][marks]") {
  const Context context = sample::context();
  for (const Article& article : readable()) {
    const auto found = findings(article.document, context);
    std::vector<bool> marked(article.document.text.view().size()), covered(marked.size());
    for (const std::uint32_t i : found)
      for (std::uint32_t at = article.document.annotations[i].span.begin; at < article.document.annotations[i].span.end; ++at) marked[at] = true;
    std::uint32_t last = 0;
    for (const html::Piece& piece : html::flatten(article.document, found, context)) {
      CHECK(piece.span.begin >= last);
      CHECK_FALSE(piece.span.empty());
      last = piece.span.end;
      for (std::uint32_t at = piece.span.begin; at < piece.span.end; ++at) covered[at] = true;
    }
    CHECK(marked == covered);
  }
}

TEST_CASE("the text of a page without its references is the canonical text", "[render][html]") {
  for (const Article& article : readable()) {
    INFO(article.document.id);
    CHECK(text_of(page(article)) == article.document.text.view());
  }
}

TEST_CASE("blocks keep the text whatever the layers say", "[render][html]") {
  for (const std::string_view text : {"", "\n\n", "words", "\n words \n\n more", " \n\n \n"}) {
    for (const std::vector<std::uint32_t>& cuts : std::vector<std::vector<std::uint32_t>>{{}, {0}, {1, 2}, {3}}) {
      Article article;
      article.document.text = Text::raw(std::string(text));
      const auto size = static_cast<std::uint32_t>(text.size());
      for (const std::uint32_t cut : cuts)
        if (cut <= size) article.document.annotations.push_back(structure({cut, size}, "structure.paragraph"_label));
      if (size > 1) article.document.annotations.push_back(structure({0, size}, "hype.hope"_label));
      article.document.annotations.push_back(structure({size, size}, "hype.hope"_label));
      article.assessment = Assessment{};
      CHECK(text_of(page(article)) == text);
    }
  }
}

TEST_CASE("every finding has one note, and every reference leads to one", "[render][html]") {
  for (const Article& article : readable()) {
    const std::string html = page(article);
    const std::size_t n = findings(article.document, sample::context()).size();
    for (std::size_t i = 1; i <= n; ++i) {
      CHECK(html.find("id=\"n" + std::to_string(i) + "\"") != std::string::npos);
      CHECK(html.find("href=\"#n" + std::to_string(i) + "\"") != std::string::npos);
    }
    CHECK(html.find("id=\"n" + std::to_string(n + 1) + "\"") == std::string::npos);
  }
}

TEST_CASE("there are as many cells of notes as blocks of text", "[render][html]") {
  const std::string html = page(sample::news());
  const std::size_t text = html.find("<div id=\"text\""), notes = html.find("<div id=\"notes\""), end = html.find("</div>\n<section", notes);
  const auto count = [&](std::string_view what, std::size_t from, std::size_t to) {
    std::size_t n = 0;
    for (std::size_t at = html.find(what, from); at < to; at = html.find(what, at + 1)) ++n;
    return n;
  };
  CHECK(count("<ol>", notes, end) + count("<div></div>", notes, end) == count("</p>", text, notes));
}

TEST_CASE("nothing hostile leaves as markup", "[render][html][security]") {
  std::vector<IndexRow> rows;
  for (const Article& article : sample::all()) rows.push_back(summarise(article, sample::context()));
  const RunInfo run{{{"<script>", "<img onerror=x>"}}, {}};
  std::vector<std::string> pages = {index_page(rows, run, sample::context())};
  for (const Article& article : readable()) pages.push_back(page(article));
  for (const std::string& html : pages) {
    for (const char* raw :
         {"<script", "<img", "<svg/onload", "onerror=\"", "\"onmouseover", "href=\"javascript", "<style", "style=\"", "\xE2\x80\xAE<", "</title></style>"}) {
      INFO(raw);
      if (std::string_view(raw) != "\xE2\x80\xAE<") CHECK(html.find(raw) == std::string::npos);
    }
  }
  for (const IndexRow& row : rows) CHECK(row.page.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-/.") == std::string::npos);
}

TEST_CASE("the index puts the heaviest first and names every rejected input", "[render][html]") {
  std::vector<IndexRow> rows;
  for (const Article& article : sample::all()) rows.push_back(summarise(article, sample::context()));
  const std::string html = index_page(rows, {}, sample::context());
  CHECK(html.find("Our exosome drip") < html.find("Groundbreaking skin patch"));
  CHECK(html.find("images/logo.png") != std::string::npos);
  CHECK(html.find("The text is German.") != std::string::npos);
  std::reverse(rows.begin(), rows.end());
  CHECK(index_page(rows, {}, sample::context()) == html);
}

TEST_CASE("a row of the index counts what the article says in its own voice", "[render][html]") {
  const IndexRow row = summarise(sample::news(), sample::context());
  CHECK(row.hype == 3);
  CHECK(row.sources == 5);
  CHECK(row.found == 6);
  CHECK(row.applicable == 10);
  CHECK(row.repairs == 16);
  CHECK(row.lossy == 2);
  CHECK(row.mismatch == "certainty-over-weak-design");
}

TEST_CASE("a colour that is none stays out of the stylesheet", "[render][html][security]") {
  Context context = sample::context();
  const Labels labels = Labels::parse("l", "label\ttitle\tmeaning\tcriteria\tcolour\tweight\na.b\tA\ta\t\t#12}x{y\t0\nc.d\tC\tc\t\t#123abc\t0\n").value();
  context.labels = &labels;
  const std::string css = stylesheet(context);
  CHECK(css.find("#12}") == std::string::npos);
  CHECK(css.find(".f1{--c:#123abc}") != std::string::npos);
}

TEST_CASE("what the user's files say of a cited paper stands beside it", "[render][html]") {
  Article article = sample::news();
  const auto& all = article.document.annotations;
  const auto at = std::find_if(all.begin(), all.end(), [](const Annotation& a) { return a.label == "source.cited"_label; });
  CitedSource source;
  source.annotations = {static_cast<std::uint32_t>(at - all.begin())};
  source.retraction = Retraction{RetractionNature::retraction, "2025-01-02", "", "Error in <data>", ""};
  source.comparison = Comparison::downplays, source.chances = {.6, .3, .1};
  source.claim = {0, 8}, source.source_claim = "It <may> help.";
  CHECK(page(article).find("says less than") == std::string::npos);
  article.assessment->sources.push_back(source);
  const std::string html = page(article);
  CHECK(html.find("Retracted on 2025-01-02: Error in &lt;data&gt;. The article says less than the abstract (60 % sure): “") != std::string::npos);
  CHECK(html.find("against “It &lt;may&gt; help.”") != std::string::npos);
}
