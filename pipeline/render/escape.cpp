#include "render/escape.h"

#include "core/digest.h"
#include "core/unicode.h"

#include <fmt/format.h>

#include <algorithm>

namespace hypeline {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// Calls `special(code point, its bytes, out)` for every code point; what it does not take (false) is copied, broken bytes as U+FFFD.
template <class Special>
std::string escape(std::string_view text, Special special) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    const std::string_view bytes = text.substr(at, c.size);
    at += c.size;
    if (special(c.value, bytes, out)) continue;
    if (c.value == kReplacement)
      append_utf8(out, kReplacement);
    else
      out += bytes;
  }
  return out;
}

bool is_broken(char32_t c, std::string_view bytes) { return c == kReplacement && bytes.size() == 1; }

bool is_bidi(char32_t c) { return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

std::string_view entity(char32_t c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

/// A parser turns a bare CR into LF and drops NUL, so these two cannot stand as they are.
std::string chip(char32_t c, std::string_view bytes) {
  const std::string_view held = c == 0 ? "\xEF\xBF\xBD" : c == '\r' ? "&#13;" : bytes;
  return fmt::format("<bdi class=\"ctl\" data-u=\"U+{:04X}\"><span hidden>{}</span></bdi>", static_cast<std::uint32_t>(c), held);
}

std::string_view json_short(char32_t c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    case '\b':
      return "\\b";
    case '\f':
      return "\\f";
    default:
      return {};
  }
}

bool is_alnum(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::size_t scheme_length(std::string_view url) {
  std::string head(url.substr(0, 8));
  std::transform(head.begin(), head.end(), head.begin(), lower);
  return head.starts_with("https://") ? 8 : head.starts_with("http://") ? 7 : 0;
}

bool is_plain_host(std::string_view host) {
  const auto plain = [](char c) { return is_alnum(c) || c == '.' || c == '-' || c == ':'; };
  return !host.empty() && is_alnum(host.front()) && std::all_of(host.begin(), host.end(), plain);
}

}  // namespace

bool is_hidden_control(char32_t c) {
  if (c < 0x20) return c != '\t' && c != '\n';
  return (c >= 0x7F && c <= 0x9F) || is_bidi(c) || c == 0x2028 || c == 0x2029;
}

std::string html_text(std::string_view text) {
  return escape(text, [](char32_t c, std::string_view bytes, std::string& out) {
    const std::string_view name = entity(c);
    if (!name.empty()) return out += name, true;
    if (is_hidden_control(c)) return out += chip(c, bytes), true;
    return false;
  });
}

std::string html_attribute(std::string_view value) {
  return escape(value, [](char32_t c, std::string_view, std::string& out) {
    const std::string_view name = entity(c);
    if (!name.empty()) return out += name, true;
    if (is_hidden_control(c)) return append_utf8(out, kReplacement), true;
    return false;
  });
}

std::string json_string(std::string_view text, JsonIn in) {
  const std::string inner = escape(text, [in](char32_t c, std::string_view, std::string& out) {
    const std::string_view brief = json_short(c);
    if (!brief.empty()) return out += brief, true;
    const bool coded = c < 0x20 || c == 0x7F || c == 0x2028 || c == 0x2029 || (c == '<' && in == JsonIn::script);
    if (coded) out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c));
    return coded;
  });
  return '"' + inner + '"';
}

std::string csv_cell(std::string_view text) {
  const std::string_view runs = "=+-@\t\r", quoted = "\",\n\r\t";
  std::string cell = escape(text, [](char32_t c, std::string_view, std::string& out) {
    if (c == '"') out += "\"\"";
    return c == '"';
  });
  if (!cell.empty() && runs.find(cell.front()) != std::string_view::npos) cell.insert(0, 1, '\'');
  return cell.find_first_of(quoted) == std::string::npos ? cell : '"' + cell + '"';
}

std::string terminal_text(std::string_view text, LineBreaks breaks) {
  return escape(text, [breaks](char32_t c, std::string_view bytes, std::string& out) {
    if (is_broken(c, bytes)) return out += fmt::format("\\x{:02x}", static_cast<unsigned char>(bytes[0])), true;
    const bool line = (c == '\n' || c == '\t') && breaks == LineBreaks::escape;
    if (!line && !is_hidden_control(c)) return false;
    const auto value = static_cast<std::uint32_t>(c);
    out += value < 0x100 ? fmt::format("\\x{:02x}", value) : fmt::format("\\u{{{:x}}}", value);
    return true;
  });
}

bool is_web_url(std::string_view url) {
  constexpr std::size_t kLongest = 2048;
  const std::size_t scheme = scheme_length(url);
  if (scheme == 0 || url.size() > kLongest || !is_valid_utf8(url)) return false;
  for (std::size_t at = 0; at < url.size();) {
    const CodePoint c = decode_at(url, at);
    if (is_hidden_control(c.value) || is_space(c.value) || c.value == '<' || c.value == '>' || c.value == '"' || c.value == '\\') return false;
    at += c.size;
  }
  const std::string_view rest = url.substr(scheme);
  return is_plain_host(rest.substr(0, rest.find_first_of("/?#")));
}

std::string article_slug(std::string_view id) {
  constexpr std::size_t kReadable = 40;
  std::string slug;
  for (const char c : id) {
    if (is_alnum(c))
      slug += lower(c);
    else if (!slug.empty() && slug.back() != '-')
      slug += '-';
    if (slug.size() == kReadable) break;
  }
  if (!slug.empty() && slug.back() == '-') slug.pop_back();
  if (slug.empty()) slug = "article";
  return fmt::format("{}-{:010x}", slug, hash64(id) >> 24);
}

}  // namespace hypeline
