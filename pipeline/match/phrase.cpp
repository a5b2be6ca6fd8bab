#include "match/phrase.h"

#include "core/tsv.h"
#include "core/unicode.h"

#include <re2/re2.h>

#include <algorithm>

namespace hypeline {
namespace {

constexpr std::size_t kMostAlternatives = 5000;

/// Text read so far, and whether a gap is due before what comes next. Gaps at the beginning are never due.
struct Draft {
  std::string text;
  bool begun = false;
  bool gap = false;
  auto operator<=>(const Draft&) const = default;

  Draft with(std::string_view more) const {
    Draft out = *this;
    for (std::size_t at = 0; at < more.size();) {
      const CodePoint c = decode_at(more, at);
      out.add(c.value, more.substr(at, c.size));
      at += c.size;
    }
    return out;
  }

  void add(char32_t c, std::string_view bytes) {
    if (is_space(c) || is_dash(c)) {
      gap = begun;
      return;
    }
    if (gap) text += ' ';
    text += is_apostrophe(c) ? "'" : bytes;
    gap = false;
    begun = true;
  }
};

/// Takes the parts of a wording one after the other. As long as the drafts disagree on whether a gap is due, they are carried on side by side; as soon as
/// they agree, they are a choice of their own.
struct WordingReader {
  Phrase::Wording out;
  std::vector<Draft> drafts{Draft{}};

  bool take(const std::vector<std::string_view>& alternatives) {
    std::vector<Draft> next;
    for (const Draft& draft : drafts)
      for (const std::string_view alternative : alternatives) next.push_back(draft.with(alternative));
    std::sort(next.begin(), next.end());
    next.erase(std::unique(next.begin(), next.end()), next.end());
    drafts = std::move(next);
    const Draft& one = drafts.front();
    if (std::all_of(drafts.begin(), drafts.end(), [&](const Draft& d) { return d.gap == one.gap && d.begun == one.begun; })) flush();
    return drafts.size() <= kMostAlternatives;
  }

  void flush() {
    const Draft state{{}, drafts.front().begun, drafts.front().gap};
    Phrase::Choice choice;
    for (Draft& draft : drafts) choice.push_back(std::move(draft.text));
    std::sort(choice.begin(), choice.end());
    choice.erase(std::unique(choice.begin(), choice.end()), choice.end());
    if (choice != Phrase::Choice{""}) out.push_back(std::move(choice));
    drafts = {state};
  }
};

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    if (is_token_char(c.value)) return true;
    at += c.size;
  }
  return false;
}

// The alternatives inside braces; `{}` has one, the empty one.
std::vector<std::string_view> alternatives(std::string_view inside) {
  auto out = split(inside, '|');
  if (out.empty()) out.emplace_back();
  return out;
}

// One wording, which begins at byte `offset` of the pattern.
std::expected<Phrase::Wording, PatternError> read_wording(std::string_view text, std::size_t offset) {
  const auto fail = [&](std::size_t at, std::string message) { return std::unexpected(PatternError{offset + at, std::move(message)}); };
  WordingReader reader;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = std::min(text.find('{', at), text.size());
    const std::string_view plain = text.substr(at, open - at);
    if (plain.find('}') != std::string_view::npos) return fail(at + plain.find('}'), "'}' without '{'");
    reader.take({plain});
    if (open == text.size()) break;
    const std::size_t close = text.find_first_of("{}", open + 1);
    if (close == std::string_view::npos || text[close] == '{') return fail(open, "'{' without its '}' (braces do not nest)");
    if (!reader.take(alternatives(text.substr(open + 1, close - open - 1)))) return fail(open, "too many optional parts in a row: make it several rules");
    at = close + 1;
  }
  reader.flush();
  const auto has_words = [](const Phrase::Choice& choice) { return std::all_of(choice.begin(), choice.end(), has_word); };
  if (!std::any_of(reader.out.begin(), reader.out.end(), has_words)) return fail(0, "every part of the phrase can be left out");
  return std::move(reader.out);
}

// The first bar outside braces at or after `at`, or the end.
std::size_t wording_end(std::string_view pattern, std::size_t at) {
  for (bool inside = false; at < pattern.size(); ++at) {
    if (pattern[at] == '{' || pattern[at] == '}') inside = pattern[at] == '{';
    if (pattern[at] == '|' && !inside) break;
  }
  return at;
}

std::vector<std::string> spell_wording(const Phrase::Wording& wording) {
  std::vector<std::string> out{""};
  for (const Phrase::Choice& choice : wording) {
    std::vector<std::string> next;
    for (const std::string& head : out)
      for (const std::string& tail : choice) next.push_back(head + tail);
    out = std::move(next);
  }
  return out;
}

CharSet gap_set() {
  CharSet out = space_set();
  out.add(dash_set());
  return out;
}

/// Writes RE2 and tree side by side.
struct RegexWriter {
  Regex out;

  RegexNode letter(CodePoint c, std::string_view bytes) {
    RegexNode node{.kind = RegexNode::Kind::chars};
    if (c.value == ' ') {
      node.chars = gap_set();
      out.re2.append("(?:[").append(kSpaceClass).append("]+|[").append(kDashClass).append("])");
    } else if (c.value == '\'') {
      node.chars = apostrophe_set();
      out.re2.append("[").append(kApostropheClass).append("]");
    } else {
      node.chars.add(c.value);
      out.re2 += RE2::QuoteMeta({bytes.data(), bytes.size()});
    }
    return node;
  }

  RegexNode spelling(std::string_view text) {
    RegexNode node{.kind = RegexNode::Kind::sequence};
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint c = decode_at(text, at);
      node.parts.push_back(letter(c, text.substr(at, c.size)));
      at += c.size;
    }
    return node;
  }

  RegexNode choice(const Phrase::Choice& alternatives) {
    RegexNode node{.kind = RegexNode::Kind::choice};
    out.re2 += "(?:";
    for (const std::string& text : alternatives) {
      if (!node.parts.empty()) out.re2 += '|';
      node.parts.push_back(spelling(text));
    }
    out.re2 += ')';
    return node;
  }

  RegexNode wording(const Phrase::Wording& choices) {
    RegexNode node{.kind = RegexNode::Kind::sequence};
    for (const Phrase::Choice& alternatives : choices) node.parts.push_back(choice(alternatives));
    return node;
  }
};

}  // namespace

std::expected<Phrase, PatternError> read_phrase(std::string_view pattern) {
  Phrase out;
  for (std::size_t at = 0; at <= pattern.size();) {
    const std::size_t end = wording_end(pattern, at);
    auto wording = read_wording(pattern.substr(at, end - at), at);
    if (!wording) return std::unexpected(std::move(wording.error()));
    out.wordings.push_back(std::move(*wording));
    at = end + 1;
  }
  return out;
}

std::vector<std::string> spell_out(const Phrase& phrase, std::size_t most) {
  std::size_t count = 0;
  for (const Phrase::Wording& wording : phrase.wordings) {
    std::size_t product = 1;
    for (const Phrase::Choice& choice : wording) product = std::min(product * choice.size(), most + 1);
    count += product;
  }
  if (count > most) return {};
  std::vector<std::string> out;
  for (const Phrase::Wording& wording : phrase.wordings) std::ranges::move(spell_wording(wording), std::back_inserter(out));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Regex phrase_regex(const Phrase& phrase) {
  RegexWriter writer;
  writer.out.tree.kind = RegexNode::Kind::choice;
  for (const Phrase::Wording& wording : phrase.wordings) {
    if (!writer.out.tree.parts.empty()) writer.out.re2 += '|';
    writer.out.tree.parts.push_back(writer.wording(wording));
  }
  return std::move(writer.out);
}

}  // namespace hypeline
