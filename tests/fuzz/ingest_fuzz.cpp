// Whatever bytes come in: every article has zones that cover it, sentences in order within paragraphs, and a map whose kept bytes are the source's.
#include "../ingest/structure_checks.h"
#include "ingest/readers.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace hypeline;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  Input input;
  input.id = "fuzz";
  const auto all = readers();
  input.format = all[data[0] % all.size()].name;
  input.bytes.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
  for (const Document& document : read_input(input)) {
    if (!structure_fault(document).empty() || !map_fault(document.text).empty()) std::abort();
    if (document.source.bytes.end > document.text.source().size() && !document.rejected) std::abort();
  }
  return 0;
}
