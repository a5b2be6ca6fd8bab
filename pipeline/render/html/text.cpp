#include "render/escape.h"
#include "render/html/reading.h"

#include <algorithm>

namespace hypeline::html {
namespace {

/// A reference link: where it stands in the text, and the note it leads to.
struct Ref {
  std::uint32_t at = 0;
  std::uint32_t note = 0;
};

/// A reference stands behind the words it marks, but never in the white space behind a block and never in a later block.
std::vector<Ref> refs(const Reading& r) {
  std::vector<Ref> out;
  for (std::uint32_t n = 0; n < r.order.size(); ++n) {
    const Block& block = r.blocks[r.block_of[n]];
    out.push_back({std::clamp(r.document.annotations[r.order[n]].span.end, block.words.begin, block.words.end), n + 1});
  }
  std::stable_sort(out.begin(), out.end(), [](const Ref& a, const Ref& b) { return a.at < b.at; });
  return out;
}

/// Writes blocks one after the other; pieces and references are walked once over the whole text.
class TextWriter {
 public:
  explicit TextWriter(const Reading& r) : r_(r), pieces_(flatten(r.document, r.order, r.context)), refs_(refs(r)) {}

  void block(const Block& block) {
    gap({block.span.begin, block.words.begin});
    open(block);
    inside(block.words);
    while (ref_ < refs_.size() && refs_[ref_].at <= block.words.end) reference(refs_[ref_++]);
    out_ += markup("</p>");
    gap({block.words.end, block.span.end});
  }
  Html finish() && { return std::move(out_); }

 private:
  void open(const Block& block) {
    const std::string_view note = block.zone == last_ ? std::string_view() : zone_note(block.zone);
    last_ = block.zone;
    out_ += block.zone == Zone::body ? markup("<p") : markup(R"(<p class="z-{}")", name(block.zone));
    if (!runs_left_to_right(r_.document.words(block.words))) out_ += markup(R"( dir="auto")");
    if (!note.empty()) out_ += markup(R"( data-zone="{}")", note);
    out_ += markup(">");
  }

  /// White space between blocks: in the text, not in the layout.
  void gap(Span span) {
    const bool plain = r_.document.words(span).find_first_not_of(" \t\n") == std::string_view::npos;
    out_ += plain ? raw(span) : markup("<i>{}</i>", raw(span));
  }

  void inside(Span span) {
    std::uint32_t at = span.begin;
    for (; piece_ < pieces_.size() && pieces_[piece_].span.begin < span.end; ++piece_) {
      const Piece& piece = pieces_[piece_];
      const Span part{std::clamp(piece.span.begin, at, span.end), std::clamp(piece.span.end, at, span.end)};
      stretch({at, part.begin}, nullptr);
      stretch(part, &piece);
      at = part.end;
      if (piece.span.end > span.end) break;
    }
    stretch({at, span.end}, nullptr);
  }

  void stretch(Span span, const Piece* piece) {
    if (span.empty()) return;
    out_ += piece ? mark(span, *piece) : raw(span);
    while (ref_ < refs_.size() && refs_[ref_].at <= span.end) reference(refs_[ref_++]);
  }

  Html mark(Span span, const Piece& piece) const {
    const Label& label = r_.label(piece.top);
    const std::string_view kind = is_soft(r_.document.annotations[piece.top]) ? " soft" : label.weight > 0 ? " heavy" : "";
    return markup(R"(<mark class="{}{}{}">{}</mark>)", family_class(label, r_), kind, lanes(piece), raw(span));
  }

  /// A class for each underline lane but the first, which is that of the fill: its letter, and the family's number.
  static std::string lanes(const Piece& piece) {
    constexpr std::string_view kLanes = " bd";
    std::string out;
    for (std::size_t i = 1; i < std::min(kLanes.size(), piece.lanes.size()); ++i) out += fmt::format(" {}{}", kLanes[i], piece.lanes[i]);
    return out;
  }

  void reference(const Ref& ref) { out_ += markup(R"(<a href="#n{0}">{0}</a>)", ref.note); }

  Html raw(Span span) const { return Html::trusted(html_text(r_.document.words(span))); }

  const Reading& r_;
  std::vector<Piece> pieces_;
  std::vector<Ref> refs_;
  std::size_t piece_ = 0, ref_ = 0;
  Zone last_ = Zone::body;
  Html out_;
};

bool is_language(std::string_view tag) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; };
  return tag.size() >= 2 && tag.size() <= 12 && std::all_of(tag.begin(), tag.end(), plain) && tag.find('-') != 0 && tag.back() != '-';
}

}  // namespace

std::string_view zone_note(Zone zone) {
  switch (zone) {
    case Zone::references:
      return "References, not scored";
    case Zone::byline:
      return "Byline, not scored";
    case Zone::related:
      return "Teaser of another article, not scored";
    case Zone::boilerplate:
      return "Text of the site, not scored";
    case Zone::form:
      return "Form, not scored";
    default:
      return {};
  }
}

Html write_text(const Reading& reading) {
  TextWriter writer(reading);
  for (const Block& block : reading.blocks) writer.block(block);
  const std::string& language = reading.document.meta.language;
  const Html lang = is_language(language) ? markup(R"( lang="{}")", language) : Html();
  return markup(R"(<div id="text"{}>{}</div>)", lang, std::move(writer).finish());
}

}  // namespace hypeline::html
