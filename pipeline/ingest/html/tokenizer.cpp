#include "ingest/html/tokenizer.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>

#include "ingest/html/bytes.h"

namespace hypeline::html {
namespace {

struct TextElement {
  std::string_view name;
  ContentModel model;
};

/// The elements whose content is not markup (13.2.6.4, scripting off: noscript is not among them).
constexpr std::array kTextElements = {
    TextElement{"title", ContentModel::rcdata},     TextElement{"textarea", ContentModel::rcdata},    TextElement{"style", ContentModel::rawtext},
    TextElement{"xmp", ContentModel::rawtext},      TextElement{"iframe", ContentModel::rawtext},     TextElement{"noembed", ContentModel::rawtext},
    TextElement{"noframes", ContentModel::rawtext}, TextElement{"script", ContentModel::script_data}, TextElement{"plaintext", ContentModel::plaintext},
};

}  // namespace

Tokenizer::Tokenizer(std::string_view input) : input_(input) { assert(input.size() < std::numeric_limits<std::uint32_t>::max()); }

const Token* Tokenizer::next() {
  scratch_.reset();
  while (!at_end()) {
    if (read_text() || read_markup()) return &token_;
  }
  return nullptr;
}

void Tokenizer::set_content_model(ContentModel model) {
  model_ = model;
  escape_ = ScriptEscape::none;
}

// --- cursor -------------------------------------------------------------------------------------

std::string_view Tokenizer::slice(std::size_t begin, std::size_t end) const { return input_.substr(begin, end - begin); }

bool Tokenizer::looking_at(std::size_t at, std::string_view lower) const { return starts_with_folded(input_.substr(at), lower); }

void Tokenizer::skip(std::uint8_t mask) {
  while (!at_end() && is(input_[pos_], mask)) ++pos_;
}

std::string_view Tokenizer::take_until(std::uint8_t mask) {
  const std::size_t begin = pos_;
  while (!at_end() && !is(input_[pos_], mask)) ++pos_;
  return slice(begin, pos_);
}

// --- markup -------------------------------------------------------------------------------------

/// Reads the markup at pos_. Returns whether it made a token.
bool Tokenizer::read_markup() {
  if (model_ == ContentModel::cdata) {
    pos_ += 3;  // ]]>
    set_content_model(ContentModel::data);
    return false;
  }
  switch (input_[pos_ + 1]) {
    case '/':
      return read_end_tag();
    case '!':
      return read_declaration();
    case '?':
      return read_bogus_comment(pos_ + 1);
    default:
      return read_tag(TokenKind::start_tag, pos_ + 1);
  }
}

bool Tokenizer::read_end_tag() {
  const char first = input_[pos_ + 2];
  if (is(first, kAlpha)) return read_tag(TokenKind::end_tag, pos_ + 2);
  if (first != '>') return read_bogus_comment(pos_ + 2);
  pos_ += 3;  // </>
  return false;
}

bool Tokenizer::read_declaration() {
  if (looking_at(pos_, "<!--")) return read_comment();
  if (looking_at(pos_, "<!doctype")) return read_doctype();
  if (!foreign_ || !input_.substr(pos_).starts_with("<![CDATA[")) return read_bogus_comment(pos_ + 2);
  pos_ += 9;
  set_content_model(ContentModel::cdata);
  return false;
}

/// Reads a tag. One that the input cuts off is dropped, as the standard has it.
bool Tokenizer::read_tag(TokenKind kind, std::size_t name_begin) {
  const std::size_t begin = pos_;
  pos_ = name_begin;
  const std::string_view raw_name = take_until(kEndsTagName);
  if (!read_attributes()) return false;
  emit(kind, begin);
  token_.name = scratch_.fold_name(raw_name);
  if (kind == TokenKind::end_tag) {
    set_content_model(ContentModel::data);
    return true;
  }
  token_.self_closing = self_closing_;
  token_.attributes = attributes_;
  last_start_tag_ = raw_name;
  enter_element(token_.name);
  return true;
}

/// Reads up to behind the '>'. Returns false when the input ends first.
bool Tokenizer::read_attributes() {
  attributes_.clear();
  for (;;) {
    const std::size_t gap = pos_;
    skip(kSpace | kSlash);
    if (at_end()) return false;
    if (input_[pos_] == '>') {
      self_closing_ = pos_ > gap && input_[pos_ - 1] == '/';
      ++pos_;
      return true;
    }
    read_attribute();
  }
}

void Tokenizer::read_attribute() {
  const std::size_t begin = pos_++;  // a '=' in front belongs to the name
  take_until(kEndsAttributeName);
  const std::string_view name = slice(begin, pos_);
  skip(kSpace);
  std::string_view value;
  if (!at_end() && input_[pos_] == '=') {
    ++pos_;
    value = take_value();
  }
  add_attribute(name, value);
}

std::string_view Tokenizer::take_value() {
  skip(kSpace);
  if (at_end()) return {};
  const char quote = input_[pos_];
  if (quote != '"' && quote != '\'') return take_until(kEndsUnquotedValue);
  const std::size_t begin = pos_ + 1;
  const std::size_t end = std::min(input_.find(quote, begin), input_.size());
  pos_ = std::min(end + 1, input_.size());
  return slice(begin, end);
}

void Tokenizer::add_attribute(std::string_view raw_name, std::string_view raw_value) {
  if (attributes_.size() == kMaxAttributes) return;
  const std::string_view name = scratch_.fold_name(raw_name);
  if (std::ranges::find(attributes_, name, &Attribute::name) != attributes_.end()) return;
  attributes_.push_back({name, scratch_.decode_value(raw_value)});
}

/// A comment ends at the first "-->" or "--!>", and right at its beginning also at ">" and "->".
bool Tokenizer::read_comment() {
  const std::size_t data = pos_ + 4;
  for (std::size_t at = input_.find('>', data); at != std::string_view::npos; at = input_.find('>', at + 1)) {
    const std::string_view before = slice(data, at);
    if (before.empty() || before == "-") return emit_comment(data, data, at + 1);
    if (before.ends_with("--")) return emit_comment(data, at - 2, at + 1);
    if (before.ends_with("--!")) return emit_comment(data, at - 3, at + 1);
  }
  const std::string_view rest = input_.substr(data);
  for (const std::string_view half_end : {"--!", "--", "-"}) {
    if (rest.ends_with(half_end)) return emit_comment(data, input_.size() - half_end.size(), input_.size());
  }
  return emit_comment(data, input_.size(), input_.size());
}

bool Tokenizer::read_bogus_comment(std::size_t data_begin) {
  const std::size_t close = input_.find('>', data_begin);
  if (close == std::string_view::npos) return emit_comment(data_begin, input_.size(), input_.size());
  return emit_comment(data_begin, close, close + 1);
}

bool Tokenizer::read_doctype() {
  const std::size_t begin = pos_;
  const std::size_t body = begin + 9;
  const std::size_t close = input_.find('>', body);
  const bool closed = close != std::string_view::npos;
  const std::size_t end = closed ? close : input_.size();
  pos_ = closed ? close + 1 : end;
  emit(TokenKind::doctype, begin);
  token_.doctype = parse_doctype(scratch_.clean(slice(body, end)), closed);
  token_.doctype.name = scratch_.fold_name(token_.doctype.name);
  token_.name = token_.doctype.name;
  return true;
}

// --- tokens -------------------------------------------------------------------------------------

/// Makes an otherwise empty token that ends at pos_.
bool Tokenizer::emit(TokenKind kind, std::size_t begin) {
  token_ = Token{};
  token_.kind = kind;
  token_.span = make_span(begin, pos_);
  return true;
}

bool Tokenizer::emit_text(std::size_t end, std::string_view text, bool kept) {
  const std::size_t begin = pos_;
  pos_ = end;
  emit(TokenKind::text, begin);
  token_.text = text;
  token_.kept = kept;
  return true;
}

bool Tokenizer::emit_comment(std::size_t data_begin, std::size_t data_end, std::size_t end) {
  const std::size_t begin = pos_;
  pos_ = end;
  emit(TokenKind::comment, begin);
  token_.text = scratch_.clean(slice(data_begin, data_end));
  return true;
}

/// Changes the content model as tree construction would after this start tag.
void Tokenizer::enter_element(std::string_view name) {
  if (foreign_) return;
  const auto* element = std::ranges::find(kTextElements, name, &TextElement::name);
  if (element != kTextElements.end()) set_content_model(element->model);
}

}  // namespace hypeline::html
