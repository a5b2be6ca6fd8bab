#include "match/phrase.h"

#include "core/tsv.h"
#include "core/unicode.h"

#include <re2/re2.h>

#include <algorithm>

namespace hypeline {
namespace {

constexpr std::size_t kMostSpellings = 4000;

using Spellings = std::vector<std::string>;

Spellings joined(const Spellings& heads, const std::vector<std::string_view>& tails) {
  Spellings out;
  for (const std::string& head : heads)
    for (const std::string_view tail : tails) out.push_back(head + std::string(tail));
  return out;
}

// The alternatives inside braces; `{}` has one, the empty one.
std::vector<std::string_view> alternatives(std::string_view inside) {
  auto out = split(inside, '|');
  if (out.empty()) out.emplace_back();
  return out;
}

// The spellings of one phrase, without a bar outside braces, that begins at byte `offset` of the pattern.
std::expected<Spellings, PatternError> expand(std::string_view phrase, std::size_t offset) {
  Spellings out{""};
  for (std::size_t at = 0; at < phrase.size();) {
    const std::size_t open = phrase.find('{', at);
    const std::string_view plain = phrase.substr(at, open - at);
    if (const std::size_t stray = plain.find('}'); stray != std::string_view::npos)
      return std::unexpected(PatternError{offset + at + stray, "'}' without '{'"});
    out = joined(out, {plain});
    if (open == std::string_view::npos) break;
    const std::size_t close = phrase.find_first_of("{}", open + 1);
    if (close == std::string_view::npos || phrase[close] == '{')
      return std::unexpected(PatternError{offset + open, "'{' without its '}' (braces do not nest)"});
    out = joined(out, alternatives(phrase.substr(open + 1, close - open - 1)));
    if (out.size() > kMostSpellings) return std::unexpected(PatternError{offset + open, "more than 4000 spellings: make it several rules"});
    at = close + 1;
  }
  return out;
}

// The first bar outside braces at or after `at`, or the end.
std::size_t phrase_end(std::string_view pattern, std::size_t at) {
  for (bool inside = false; at < pattern.size(); ++at) {
    if (pattern[at] == '{' || pattern[at] == '}') inside = pattern[at] == '{';
    if (pattern[at] == '|' && !inside) break;
  }
  return at;
}

// Gaps become single spaces between other characters, apostrophes the plain one.
std::string normal_spelling(std::string_view text) {
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    const bool in_gap = is_space(c.value) || is_dash(c.value);
    if (!in_gap && gap && !out.empty()) out += ' ';
    if (!in_gap) out += is_apostrophe(c.value) ? std::string_view("'") : text.substr(at, c.size);
    gap = in_gap;
    at += c.size;
  }
  return out;
}

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    if (is_token_char(c.value)) return true;
    at += c.size;
  }
  return false;
}

std::string spelling_re2(std::string_view spelling) {
  static constexpr std::string_view kEnd = "]";
  std::string out;
  for (std::size_t at = 0; at < spelling.size();) {
    const CodePoint c = decode_at(spelling, at);
    if (c.value == ' ')
      out.append("(?:[").append(kSpaceClass).append("]+|[").append(kDashClass).append("])");
    else if (c.value == '\'')
      out.append("[").append(kApostropheClass).append(kEnd);
    else
      out += RE2::QuoteMeta({spelling.data() + at, c.size});
    at += c.size;
  }
  return out;
}

}  // namespace

std::expected<std::vector<std::string>, PatternError> spell_out(std::string_view phrase) {
  Spellings out;
  for (std::size_t at = 0; at <= phrase.size();) {
    const std::size_t end = phrase_end(phrase, at);
    auto raw = expand(phrase.substr(at, end - at), at);
    if (!raw) return raw;
    for (const std::string& text : *raw) out.push_back(normal_spelling(text));
    at = end + 1;
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  if (!std::all_of(out.begin(), out.end(), has_word)) return std::unexpected(PatternError{0, "a spelling of the phrase has no word in it"});
  return out;
}

std::string phrase_re2(const std::vector<std::string>& spellings) {
  std::string out;
  for (const std::string& spelling : spellings) out += (out.empty() ? "" : "|") + spelling_re2(spelling);
  return out;
}

}  // namespace hypeline
