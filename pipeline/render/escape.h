#pragma once
#include <string>
#include <string_view>

/// The one place where hostile bytes are made safe for each kind of output. Every function takes any bytes and returns valid UTF-8;
/// bytes that are no UTF-8 become U+FFFD, one for each byte (in a terminal `\xNN`).
namespace hypeline {

/// Controls that change how the text around them is shown or split: C0 but tab and line feed, DEL, C1, the bidi controls, U+2028 and U+2029.
bool is_hidden_control(char32_t c);

/// Text between tags. Hidden controls stay in textContent, out of the layout, and show as a chip that names them:
/// `<bdi class="ctl" data-u="U+202E"><span hidden>…</span></bdi>`. NUL, which HTML cannot hold, becomes U+FFFD.
std::string html_text(std::string_view text);

/// A value between double quotes. Hidden controls become U+FFFD.
std::string html_attribute(std::string_view value);

/// For whom JSON is written: a file, or a script in which `<` must not stand.
enum class JsonIn : bool { file, script };

/// A JSON string with its quotes. C0, DEL, U+2028 and U+2029 are written as \u escapes; everything else stays as it is.
std::string json_string(std::string_view text, JsonIn in = JsonIn::file);

/// A cell of a CSV file (RFC 4180), quoted where needed. A cell that a spreadsheet would run (first byte = + - @ TAB CR) gets a `'` before it.
std::string csv_cell(std::string_view text);

/// What a terminal may show: escape sequences and bidi controls as `\xNN` or `\u{…}`. A line break is kept only where asked for.
enum class LineBreaks : bool { escape, keep };
std::string terminal_text(std::string_view text, LineBreaks breaks = LineBreaks::escape);

/// True for an absolute http or https address with a plain ASCII host, no user name, and nothing in it that could end an attribute or
/// change how it is shown. Only such an address becomes a link; all others are shown as text.
bool is_web_url(std::string_view url);

/// A file name for an article: a readable part of its id and ten hex digits of its hash, of `a-z`, `0-9` and `-` only, at most 51 bytes.
/// Two ids that differ get two names (short of a 40-bit collision).
std::string article_slug(std::string_view id);

}  // namespace hypeline
