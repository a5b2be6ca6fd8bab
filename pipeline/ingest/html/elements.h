#pragma once
#include <cstdint>
#include <string_view>

namespace hypeline::html {

/// The elements that matter to the layout of text; all others are `other`.
enum class Tag : std::uint8_t {
  other,
  a,
  address,
  article,
  aside,
  blockquote,
  body,
  br,
  button,
  caption,
  center,
  cite,
  dd,
  details,
  dialog,
  div,
  dl,
  dt,
  fieldset,
  figcaption,
  figure,
  footer,
  form,
  frameset,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  head,
  header,
  hgroup,
  hr,
  html,
  label,
  legend,
  li,
  link,
  main,
  menu,
  meta,
  nav,
  noscript,
  ol,
  option,
  p,
  pre,
  q,
  section,
  select,
  summary,
  svg,
  table,
  tbody,
  td,
  template_,
  tfoot,
  th,
  thead,
  time,
  title,
  tr,
  ul
};

/// What an element does.
enum ElementFlag : std::uint16_t {
  kBlock = 1,    // starts and ends a block of text
  kVoid = 2,     // has no content
  kSkipped = 4,  // its content is no text of the page
  kHeading = 8,
  kClosesP = 16,     // its start ends an open paragraph
  kFormatting = 32,  // may be closed out of order without closing what is in it
};

struct Element {
  Tag tag = Tag::other;
  std::uint16_t flags = 0;
};

/// Looks a lower-case tag name up.
Element element(std::string_view name);

constexpr bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }

}  // namespace hypeline::html
