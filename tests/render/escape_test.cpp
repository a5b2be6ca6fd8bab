#include "render/escape.h"
#include "core/unicode.h"

#include <catch2/catch.hpp>

using namespace hypeline;
using namespace std::string_literals;

TEST_CASE("text in HTML keeps its characters and no markup", "[render][escape]") {
  CHECK(html_text("a < b && \"c\" > 'd'") == "a &lt; b &amp;&amp; &quot;c&quot; &gt; &#39;d&#39;");
  CHECK(html_text("naïve 👩‍👧 \xC2\xA0\t\n") == "naïve 👩‍👧 \xC2\xA0\t\n");
  CHECK(html_text("") == "");
}

TEST_CASE("hidden controls stay in HTML text, out of the layout, behind a chip", "[render][escape]") {
  CHECK(html_text("a\xE2\x80\xAE"
                  "b") == "a<bdi class=\"ctl\" data-u=\"U+202E\"><span hidden>\xE2\x80\xAE</span></bdi>b");
  CHECK(html_text("\x1B") == "<bdi class=\"ctl\" data-u=\"U+001B\"><span hidden>\x1B</span></bdi>");
  CHECK(html_text("\r") == "<bdi class=\"ctl\" data-u=\"U+000D\"><span hidden>&#13;</span></bdi>");
  CHECK(html_text("\0"s) == "<bdi class=\"ctl\" data-u=\"U+0000\"><span hidden>\xEF\xBF\xBD</span></bdi>");
}

TEST_CASE("an attribute holds no quote and no hidden control", "[render][escape]") {
  CHECK(html_attribute("\"'<>&") == "&quot;&#39;&lt;&gt;&amp;");
  CHECK(html_attribute("a\xE2\x80\xA8"
                       "b\x01") ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD");
}

TEST_CASE("every escape returns valid UTF-8 for any bytes", "[render][escape]") {
  for (int lead = 0; lead < 256; ++lead)
    for (int next = 0; next < 256; next += 3) {
      const std::string bytes = {'a', static_cast<char>(lead), static_cast<char>(next)};
      for (const std::string& out : {html_text(bytes), html_attribute(bytes), json_string(bytes), csv_cell(bytes), terminal_text(bytes), article_slug(bytes)})
        REQUIRE(is_valid_utf8(out));
    }
  CHECK(html_text("a\xFF\xFE") == "a\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("a JSON string is escaped where JSON and scripts need it", "[render][escape]") {
  CHECK(json_string("a\"\\\n\r\t\b\f\x01\x7F") == R"("a\"\\\n\r\t\b\f\u0001\u007f")");
  CHECK(json_string("\xE2\x80\xA8\xE2\x80\xA9") == R"("\u2028\u2029")");
  CHECK(json_string("</script>") == R"("</script>")");
  CHECK(json_string("</script>", JsonIn::script) == R"("\u003c/script>")");
  CHECK(json_string("\xC3(\xF0\x9F\x8E\x89") == "\"\xEF\xBF\xBD(\xF0\x9F\x8E\x89\"");
}

TEST_CASE("a CSV cell is quoted where needed and never runs as a formula", "[render][escape]") {
  CHECK(csv_cell("plain") == "plain");
  CHECK(csv_cell("a,\"b\"\nc") == "\"a,\"\"b\"\"\nc\"");
  CHECK(csv_cell("=1+1") == "'=1+1");
  CHECK(csv_cell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(csv_cell("-2,3") == "\"'-2,3\"");
  CHECK(csv_cell("\t=1") == "\"'\t=1\"");
}

TEST_CASE("a terminal gets no escape sequence, bidi control or unasked line break", "[render][escape]") {
  CHECK(terminal_text("\x1B[31mred") == "\\x1b[31mred");
  CHECK(terminal_text("a\xE2\x80\xAE"
                      "b\xC2\x9B"
                      "c\xFF") == "a\\u{202e}b\\x9bc\\xff");
  CHECK(terminal_text("a\nb") == "a\\x0ab");
  CHECK(terminal_text("a\n\tb\r", LineBreaks::keep) == "a\n\tb\\x0d");
}

TEST_CASE("only plain web addresses become links", "[render][escape]") {
  for (const char* url : {"https://doi.org/10.1016/j.cell.2020.01.001", "HTTP://Example.org:8080/a?b=c#d", "https://a.example/naïve'(1)"})
    CHECK(is_web_url(url));
  for (const char* url : {"", "javascript:alert(1)", "//evil.example", "https://", "https:///x", "http://a b", "https://a.example/\"x", "https://a.example/<x>",
                          "data:text/html,x", " https://a.example", "https://user@evil.example/", "https://a.example/\xE2\x80\xAE", "https://a\\b.example",
                          "https://bücher.example/", "https://a.example/\n", "file:///etc/passwd", "https://a.example/\xFF"})
    CHECK_FALSE(is_web_url(url));
  CHECK_FALSE(is_web_url("https://a.example/" + std::string(3000, 'a')));
}

TEST_CASE("an article's file name is short, plain and its own", "[render][escape]") {
  CHECK(article_slug("News/Page.html#3").starts_with("news-page-html-3-"));
  CHECK(article_slug("a/b") != article_slug("a_b"));
  CHECK(article_slug("../../etc/passwd").find('.') == std::string::npos);
  CHECK(article_slug("\xFF").starts_with("article-"));
  CHECK(article_slug(std::string(500, 'x')).size() <= 51);
  CHECK(article_slug("a").size() == 12);
}
