#include "render/html/markup.h"

#include "core/unicode.h"
#include "render/escape.h"

#include <algorithm>

namespace hypeline::html {

std::string safe(std::string_view text) { return html_attribute(text); }

bool runs_left_to_right(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    const bool printable = c.value >= U' ' && (c.value < 0x7F || c.value > 0x9F);
    if (!printable || (c.value >= 0x590 && (c.value < 0x2010 || c.value > 0x2027))) return false;
    at += c.size;
  }
  return true;
}

Html words(std::string_view text) {
  Html out = Html::trusted(html_text(text));
  return runs_left_to_right(text) ? out : markup("<bdi>{}</bdi>", out);
}

std::string shorten(std::string_view text, std::size_t most) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t n = 0; at < text.size() && n < most; ++n) {
    const CodePoint c = decode_at(text, at);
    out += text.substr(at, c.size);
    at += c.size;
  }
  std::replace(out.begin(), out.end(), '\n', ' ');
  return at < text.size() ? out + "…" : out;
}

std::string in_words(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), '-', ' ');
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 32);
  return out;
}

std::string as_sentence(std::string_view phrase) {
  std::string out(phrase);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 32);
  return out.empty() || out.back() == '.' ? out : out + '.';
}

Html page(std::string_view title, std::string_view up, const Html& top, const Html& main, const Html& scripts) {
  return markup(R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types hypeline">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{0}</title>
<link rel="stylesheet" href="{1}app.css">
{4}</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">{2}<p><b>Screening aid, not a verdict.</b></p></header>
<main id="main">
{3}</main>
</body>
</html>
)",
                title, up, top, main, scripts);
}

}  // namespace hypeline::html
