#include "render/findings.h"
#include "render/html/index_parts.h"

namespace hypeline::html {
namespace {

Html bears_on(const Label& label) {
  Html out;
  for (const std::string& id : label.criteria) out += markup("{}{}", out.empty() ? " Bears on " : " and ", in_words(id));
  return out.empty() ? out : markup("{}.", out);
}

Html entry(const Label& label) {
  const Html settle = label.settle.empty() ? Html() : markup(" What would settle it: {}", as_sentence(label.settle));
  return markup("<li><b>{}</b> {}{}{}</li>", label.title, as_sentence(label.meaning), bears_on(label), settle);
}

}  // namespace

Html legend_section(const Labels& labels) {
  Html entries;
  for (const Label& label : labels.all())
    if (is_finding_label(label)) entries += entry(label);
  return markup(R"(<section aria-labelledby="legend"><h2 id="legend">What the notes mean</h2><ul class="legend">{}</ul></section>)", entries);
}

}  // namespace hypeline::html
