#include "ingest/message_head.h"

#include "core/tsv.h"

#include <algorithm>

namespace hypeline {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// Takes the first line off, without its end.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string unquoted(std::string_view value) {
  value = trim(value);
  if (value.size() >= 2 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0]) value = value.substr(1, value.size() - 2);
  return std::string(value);
}

}  // namespace

bool same_word(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

std::optional<MessageHead> read_head(std::string_view message) {
  std::string_view rest = message.substr(0, kMostHead);
  MessageHead head;
  head.start_line = take_line(rest);
  const char* fields = rest.data();
  while (!rest.empty()) {
    const char* line = rest.data();
    const bool ended = rest.find('\n') != std::string_view::npos;
    if (!take_line(rest).empty() || !ended) continue;
    head.fields = {fields, static_cast<std::size_t>(line - fields)};
    head.size = static_cast<std::size_t>(rest.data() - message.data());
    return head;
  }
  return {};
}

std::string MessageHead::field(std::string_view name) const {
  std::string out;
  bool found = false;
  for (std::string_view rest = fields; !rest.empty();) {
    const std::string_view line = take_line(rest);
    const bool folded = line.starts_with(' ') || line.starts_with('\t');
    if (found && !folded) break;
    if (found) out.append(out.empty() ? "" : " ").append(trim(line));
    const std::size_t colon = line.find(':');
    if (found || folded || colon == std::string_view::npos || !same_word(trim(line.substr(0, colon)), name)) continue;
    found = true;
    out = trim(line.substr(colon + 1));
  }
  return out;
}

MediaType parse_media_type(std::string_view value) {
  MediaType out;
  bool first = true;
  for (const std::string_view part : split(value, ';')) {
    const std::size_t equals = part.find('=');
    if (first) std::ranges::transform(trim(part), std::back_inserter(out.type), lower);
    if (!first && equals != std::string_view::npos && same_word(trim(part.substr(0, equals)), "charset")) out.charset = unquoted(part.substr(equals + 1));
    first = false;
  }
  return out;
}

}  // namespace hypeline
