#include "ingest/encoding/prescan.h"

#include "ingest/encoding/labels.h"

#include <algorithm>
#include <string>

namespace hypeline {
namespace {

constexpr std::size_t kLimit = 16384;
constexpr std::string_view kSpace = "\t\n\f\r ";

bool is_white(char c) { return kSpace.find(c) != std::string_view::npos; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_alpha(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

bool starts_with_nocase(std::string_view text, std::size_t at, std::string_view word) {
  if (text.size() - at < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (lower(text[at + i]) != word[i]) return false;
  return true;
}

struct Attribute {
  std::string name, value;
};

/// A reader over the page's head; runs out quietly: `at` is then the size, and what was begun is void.
struct Head {
  std::string_view text;
  std::size_t at = 0;

  bool done() const { return at >= text.size(); }
  void skip(std::string_view set) { at = std::min(text.find_first_not_of(set, at), text.size()); }
  void skip_to(std::string_view set) { at = std::min(text.find_first_of(set, at), text.size()); }

  std::string unquoted(std::string_view until) {
    std::string value;
    for (; !done() && until.find(text[at]) == std::string_view::npos; ++at) value += lower(text[at]);
    return value;
  }

  std::string value() {
    skip(kSpace);
    if (done()) return {};
    const char quote = text[at];
    if (quote != '"' && quote != '\'') return unquoted("\t\n\f\r >");
    ++at;
    std::string quoted = unquoted({&quote, 1});
    if (!done()) ++at;
    return quoted;
  }

  /// The next attribute of a tag; an empty name at the tag's end.
  Attribute attribute() {
    skip("\t\n\f\r /");
    Attribute out;
    if (done() || text[at] == '>') return out;
    do out.name += lower(text[at++]);
    while (!done() && std::string_view("=/>\t\n\f\r ").find(text[at]) == std::string_view::npos);
    skip(kSpace);
    if (done() || text[at] != '=') return out;
    ++at;
    out.value = value();
    return out;
  }
};

/// `charset=…` in a content attribute, as "extracting a character encoding from a meta element" has it.
std::string_view charset_in_content(std::string_view content) {
  for (std::size_t at = content.find("charset"); at != std::string_view::npos; at = content.find("charset", at)) {
    at = std::min(content.find_first_not_of(kSpace, at + 7), content.size());
    if (at == content.size()) return {};
    if (content[at] != '=') continue;
    at = std::min(content.find_first_not_of(kSpace, at + 1), content.size());
    if (at == content.size()) return {};
    const char quote = content[at];
    if (quote != '"' && quote != '\'') return content.substr(at, content.find_first_of("\t\n\f\r ;", at) - at);
    const std::size_t end = content.find(quote, at + 1);
    return end == std::string_view::npos ? std::string_view{} : content.substr(at + 1, end - at - 1);
  }
  return {};
}

/// What a meta element has said about the charset; the first attribute of a name counts.
struct Meta {
  bool got_pragma = false, needs_pragma = false, has_content = false, has_charset = false, has_http = false;
  std::string_view charset;

  void read(const Attribute& a) {
    if (a.name == "http-equiv" && !has_http) {
      has_http = true;
      got_pragma = a.value == "content-type";
    } else if (a.name == "content" && !has_content) {
      has_content = true;
      const auto named = charset_of_label(charset_in_content(a.value));
      if (!named.empty() && charset.empty()) charset = named, needs_pragma = true;
    } else if (a.name == "charset" && !has_charset) {
      has_charset = true;
      charset = charset_of_label(a.value);
      needs_pragma = false;
    }
  }
};

/// REQUIRES the head at the white space after `<meta`. Empty where the element declares nothing or is cut off.
std::string_view read_meta(Head& head) {
  Meta meta;
  for (Attribute a = head.attribute(); !a.name.empty(); a = head.attribute()) meta.read(a);
  if (head.done() || (meta.needs_pragma && !meta.got_pragma)) return {};
  return meta.charset;
}

void skip_tag(Head& head) {
  head.skip_to("\t\n\f\r >");
  while (!head.attribute().name.empty()) continue;
}

/// Past the markup at `<` that is no meta element, or past the one byte.
void skip_markup(Head& head) {
  const std::string_view text = head.text;
  const std::size_t name = head.at + (head.at + 1 < text.size() && text[head.at + 1] == '/' ? 2 : 1);
  if (name < text.size() && is_alpha(text[name])) return skip_tag(head);
  if (head.at + 1 < text.size() && std::string_view("!/?").find(text[head.at + 1]) != std::string_view::npos) head.skip_to(">");
  if (!head.done()) ++head.at;
}

}  // namespace

std::string_view declared_charset(std::string_view html) {
  Head head{html.substr(0, kLimit), 0};
  for (head.skip_to("<"); !head.done(); head.skip_to("<")) {
    if (starts_with_nocase(head.text, head.at, "<!--")) {
      const std::size_t end = head.text.find("-->", head.at + 2);
      head.at = end == std::string_view::npos ? head.text.size() : end + 3;
    } else if (starts_with_nocase(head.text, head.at, "<meta") && head.at + 5 < head.text.size() &&
               (is_white(head.text[head.at + 5]) || head.text[head.at + 5] == '/')) {
      head.at += 5;
      const auto charset = read_meta(head);
      if (charset.starts_with("utf-16")) return "utf-8";
      if (!charset.empty()) return charset;
    } else {
      skip_markup(head);
    }
  }
  return {};
}

}  // namespace hypeline
