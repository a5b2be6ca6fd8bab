// The text between tags: where a run ends, and what the references, newlines and escapes in it stand for.
#include "ingest/html/bytes.h"
#include "ingest/html/tokenizer.h"

#include <algorithm>
#include <array>

namespace hypeline::html {
namespace {

/// The bytes that may end a run of kept text, by ContentModel.
constexpr std::array<Stops, 6> kTextStops = {
    Stops('<', '&', '\r', '\0'),    // data
    Stops('<', '&', '\r', '\0'),    // RCDATA
    Stops('<', '\r', '\0', '\0'),   // RAWTEXT
    Stops('<', '>', '\r', '\0'),    // script data: "-->" ends the escape
    Stops('\r', '\0', '\0', '\0'),  // PLAINTEXT
    Stops(']', '\r', '\0', '\0'),   // CDATA
};

bool keeps_nul(ContentModel model) { return model == ContentModel::data || model == ContentModel::cdata; }

}  // namespace

/// Emits the text at pos_. Returns false when markup stands there.
bool Tokenizer::read_text() {
  if (replacement_.consumed == 0) {
    const Stops& stops = kTextStops[static_cast<std::size_t>(model_)];
    std::size_t at = stops.find(input_, pos_);
    while (at < input_.size()) {
      const std::size_t passed = pass_stop(at);
      if (passed == 0) break;
      at = stops.find(input_, at + passed);
    }
    if (at > pos_) return emit_text(at, slice(pos_, at), true);
  }
  if (replacement_.consumed == 0) return false;
  const std::size_t end = pos_ + replacement_.consumed;
  replacement_.consumed = 0;
  return emit_text(end, replacement_.text(), false);
}

/// Returns how many bytes at the stop are ordinary text, or 0 when a kept run ends there:
/// then `replacement_` is set, or markup begins.
std::size_t Tokenizer::pass_stop(std::size_t at) {
  switch (input_[at]) {
    case '<':
      return pass_less_than(at);
    case '>':
      return pass_script_greater_than(at);
    case ']':
      return looking_at(at, "]]>") ? 0 : 1;
    case '&':
      replacement_ = match_char_ref(input_.substr(at), RefPlace::text);
      break;
    case '\r':
      replacement_ = match_newline(input_.substr(at));
      break;
    default:
      replacement_ = keeps_nul(model_) ? Replacement{1, 1, {'\0'}} : replace_nul();
      break;
  }
  return replacement_.consumed != 0 ? 0 : 1;
}

std::size_t Tokenizer::pass_less_than(std::size_t at) {
  switch (model_) {
    case ContentModel::data:
      return is_markup(at) ? 0 : 1;
    case ContentModel::script_data:
      return pass_script_less_than(at);
    default:
      return is_last_end_tag(at) ? 0 : 1;
  }
}

/// Script data and its escaped states (13.2.5.15 to .31). What hides an end tag: "<!--", then "<script".
std::size_t Tokenizer::pass_script_less_than(std::size_t at) {
  if (escape_ != ScriptEscape::double_escaped && is_last_end_tag(at)) return 0;
  if (escape_ == ScriptEscape::none && looking_at(at, "<!--")) {
    escape_ = ScriptEscape::escaped;
    return 4;
  }
  if (escape_ == ScriptEscape::escaped && is_word(at, "<script")) escape_ = ScriptEscape::double_escaped;
  if (escape_ == ScriptEscape::double_escaped && is_word(at, "</script")) escape_ = ScriptEscape::escaped;
  return 1;
}

/// "-->" ends the escape; the dashes may be those of "<!--", so at least two bytes stand before.
std::size_t Tokenizer::pass_script_greater_than(std::size_t at) {
  if (escape_ != ScriptEscape::none && input_[at - 1] == '-' && input_[at - 2] == '-') escape_ = ScriptEscape::none;
  return 1;
}

/// Returns whether the '<' opens something in the data model.
bool Tokenizer::is_markup(std::size_t at) const {
  const char after = at + 1 < input_.size() ? input_[at + 1] : '\0';
  if (after == '/') return at + 2 < input_.size();
  return after == '!' || after == '?' || is(after, kAlpha);
}

/// Returns whether `lower` stands there as a whole tag name.
bool Tokenizer::is_word(std::size_t at, std::string_view lower) const {
  const std::size_t end = at + lower.size();
  return end < input_.size() && is(input_[end], kEndsTagName) && looking_at(at, lower);
}

/// Returns whether an end tag of the last start tag begins there ("appropriate end tag token").
bool Tokenizer::is_last_end_tag(std::size_t at) const {
  const std::size_t name = at + 2;
  const std::size_t end = name + last_start_tag_.size();
  if (end >= input_.size() || end == name || input_[at + 1] != '/' || !is(input_[end], kEndsTagName)) return false;
  const std::string_view written = slice(name, end);
  return std::ranges::equal(written, last_start_tag_, {}, ascii_lower, ascii_lower) && std::ranges::all_of(written, [](char c) { return is(c, kAlpha); });
}

}  // namespace hypeline::html
