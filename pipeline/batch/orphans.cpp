#include "batch/orphans.h"

#include "assess/json_lines.h"
#include "batch/files.h"

#include <set>

namespace hypeline {
namespace {

/// What a run found: the fingerprints of its findings and mismatches, and the digests of its texts.
struct Found {
  std::set<std::string, std::less<>> fingerprints, texts;

  void add(simdjson::dom::array list) {
    simdjson::dom::object object;
    for (const simdjson::dom::element element : list)
      if (element.get(object) == simdjson::SUCCESS) fingerprints.insert(string_member(object, "fingerprint"));
  }
  std::string add(simdjson::dom::object article) {
    simdjson::dom::array list;
    texts.insert(string_member(article, "text_sha256"));
    if (article["annotations"].get(list) == simdjson::SUCCESS) add(list);
    if (article["assessment"]["mismatches"].get(list) == simdjson::SUCCESS) add(list);
    return {};
  }
};

}  // namespace

std::expected<std::vector<OrphanedVerdict>, Errors> find_orphans(const VerdictBook& book, const std::string& run_folder) {
  Found found;
  const std::string file = run_folder + "/annotations.jsonl";
  if (Errors errors = read_json_lines(file, read_whole(file), [&](simdjson::dom::object article) { return found.add(article); }); !errors.empty())
    return std::unexpected(std::move(errors));
  std::vector<OrphanedVerdict> out;
  for (const ReviewerVerdict& verdict : book.all())
    if (!found.fingerprints.contains(verdict.fingerprint)) out.push_back({&verdict, found.texts.contains(verdict.text_sha256)});
  return out;
}

}  // namespace hypeline
