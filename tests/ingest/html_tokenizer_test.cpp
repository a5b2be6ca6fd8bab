#include "ingest/html/tokenizer.h"

#include <catch2/catch.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace hypeline;
using namespace hypeline::html;
using namespace std::string_literals;

namespace {

std::string show_tag(const Token& token) {
  std::string shown = (token.kind == TokenKind::end_tag ? "</" : "<") + std::string(token.name);
  for (const auto& [name, value] : token.attributes) shown.append(" ").append(name).append("=[").append(value).append("]");
  return shown + (token.self_closing ? "/>" : ">");
}

std::string show_id(std::optional<std::string_view> id) { return id ? "[" + std::string(*id) + "]" : "-"; }

/// One token as text: kept runs as they are, replacements after '~', comments after '!'.
std::string show(const Token& token) {
  switch (token.kind) {
    case TokenKind::text:
      return (token.kept ? "" : "~") + std::string(token.text);
    case TokenKind::comment:
      return "!" + std::string(token.text);
    case TokenKind::doctype:
      return "doctype " + std::string(token.name) + " " + show_id(token.doctype.public_id) + " " + show_id(token.doctype.system_id) +
             (token.doctype.force_quirks ? " quirks" : "");
    default:
      return show_tag(token);
  }
}

using Shown = std::vector<std::string>;

Shown show_all(Tokenizer& tokenizer) {
  Shown shown;
  while (const Token* token = tokenizer.next()) shown.push_back(show(*token));
  return shown;
}

Shown tokens(std::string_view input) {
  Tokenizer tokenizer(input);
  return show_all(tokenizer);
}

/// The tokens where the whole input is foreign content.
Shown foreign_tokens(std::string_view input) {
  Tokenizer tokenizer(input);
  tokenizer.set_foreign(true);
  return show_all(tokenizer);
}

/// The text of a page alone, joined.
std::string text_of(std::string_view input) {
  std::string text;
  Tokenizer tokenizer(input);
  while (const Token* token = tokenizer.next()) {
    if (token->kind == TokenKind::text) text += token->text;
  }
  return text;
}

std::vector<Span> spans(std::string_view input) {
  std::vector<Span> all;
  Tokenizer tokenizer(input);
  while (const Token* token = tokenizer.next()) all.push_back(token->span);
  return all;
}

std::string repeat(std::string_view part, std::size_t times) {
  std::string whole;
  whole.reserve(part.size() * times);
  for (; times > 0; --times) whole += part;
  return whole;
}

const std::string kReplacementCharacter = "\xEF\xBF\xBD";

}  // namespace

TEST_CASE("a page is split into tags and text", "[ingest][html]") {
  CHECK(tokens("<p>Coffee <b>cures</b> all.</p>") == Shown{"<p>", "Coffee ", "<b>", "cures", "</b>", " all.", "</p>"});
  CHECK(tokens("").empty());
  CHECK(tokens("no tags") == Shown{"no tags"});
}

TEST_CASE("every token knows its bytes", "[ingest][html]") {
  CHECK(spans("<p>a&amp;b\r\n</p><!--c-->") == std::vector<Span>{{0, 3}, {3, 4}, {4, 9}, {9, 10}, {10, 12}, {12, 16}, {16, 24}});
  CHECK(spans("</>x<![CDATA[y]]>") == std::vector<Span>{{3, 4}, {4, 17}});
}

TEST_CASE("kept runs are as long as their bytes stay unchanged", "[ingest][html]") {
  CHECK(tokens("risk < 5 % & p<0.05 </ R&D &unknown; &# &#x; x") == Shown{"risk < 5 % & p<0.05 ", "! R&D &unknown; &# &#x; x"});
  CHECK(tokens("1 < 2, AT&T, &; &#; &#x;, 3 <4") == Shown{"1 < 2, AT&T, &; &#; &#x;, 3 <4"});
  CHECK(tokens("ends with <") == Shown{"ends with <"});
  CHECK(tokens("ends with </") == Shown{"ends with </"});
}

TEST_CASE("newlines become line feeds with the bytes they came from", "[ingest][html]") {
  CHECK(tokens("a\r\nb\rc\n\rd\r") == Shown{"a", "~\n", "b", "~\n", "c\n", "~\n", "d", "~\n"});
  CHECK(tokens("<a b='x\r\ny\rz'><!--\r\n-->") == Shown{"<a b=[x\ny\nz]>", "!\n"});
  CHECK(tokens("<a\r\nb\r=\rc>") == Shown{"<a b=[c]>"});
}

TEST_CASE("NUL reads as each place has it", "[ingest][html]") {
  CHECK(tokens("a\0b"s) == Shown{"a", "~\0"s, "b"});
  CHECK(tokens("<title>a\0b</title>"s) == Shown{"<title>", "a", "~" + kReplacementCharacter, "b", "</title>"});
  CHECK(tokens("<a\0 b\0=\0>"s) == Shown{"<a" + kReplacementCharacter + " b" + kReplacementCharacter + "=[" + kReplacementCharacter + "]>"});
  CHECK(tokens("<!--\0-->"s) == Shown{"!" + kReplacementCharacter});
}

TEST_CASE("character references are replaced", "[ingest][html]") {
  CHECK(tokens("Dr&nbsp;Lee&rsquo;s") == Shown{"Dr", "~\u00A0", "Lee", "~\u2019", "s"});
  CHECK(text_of("&#233;&#xE9;&#XE9;&#233 &#xe9g") == "\u00E9\u00E9\u00E9\u00E9 \u00E9g");
  CHECK(text_of("&nGt;|&CounterClockwiseContourIntegral;|&lt;") == "\u226B\u20D2|\u2233|<");
}

TEST_CASE("numbers outside Unicode and of windows-1252 are mended", "[ingest][html]") {
  CHECK(text_of("&#147;&#148;&#128;&#x9F;") == "\u201C\u201D\u20AC\u0178");
  CHECK(text_of("&#129;") == "\u0081");
  CHECK(text_of("&#0;&#xD800;&#x110000;&#99999999999999999999;") == repeat(kReplacementCharacter, 4));
  CHECK(text_of("&#x1F6A8;&#x10FFFF;") == "\U0001F6A8\U0010FFFF");
}

TEST_CASE("old names need no semicolon, new ones do", "[ingest][html]") {
  CHECK(text_of("&copy2024 &ampamp; &AMP") == "\u00A92024 &amp; &");
  CHECK(text_of("&notit; &notin; &rsquo &l") == "\u00ACit; \u2209 &rsquo &l");
}

TEST_CASE("a query string in an attribute is left alone", "[ingest][html]") {
  CHECK(tokens("<a href='?a=1&copy=2&copyright&copy&lt;x&amp;y&reg'>") == Shown{"<a href=[?a=1&copy=2&copyright\u00A9<x&y\u00AE]>"});
  CHECK(tokens("<a href=?a&amp;b&lt>") == Shown{"<a href=[?a&b<]>"});
}

TEST_CASE("attributes are read in every spelling", "[ingest][html]") {
  CHECK(tokens("<IMG Alt=\"A > B\" hidden data-x = 'y'width=1 / =z>") == Shown{"<img alt=[A > B] hidden=[] data-x=[y] width=[1] =z=[]>"});
  CHECK(tokens("<a b=c/><br/><br /><a b=/ ><p/ >") == Shown{"<a b=[c/]>", "<br/>", "<br/>", "<a b=[/]>", "<p>"});
  CHECK(tokens("<a b=><a b= ><a \"='>'>") == Shown{"<a b=[]>", "<a b=[]>", "<a \"=[>]>"});
  CHECK(tokens("</P class=x/>") == Shown{"</p>"});
}

TEST_CASE("of two attributes with one name the first wins", "[ingest][html]") { CHECK(tokens("<a id=1 ID=2 class=x iD=3>") == Shown{"<a id=[1] class=[x]>"}); }

TEST_CASE("a tag cut off by the end is dropped", "[ingest][html]") {
  for (const std::string tail : {"<p", "<p ", "<p a", "<p a=", "<p a='b", "<p a='b'", "<p a=b", "<p/", "</p", "</p x"}) CHECK(tokens("x" + tail) == Shown{"x"});
}

TEST_CASE("comments end where browsers end them", "[ingest][html]") {
  CHECK(tokens("<!-- a --b- -->x") == Shown{"! a --b- ", "x"});
  CHECK(tokens("<!-->x<!--->x<!---->x<!--a--!>x") == Shown{"!", "x", "!", "x", "!", "x", "!a", "x"});
  CHECK(tokens("<!--a--!-->x<!--a--->") == Shown{"!a--!", "x", "!a-"});
  CHECK(tokens("<!--a -- > b") == Shown{"!a -- > b"});
  CHECK(tokens("<!--a--") == Shown{"!a"});
  CHECK(tokens("<!--a--!") == Shown{"!a"});
  CHECK(tokens("<?php echo 1 ?>x</ y>z<!x>") == Shown{"!?php echo 1 ?", "x", "! y", "z", "!x"});
}

TEST_CASE("doctypes give name, identifiers and quirks", "[ingest][html]") {
  CHECK(tokens("<!DOCTYPE HTML>") == Shown{"doctype html - -"});
  CHECK(tokens("<!doctype html PUBLIC \"-//X//EN\" 'u'>") == Shown{"doctype html [-//X//EN] [u]"});
  CHECK(tokens("<!doctype html system \"\">") == Shown{"doctype html - []"});
  CHECK(tokens("<!doctype>") == Shown{"doctype  - - quirks"});
  CHECK(tokens("<!doctype html public 'a>b'>") == Shown{"doctype html [a] - quirks", "b'>"});
  CHECK(tokens("<!doctype html") == Shown{"doctype html - - quirks"});
  CHECK(tokens("<!doctype html nonsense>") == Shown{"doctype html - - quirks"});
}

TEST_CASE("the content of title and textarea has references but no tags", "[ingest][html]") {
  CHECK(tokens("<title>A <b>&amp;</i> </titles></TITLE >x") == Shown{"<title>", "A <b>", "~&", "</i> </titles>", "</title>", "x"});
  CHECK(tokens("<textarea><p></textarea/>") == Shown{"<textarea>", "<p>", "</textarea>"});
  CHECK(tokens("<title>never ended</title") == Shown{"<title>", "never ended</title"});
}

TEST_CASE("the content of style and its like is raw", "[ingest][html]") {
  for (const std::string name : {"style", "xmp", "iframe", "noembed", "noframes", "script"}) {
    CHECK(tokens("<" + name + ">a<b>&amp;</" + name + ">c") == Shown{"<" + name + ">", "a<b>&amp;", "</" + name + ">", "c"});
  }
  CHECK(tokens("<plaintext>a</plaintext>&amp;") == Shown{"<plaintext>", "a</plaintext>&amp;"});
  CHECK(tokens("<noscript><p>a</noscript>") == Shown{"<noscript>", "<p>", "a", "</noscript>"});
}

TEST_CASE("a script hides its end tag only in a comment with a script in it", "[ingest][html]") {
  CHECK(text_of("<script>if (a<b && b>c) '<p>'</script>x") == "if (a<b && b>c) '<p>'x");
  CHECK(tokens("<script><!-- a </script>x") == Shown{"<script>", "<!-- a ", "</script>", "x"});
  CHECK(tokens("<script><!-- <script> </script> </script>x") == Shown{"<script>", "<!-- <script> </script> ", "</script>", "x"});
  CHECK(tokens("<script><!-- <script> --></script>x") == Shown{"<script>", "<!-- <script> -->", "</script>", "x"});
  CHECK(tokens("<script><!--><script></script>x") == Shown{"<script>", "<!--><script>", "</script>", "x"});
  CHECK(tokens("<script><!-- <scripts> </script>x") == Shown{"<script>", "<!-- <scripts> ", "</script>", "x"});
}

TEST_CASE("foreign content has CDATA sections and no raw elements", "[ingest][html]") {
  CHECK(foreign_tokens("<![CDATA[a<b>&amp;]]]>c") == Shown{"a<b>&amp;]", "c"});
  CHECK(foreign_tokens("<![CDATA[a]]") == Shown{"a]]"});
  CHECK(foreign_tokens("<title><b></b></title>") == Shown{"<title>", "<b>", "</b>", "</title>"});
  CHECK(tokens("<![CDATA[a]]>") == Shown{"![CDATA[a]]"});
}

TEST_CASE("the consumer may overrule the content model", "[ingest][html]") {
  Tokenizer tokenizer("<title><b></title>");
  REQUIRE(tokenizer.next() != nullptr);
  tokenizer.set_content_model(ContentModel::data);
  CHECK(show_all(tokenizer) == Shown{"<b>", "</title>"});
}

TEST_CASE("bytes that are no UTF-8 pass through", "[ingest][html]") {
  CHECK(tokens("\xFF<p \x80='\xC3'>\xE2\x82") == Shown{"\xFF", "<p \x80=[\xC3]>", "\xE2\x82"});
}

TEST_CASE("attributes beyond the limit are ignored", "[ingest][html]") {
  std::string tag = "<a";
  for (int i = 0; i < 100'000; ++i) tag += " a" + std::to_string(i);
  tag += ">x";
  Tokenizer tokenizer(tag);
  const Token* token = tokenizer.next();
  REQUIRE(token != nullptr);
  CHECK(token->attributes.size() == kMaxAttributes);
  CHECK(show_all(tokenizer) == Shown{"x"});
}

// None of these takes noticeable time; a quadratic one would take minutes.
TEST_CASE("hostile input is read in linear time", "[ingest][html]") {
  constexpr std::size_t kMany = 1'000'000;
  CHECK(tokens(repeat("<", kMany)).size() == 1);
  CHECK(tokens(repeat("&", kMany)).size() == 1);
  CHECK(tokens("<!--" + repeat("->", kMany)).size() == 2);
  CHECK(tokens(repeat("<!--", kMany)).size() == 1);
  CHECK(tokens("<script>" + repeat("</scrip", kMany)).size() == 2);
  CHECK(tokens("<script>" + repeat("<!--<script", kMany)).size() == 2);
  CHECK(tokens("<title>" + repeat("</title", kMany)).size() == 2);
  CHECK(tokens(repeat("<a b='", kMany)).empty());
  CHECK(tokens("<a b='" + repeat("&amp", 10 * kMany) + "'>").size() == 1);
  CHECK(text_of("&#" + repeat("9", 10 * kMany)) == kReplacementCharacter);
  CHECK(foreign_tokens("<![CDATA[" + repeat("]]", kMany)).size() == 1);
}
