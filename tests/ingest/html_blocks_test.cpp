#include "ingest/html/layout.h"
#include "ingest/readers.h"
#include "structure_checks.h"

#include <catch2/catch.hpp>

using namespace hypeline;

namespace {

std::string laid_out(std::string page) { return std::string(html::lay_out(Text::raw(std::move(page))).text.view()); }

Document read_page(std::string page) {
  Input input;
  input.id = input.path = "page.html";
  input.bytes = std::move(page);
  return read_input(input).at(0);
}

std::string repeated(std::string_view piece, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += piece;
  return out;
}

}  // namespace

TEST_CASE("blocks are parted by an empty line and white space collapses", "[ingest][html]") {
  CHECK(laid_out("<div>one\n   two</div><div> three </div>") == "one two\n\nthree");
  CHECK(laid_out("<p>a<b>b</b> c</p>") == "ab c");
  CHECK(laid_out("<pre>a\n  b</pre>") == "a\n  b");
}

TEST_CASE("end tags that HTML implies end the block", "[ingest][html]") {
  CHECK(laid_out("<p>one<p>two<ul><li>three<li>four</ul>") == "one\n\ntwo\n\nthree\n\nfour");
  CHECK(laid_out("<table><tr><td>a<td>b<tr><td>c</table>") == "a\n\nb\n\nc");
  CHECK(laid_out("<dl><dt>a<dd>b<dt>c</dl>") == "a\n\nb\n\nc");
}

TEST_CASE("line breaks end a block behind a stop and break the line elsewhere", "[ingest][html]") {
  CHECK(laid_out("<p>One.<br>Two.</p>") == "One.\n\nTwo.");
  CHECK(laid_out("<h1>One<br>Two</h1>") == "One\nTwo");
  CHECK(laid_out("one<br><br>two") == "one\n\ntwo");
}

TEST_CASE("scripts, styles, drawings and head are no text", "[ingest][html]") {
  CHECK(laid_out("<head><title>T</title><style>x</style></head>a<script>b</script><svg><title>c</title><text>d</text></svg><template>e</template>f") == "af");
  CHECK(html::lay_out(Text::raw("<title>A &amp; B</title>")).head.title == "A & B");
}

TEST_CASE("an unclosed drawing or list box does not swallow the page", "[ingest][html]") {
  CHECK(laid_out("<svg><path d=x><p>text</p>") == "text");
  CHECK(laid_out("<div><svg><path d=x></div>text") == "text");
  CHECK(laid_out("<p><math><mi>x</mi></p>text") == "text");
  CHECK(laid_out("<form><select><option>x</form><div>text</div>") == "text");
  CHECK(laid_out("<table><tr><td><select><option>x<tr><td>text</table>") == "text");
  CHECK(laid_out("<div><video>no video here</div>text") == "text");
}

TEST_CASE("what stands in a drawing, a list box or a template stays there", "[ingest][html]") {
  CHECK(laid_out("<svg><foreignObject><p>label<div>more</div></foreignObject></svg>text") == "text");
  CHECK(laid_out("<svg><desc><svg><ul>a</svg></desc></svg>text") == "text");
  CHECK(laid_out("<div><svg><foreignObject><p></div>label</svg>text</div>") == "text");
  CHECK(laid_out("<select><div>one</div><option>two</select>text") == "text");
  CHECK(laid_out("<select><option>one<select>text") == "text");
  CHECK(laid_out("<div><template><template>a</template></div>b</template>text</div>") == "text");
  CHECK(laid_out("<frameset><frame>a</frameset>b") == "");
  CHECK(laid_out("text<frameset>more") == "textmore");
}

TEST_CASE("character references map to the bytes they were", "[ingest][html]") {
  const html::Layout layout = html::lay_out(Text::raw("<p>a &amp; b</p>"));
  CHECK(layout.text.view() == "a & b");
  CHECK(layout.text.to_source({2, 3}) == Span{5, 10});
  CHECK(map_fault(layout.text).empty());
}

TEST_CASE("what the head says of the page is noted", "[ingest][html]") {
  const html::Head head = html::lay_out(Text::raw(R"(<meta property="og:site_name" content="Site"><meta name="author" content="Jane Roe">
    <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"H","datePublished":"2024-01-02"}]}</script>)"))
                              .head;
  CHECK(head.site == "Site");
  CHECK(head.byline == "Jane Roe");
  CHECK(head.headline == "H");
  CHECK(head.published == "2024-01-02");
}

TEST_CASE("a page's article is told from its surroundings", "[ingest][html]") {
  const std::string prose = "<p>The trial enrolled two hundred people with sore knees, and half of them were given the pill, while the others got sugar.</p>";
  const Document document = read_page(
      "<html><head><title>A Pill for Knees | Site</title></head><body><nav><ul><li><a href=/>Home</a><li><a href=/h>Health</a></ul></nav>"
      "<article><h1>A Pill for Knees</h1>" +
      repeated(prose, 6) + "<h2>What comes next</h2>" + repeated(prose, 4) +
      "</article><aside class=related><h3>Related Articles</h3><a href=/e>Why elbows click</a></aside>"
      "<footer><p>Copyright 2024 Site. All rights reserved.</p></footer></body></html>");
  CHECK(document.meta.title == "A Pill for Knees");
  const auto zone_of = [&](std::string_view words) { return name(document.zone_at(static_cast<std::uint32_t>(document.text.view().find(words)))); };
  CHECK(zone_of("A Pill for Knees") == "title");
  CHECK(zone_of("The trial enrolled") == "body");
  CHECK(zone_of("Home") == "boilerplate");
  CHECK(zone_of("Why elbows") == "related");
  CHECK(zone_of("Copyright 2024") == "boilerplate");
  CHECK(structure_fault(document).empty());
}

TEST_CASE("hostile pages keep structure and map whole and take no time", "[ingest][html]") {
  for (const std::string& page :
       {repeated("<div>", 200000) + "cure", repeated("<table><tr><td>", 100000) + "cure", repeated("<p>", 200000) + "cure", repeated("<b>", 200000) + "cure",
        repeated("<a href=x>", 100000) + "cure", repeated("<li>x", 100000), repeated("</div>", 200000) + "cure", repeated("<svg>", 100000) + "cure",
        std::string("<p>a&#0;b\u2028c\r\nd&nbsp;&shy;e<br>&#x85;"), std::string("<p>\xEF\xBB\xBF nul \0 here", 17), repeated("&amp;", 100000),
        repeated("<", 100000)}) {
    const Document document = read_page(page);
    INFO(page.substr(0, 60));
    CHECK(structure_fault(document) == "");
    CHECK(map_fault(document.text) == "");
  }
}
