#pragma once
// HTML tokenizer with a byte span on every token.
// Source: WHATWG HTML 13.2.5 (tokenization), 13.2.3.5 (newlines).
//
// Decisions:
// * Own code. Rejected: gumbo (abandoned, crashes on deep nesting), libxml2 (not HTML5, no byte offsets).
// * Pulled by the consumer, so that tree state can steer it between tokens and nothing is inverted.
// * The states of the standard are folded into a few scans, since parse errors are not reported:
//   what matters of a state is only where it ends.
// * Newlines are not normalised beforehand but where they are met: spans stay offsets of the input.
//
// Linear in the input for any bytes, no recursion, and no allocation per token (only where decoded
// parts of a token outgrow the buffers). No input is an error: HTML says how each is read.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "ingest/html/char_refs.h"
#include "ingest/html/doctype.h"
#include "ingest/html/scratch.h"

namespace hypeline::html {

enum class TokenKind : std::uint8_t { text, start_tag, end_tag, comment, doctype };

/// How the input is read until the next token says otherwise.
enum class ContentModel : std::uint8_t {
  data,
  rcdata,       // title, textarea: references, but no tags
  rawtext,      // style, xmp, iframe, noembed, noframes: neither
  script_data,  // script: as rawtext, but <!-- <script> ... </script> --> hides an end tag
  plaintext,    // plaintext: text to the end of the input
  cdata,        // <![CDATA[ ... ]]> in SVG and MathML
};

struct Attribute {
  std::string_view name;   // lower case
  std::string_view value;  // decoded
};

/// One token. Views hold until the next call of Tokenizer::next(), or as long as the input
/// where they point into it.
struct Token {
  TokenKind kind = TokenKind::text;
  Span span;              // bytes of the input, from '<' to behind '>' for tags
  std::string_view text;  // text: the run; comment: its data
  bool kept = false;      // text: the run is the input bytes of `span`; else it replaces them
  bool self_closing = false;
  std::string_view name;                  // tags: lower case; doctype: lower case, may be empty
  std::span<const Attribute> attributes;  // start tags: in order, without duplicates
  Doctype doctype;                        // doctypes; its name is also in `name`
};

/// Attributes of one tag beyond this many different names are ignored, which keeps the search for
/// duplicates linear. The largest count on real pages is a few dozen.
inline constexpr std::size_t kMaxAttributes = 128;

/// Splits `input` into tokens. Text comes as runs, each as long as its bytes are kept unchanged;
/// a run that is not kept stands for a character reference, for CR or CR LF, or for NUL.
/// NUL reads as U+FFFD but in the data and CDATA models, where it is a run "\0" of its own that
/// tree construction drops in HTML content and makes U+FFFD in foreign content (13.2.6.4.7, .5).
///
/// Spans of the tokens increase and do not overlap. Bytes between them belong to no token: "</>",
/// the marks around CDATA, a tag cut off by the end of the input.
class Tokenizer {
 public:
  /// `input` should be UTF-8, but any bytes are safe; it must outlive the tokenizer.
  /// REQUIRES: input.size() < 4 GiB.
  explicit Tokenizer(std::string_view input);

  /// Returns the next token, or nullptr at the end of the input.
  const Token* next();

  /// Says whether the current node is in SVG or MathML: there CDATA sections are read, and a start
  /// tag (title, style, script ...) does not change the content model. Starts as false.
  void set_foreign(bool foreign) { foreign_ = foreign; }

  /// Overrules the content model from here on, e.g. when tree construction ignores a <title>.
  void set_content_model(ContentModel model);

  /// Sets the name whose end tag ends RCDATA, RAWTEXT and script data; otherwise that of the last
  /// start tag. REQUIRES: lower-case ASCII; outlives the tokenizer.
  void set_last_start_tag(std::string_view name) { last_start_tag_ = name; }

 private:
  enum class ScriptEscape : std::uint8_t { none, escaped, double_escaped };

  bool at_end() const { return pos_ == input_.size(); }
  std::string_view slice(std::size_t begin, std::size_t end) const;
  bool looking_at(std::size_t at, std::string_view lower) const;
  void skip(std::uint8_t mask);
  std::string_view take_until(std::uint8_t mask);

  bool read_text();
  std::size_t pass_stop(std::size_t at);
  std::size_t pass_less_than(std::size_t at);
  std::size_t pass_script_less_than(std::size_t at);
  std::size_t pass_script_greater_than(std::size_t at);
  bool is_markup(std::size_t at) const;
  bool is_word(std::size_t at, std::string_view lower) const;
  bool is_last_end_tag(std::size_t at) const;

  bool read_markup();
  bool read_end_tag();
  bool read_declaration();
  bool read_tag(TokenKind kind, std::size_t name_begin);
  bool read_attributes();
  void read_attribute();
  std::string_view take_value();
  void add_attribute(std::string_view raw_name, std::string_view raw_value);
  bool read_comment();
  bool read_bogus_comment(std::size_t data_begin);
  bool read_doctype();

  bool emit(TokenKind kind, std::size_t begin);
  bool emit_text(std::size_t end, std::string_view text, bool kept);
  bool emit_comment(std::size_t data_begin, std::size_t data_end, std::size_t end);
  void enter_element(std::string_view name);

  std::string_view input_;
  std::size_t pos_ = 0;
  ContentModel model_ = ContentModel::data;
  ScriptEscape escape_ = ScriptEscape::none;
  bool foreign_ = false;
  bool self_closing_ = false;
  std::string_view last_start_tag_;
  Replacement replacement_;  // the run at pos_, when the kept run before it went out first
  std::vector<Attribute> attributes_;
  Scratch scratch_;
  Token token_;
};

}  // namespace hypeline::html
