#include "ingest/html/elements.h"

#include "ingest/html/name_table.h"

#include <algorithm>
#include <array>

namespace hypeline::html {
namespace {

struct Row {
  std::string_view name;
  Element element;
};

constexpr std::uint16_t kPara = kBlock | kClosesP;

// Sorted by name. Source: WHATWG HTML 13.1.2 (void), 13.2.6.4.7 (what closes a paragraph), 15.3 (what is a block by default).
constexpr std::array kRows = std::to_array<Row>({
    {"a", {Tag::a, kFormatting}},
    {"address", {Tag::address, kPara}},
    {"area", {Tag::other, kVoid}},
    {"article", {Tag::article, kPara}},
    {"aside", {Tag::aside, kPara}},
    {"audio", {Tag::other, kSkipped}},
    {"b", {Tag::other, kFormatting}},
    {"base", {Tag::other, kVoid}},
    {"big", {Tag::other, kFormatting}},
    {"blockquote", {Tag::blockquote, kPara}},
    {"body", {Tag::body, kBlock}},
    {"br", {Tag::br, kVoid}},
    {"button", {Tag::button, kBlock}},
    {"canvas", {Tag::other, kSkipped}},
    {"caption", {Tag::caption, kBlock}},
    {"center", {Tag::center, kPara}},
    {"cite", {Tag::cite, 0}},
    {"code", {Tag::other, kFormatting}},
    {"col", {Tag::other, kVoid}},
    {"datalist", {Tag::other, kSkipped}},
    {"dd", {Tag::dd, kPara}},
    {"details", {Tag::details, kPara}},
    {"dialog", {Tag::dialog, kPara}},
    {"div", {Tag::div, kPara}},
    {"dl", {Tag::dl, kPara}},
    {"dt", {Tag::dt, kPara}},
    {"em", {Tag::other, kFormatting}},
    {"embed", {Tag::other, kVoid}},
    {"fieldset", {Tag::fieldset, kPara}},
    {"figcaption", {Tag::figcaption, kPara}},
    {"figure", {Tag::figure, kPara}},
    {"font", {Tag::other, kFormatting}},
    {"footer", {Tag::footer, kPara}},
    {"form", {Tag::form, kPara}},
    {"frameset", {Tag::frameset, kSkipped}},
    {"h1", {Tag::h1, kPara | kHeading}},
    {"h2", {Tag::h2, kPara | kHeading}},
    {"h3", {Tag::h3, kPara | kHeading}},
    {"h4", {Tag::h4, kPara | kHeading}},
    {"h5", {Tag::h5, kPara | kHeading}},
    {"h6", {Tag::h6, kPara | kHeading}},
    {"head", {Tag::head, kBlock}},
    {"header", {Tag::header, kPara}},
    {"hgroup", {Tag::hgroup, kPara}},
    {"hr", {Tag::hr, kPara | kVoid}},
    {"html", {Tag::html, kBlock}},
    {"i", {Tag::other, kFormatting}},
    {"iframe", {Tag::other, kSkipped}},
    {"img", {Tag::other, kVoid}},
    {"input", {Tag::other, kVoid}},
    {"label", {Tag::label, 0}},
    {"legend", {Tag::legend, kBlock}},
    {"li", {Tag::li, kPara}},
    {"link", {Tag::link, kVoid}},
    {"main", {Tag::main, kPara}},
    {"map", {Tag::other, 0}},
    {"math", {Tag::other, kSkipped}},
    {"menu", {Tag::menu, kPara}},
    {"meta", {Tag::meta, kVoid}},
    {"nav", {Tag::nav, kPara}},
    {"nobr", {Tag::other, kFormatting}},
    {"noembed", {Tag::other, kSkipped}},
    {"noframes", {Tag::other, kSkipped}},
    {"noscript", {Tag::noscript, kBlock}},
    {"object", {Tag::other, 0}},
    {"ol", {Tag::ol, kPara}},
    {"option", {Tag::option, kBlock}},
    {"p", {Tag::p, kPara}},
    {"param", {Tag::other, kVoid}},
    {"pre", {Tag::pre, kPara}},
    {"q", {Tag::q, 0}},
    {"s", {Tag::other, kFormatting}},
    {"script", {Tag::other, kSkipped}},
    {"search", {Tag::form, kPara}},
    {"section", {Tag::section, kPara}},
    {"select", {Tag::select, kSkipped}},
    {"small", {Tag::other, kFormatting}},
    {"source", {Tag::other, kVoid}},
    {"strike", {Tag::other, kFormatting}},
    {"strong", {Tag::other, kFormatting}},
    {"style", {Tag::other, kSkipped}},
    {"summary", {Tag::summary, kPara}},
    {"svg", {Tag::svg, kSkipped}},
    {"table", {Tag::table, kPara}},
    {"tbody", {Tag::tbody, kBlock}},
    {"td", {Tag::td, kBlock}},
    {"template", {Tag::template_, kSkipped}},
    {"textarea", {Tag::other, kSkipped}},
    {"tfoot", {Tag::tfoot, kBlock}},
    {"th", {Tag::th, kBlock}},
    {"thead", {Tag::thead, kBlock}},
    {"time", {Tag::time, 0}},
    {"title", {Tag::title, kSkipped}},
    {"tr", {Tag::tr, kBlock}},
    {"track", {Tag::other, kVoid}},
    {"tt", {Tag::other, kFormatting}},
    {"u", {Tag::other, kFormatting}},
    {"ul", {Tag::ul, kPara}},
    {"video", {Tag::other, kSkipped}},
    {"wbr", {Tag::other, kVoid}},
});
static_assert(std::ranges::is_sorted(kRows, {}, &Row::name));

constexpr NameTable<kRows.size()> kTable(kRows, &Row::name);

}  // namespace

Element element(std::string_view name) {
  const std::size_t row = kTable.find(name_hash(name));
  return row < kRows.size() && kRows[row].name == name ? kRows[row].element : Element{};
}

}  // namespace hypeline::html
