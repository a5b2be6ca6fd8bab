// Any bytes: spans lie in the input, in order and without overlap; kept runs are the input's bytes and
// maximal; replacements are short; names are folded and attributes unique. The first byte of the
// data chooses the content model and whether the input is foreign content.

#include "ingest/html/tokenizer.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace hypeline::html;

void require(bool holds) {
  if (!holds) std::abort();
}

bool is_folded(std::string_view name) {
  return std::ranges::none_of(name, [](char c) { return c == '\0' || (c >= 'A' && c <= 'Z'); });
}

void check_text(const Token& token, std::string_view input) {
  if (token.kept) {
    require(token.text == hypeline::slice(input, token.span));
  } else {
    require(!token.text.empty() && token.text.size() <= 6);
  }
}

void check_tag(const Token& token) {
  require(!token.name.empty() && is_folded(token.name) && token.attributes.size() <= kMaxAttributes);
  for (const Attribute& attribute : token.attributes) {
    require(!attribute.name.empty() && is_folded(attribute.name));
    require(std::ranges::find(attribute.value, '\0') == attribute.value.end());
    require(std::ranges::count(token.attributes, attribute.name, &Attribute::name) == 1);
  }
}

void check_token(const Token& token, std::string_view input) {
  require(token.span.begin < token.span.end && token.span.end <= input.size());
  switch (token.kind) {
    case TokenKind::text:
      check_text(token, input);
      break;
    case TokenKind::start_tag:
    case TokenKind::end_tag:
      check_tag(token);
      break;
    case TokenKind::comment:
      require(token.text.find('\r') == std::string_view::npos && token.text.find('\0') == std::string_view::npos);
      break;
    case TokenKind::doctype:
      require(is_folded(token.name));
      break;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view input(reinterpret_cast<const char*>(data) + 1, size - 1);
  Tokenizer tokenizer(input);
  tokenizer.set_content_model(static_cast<ContentModel>((data[0] & 7) % 6));
  tokenizer.set_last_start_tag("script");
  tokenizer.set_foreign((data[0] & 8) != 0);
  std::uint32_t end = 0;
  bool kept = false;
  while (const Token* token = tokenizer.next()) {
    check_token(*token, input);
    require(token->span.begin >= end);
    require(!(kept && token->kept && token->span.begin == end));
    end = token->span.end;
    kept = token->kept;
  }
  return 0;
}
