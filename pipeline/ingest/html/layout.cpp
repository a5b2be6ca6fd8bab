#include "ingest/html/layout.h"

#include "core/digest.h"
#include "ingest/html/hidden.h"
#include "ingest/html/hints.h"
#include "ingest/html/tokenizer.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace hypeline::html {
namespace {

struct Open {
  std::uint64_t name = 0;  // hash
  Element element;
  std::uint32_t node = 0;
  std::uint32_t hints = 0;
  bool bold = false;
};

/// A start tag of `tag` ends the nearest open element of `ends`, unless one of `within` is met first.
struct ImpliedEnd {
  Tag tag;
  std::array<Tag, 3> ends;
  std::array<Tag, 7> within;
};

constexpr std::array kImpliedEnds = std::to_array<ImpliedEnd>({
    {Tag::li, {Tag::li, Tag::li, Tag::li}, {Tag::ul, Tag::ol, Tag::menu, Tag::td, Tag::section, Tag::article, Tag::nav}},
    {Tag::dt, {Tag::dt, Tag::dd, Tag::dt}, {Tag::dl, Tag::ul, Tag::ol, Tag::td, Tag::section, Tag::article, Tag::nav}},
    {Tag::dd, {Tag::dt, Tag::dd, Tag::dt}, {Tag::dl, Tag::ul, Tag::ol, Tag::td, Tag::section, Tag::article, Tag::nav}},
    {Tag::tr, {Tag::tr, Tag::caption, Tag::tr}, {Tag::table, Tag::table, Tag::table, Tag::table, Tag::table, Tag::table, Tag::table}},
    {Tag::td, {Tag::td, Tag::th, Tag::td}, {Tag::table, Tag::tr, Tag::tr, Tag::tr, Tag::tr, Tag::tr, Tag::tr}},
    {Tag::th, {Tag::td, Tag::th, Tag::td}, {Tag::table, Tag::tr, Tag::tr, Tag::tr, Tag::tr, Tag::tr, Tag::tr}},
    {Tag::tbody, {Tag::tbody, Tag::thead, Tag::tfoot}, {Tag::table, Tag::table, Tag::table, Tag::table, Tag::table, Tag::table, Tag::table}},
    {Tag::thead, {Tag::tbody, Tag::thead, Tag::tfoot}, {Tag::table, Tag::table, Tag::table, Tag::table, Tag::table, Tag::table, Tag::table}},
    {Tag::tfoot, {Tag::tbody, Tag::thead, Tag::tfoot}, {Tag::table, Tag::table, Tag::table, Tag::table, Tag::table, Tag::table, Tag::table}},
});

bool bolds(std::string_view name) { return name == "b" || name == "strong" || name == "em" || name == "i"; }

class Reader {
 public:
  explicit Reader(const Text& page) : page_(page), tokens_(page.view()), writer_(page) { layout_.nodes.emplace_back(); }

  Layout read() {
    while (const Token* token = tokens_.next()) take(*token);
    writer_.end_block();
    layout_.blocks = writer_.take_blocks();
    layout_.text = std::move(writer_).finish();
    return std::move(layout_);
  }

 private:
  void take(const Token& token) {
    if (hidden_.active()) return take_hidden(token);
    if (token.kind == TokenKind::text) return take_text(token);
    if (token.kind == TokenKind::start_tag) return take_start(token);
    if (token.kind == TokenKind::end_tag) take_end(token);
  }

  void take_text(const Token& token) {
    const Place place{node(), inline_hints(), links_ > 0, bold_ > 0, pres_ > 0};
    if (token.kept)
      writer_.keep(token.span, place);
    else
      writer_.replace(token.span, token.text, place);
  }

  std::uint32_t node() const { return open_.empty() ? 0 : block_node_.back(); }

  /// Hints of the inline elements between the words and the block around them.
  std::uint32_t inline_hints() const {
    std::uint32_t hints = 0;
    for (std::size_t i = open_.size(); i > 0 && (open_[i - 1].element.flags & kBlock) == 0; --i) hints |= open_[i - 1].hints;
    return hints;
  }

  // --- what is no text of the page ---

  void take_hidden(const Token& token) {
    if (token.kind == TokenKind::text && captures_) captured_ += token.text;
    if (token.kind == TokenKind::start_tag) settle(hidden_.take_start(token, element(token.name), tables_ > 0), token);
    if (token.kind == TokenKind::end_tag) settle(hidden_.take_end(token, element(token.name)), token);
  }

  void settle(HiddenStep step, const Token& token) {
    if (step == HiddenStep::passes && !is_open(hash64(token.name))) step = HiddenStep::stays;
    if (step == HiddenStep::stays) return tokens_.set_foreign(hidden_.is_foreign());
    leave_hidden();
    if (step != HiddenStep::ends_with) take(token);
  }

  bool is_open(std::uint64_t name) const { return std::ranges::find(open_, name, &Open::name) != open_.end(); }

  void hide(const Token& token, Tag tag) {
    const bool foreign = tag == Tag::svg || token.name == "math";
    if (foreign && token.self_closing) return;
    if (tag == Tag::frameset && writer_.has_text()) return;
    hidden_.enter(token, tag);
    tokens_.set_foreign(foreign);
    in_title_ = tag == Tag::title;
    captures_ = (in_title_ && layout_.head.title.empty()) || is_json_ld(token);
    captured_.clear();
  }

  static bool is_json_ld(const Token& token) {
    return token.name == "script" &&
           std::ranges::any_of(token.attributes, [](const Attribute& a) { return a.name == "type" && a.value.find("ld+json") != std::string_view::npos; });
  }

  void leave_hidden() {
    hidden_.leave();
    tokens_.set_foreign(false);
    if (captures_ && in_title_) layout_.head.title = captured_;
    if (captures_ && !in_title_) read_json_ld(captured_, layout_.head);
    captures_ = false;
  }

  // --- tags ---

  void take_start(const Token& token) {
    const Element kind = element(token.name);
    if (kind.tag == Tag::html || kind.tag == Tag::head || kind.tag == Tag::body) return writer_.end_block();
    if (kind.tag == Tag::br) return writer_.break_line();
    if (kind.tag == Tag::meta) return read_meta(token, layout_.head);
    end_implied(kind);
    if ((kind.flags & kBlock) != 0) writer_.end_block();
    if ((kind.flags & kSkipped) != 0 && !is_shadow_root(token)) return hide(token, kind.tag);
    if ((kind.flags & kVoid) == 0) push(token, kind);
  }

  static bool is_shadow_root(const Token& token) {
    return token.name == "template" && std::ranges::any_of(token.attributes, [](const Attribute& a) { return a.name == "shadowrootmode"; });
  }

  void end_implied(Element kind) {
    if ((kind.flags & kClosesP) != 0 && paragraphs_ > 0) end_nearest({Tag::p}, {Tag::td, Tag::th, Tag::table, Tag::caption, Tag::button});
    if (kind.tag == Tag::a && links_ > 0) end_nearest({Tag::a}, {Tag::td, Tag::th, Tag::table});
    if (is_heading(kind.tag) && !open_.empty() && is_heading(open_.back().element.tag)) pop();
    for (const ImpliedEnd& rule : kImpliedEnds)
      if (rule.tag == kind.tag) end_nearest(rule.ends, rule.within);
  }

  template <class Ends, class Within>
  void end_nearest(const Ends& ends, const Within& within) {
    for (std::size_t i = open_.size(); i > 0; --i) {
      const Tag tag = open_[i - 1].element.tag;
      if (std::ranges::find(ends, tag) != std::ranges::end(ends)) return close(i - 1);
      if (std::ranges::find(within, tag) != std::ranges::end(within)) return;
    }
  }
  void end_nearest(std::initializer_list<Tag> ends, std::initializer_list<Tag> within) {
    end_nearest<std::initializer_list<Tag>, std::initializer_list<Tag>>(ends, within);
  }

  void take_end(const Token& token) {
    const Element kind = element(token.name);
    if ((kind.flags & kBlock) != 0) writer_.end_block();
    if (kind.tag == Tag::br) return writer_.break_line();
    if (overflow_ > 0) {
      --overflow_;
      return;
    }
    const std::uint64_t name = hash64(token.name);
    for (std::size_t i = open_.size(); i > 0; --i) {
      if (open_[i - 1].name == name) return close(i - 1);
      if (open_[i - 1].element.tag == Tag::table && kind.tag != Tag::table && (kind.flags & kBlock) == 0) return;
    }
  }

  /// Closes the element, and what is in it; of a formatting element only itself.
  void close(std::size_t at) {
    if ((open_[at].element.flags & kFormatting) != 0 && at + 1 != open_.size()) {
      count(open_[at], -1);
      open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(at));
      block_node_.erase(block_node_.begin() + static_cast<std::ptrdiff_t>(at));
      return;
    }
    while (open_.size() > at) pop();
  }

  void push(const Token& token, Element kind) {
    if (open_.size() >= kDeepest) {
      ++overflow_;
      return;
    }
    Open open{hash64(token.name), kind, node(), hints_of(token), bolds(token.name)};
    if ((kind.flags & kBlock) != 0) {
      layout_.nodes.push_back({node(), open.hints, kind.tag});
      open.node = static_cast<std::uint32_t>(layout_.nodes.size() - 1);
    }
    block_node_.push_back(open.node);
    count(open, 1);
    open_.push_back(open);
  }

  void pop() {
    if ((open_.back().element.flags & kBlock) != 0) writer_.end_block();
    count(open_.back(), -1);
    open_.pop_back();
    block_node_.pop_back();
  }

  void count(const Open& open, int by) {
    links_ += open.element.tag == Tag::a ? by : 0;
    pres_ += open.element.tag == Tag::pre ? by : 0;
    paragraphs_ += open.element.tag == Tag::p ? by : 0;
    tables_ += open.element.tag == Tag::table ? by : 0;
    bold_ += open.bold ? by : 0;
  }

  const Text& page_;
  Tokenizer tokens_;
  BlockWriter writer_;
  Layout layout_;
  std::vector<Open> open_;
  std::vector<std::uint32_t> block_node_;  // beside open_: the innermost block element
  std::size_t overflow_ = 0;               // elements open beyond kDeepest
  int links_ = 0, pres_ = 0, paragraphs_ = 0, tables_ = 0, bold_ = 0;
  Hidden hidden_;
  bool captures_ = false, in_title_ = false;
  std::string captured_;
};

}  // namespace

Layout lay_out(const Text& page) { return Reader(page).read(); }

}  // namespace hypeline::html
