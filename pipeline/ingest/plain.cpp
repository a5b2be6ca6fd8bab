#include "ingest/plain.h"

#include "ingest/articles.h"
#include "ingest/encoding/charset.h"
#include "ingest/encoding/mojibake.h"
#include "ingest/normalise.h"
#include "ingest/paragraphs.h"
#include "ingest/sniff.h"

#include <iterator>
#include <utility>

namespace hypeline {
namespace {

template <class T>
void append(std::vector<T>& to, std::vector<T>&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

Page open_page(const Input& input, bool html) {
  Decoded decoded = decode(input.bytes, input.charset, html);
  Page page;
  page.text = std::move(decoded.text);
  page.meta = input.meta;
  page.charset = std::move(decoded.charset);
  page.charset_from = std::move(decoded.charset_from);
  page.repairs = std::move(decoded.repairs);
  page.damage = std::move(decoded.damage);
  return page;
}

void clean(Page& page) {
  Repaired repaired = repair_mojibake(page.text);
  append(page.repairs, std::move(repaired.repairs));
  append(page.damage, std::move(repaired.damage));
  Normalised normal = normalise(repaired.text);
  append(page.repairs, std::move(normal.repairs));
  page.text = std::move(normal.text);
}

std::vector<Document> read_plain(const Input& input) {
  Page page = open_page(input, false);
  if (is_mostly_controls(page.text.view())) return {rejected(input, "binary", "holds control characters where text should be")};
  clean(page);
  page.blocks = find_paragraphs(page.text.view());
  return to_documents(input, std::move(page));
}

}  // namespace hypeline
