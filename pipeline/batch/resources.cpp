#include "batch/resources.h"

#include "batch/files.h"

#include <algorithm>
#include <filesystem>

namespace hypeline {
namespace {

namespace fs = std::filesystem;

/// The .tsv files of a folder, by name; `below` is put before each name.
void add_files(const fs::path& folder, const std::string& below, std::vector<LexiconFile>& out) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".tsv") names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) out.push_back({below + name, read_whole((folder / name).string())});
}

Context make_context(const Lexicon& lexicon) {
  Context context{&lexicon.labels(), {}, HYPELINE_VERSION, lexicon.digest(), nullptr};
  for (const Rule& rule : lexicon.rules()) context.rules.push_back({rule.id, rule.pattern, rule.source, rule.label});
  return context;
}

}  // namespace

std::expected<std::unique_ptr<const Resources>, Errors> load_resources(const std::string& folder, const ReviewFiles& review_files,
                                                                       const std::string& language) {
  std::vector<LexiconFile> files;
  add_files(folder, "", files);
  add_files(fs::path(folder) / language, language + "/", files);
  if (const fs::path models = fs::path(folder) / language / "models"; fs::is_directory(models)) add_files(models, language + "/models/", files);
  const auto table = std::find_if(files.begin(), files.end(), [](const LexiconFile& f) { return f.name == "criteria.tsv"; });
  auto criteria = CriteriaTable::parse("criteria.tsv", table == files.end() ? "" : table->contents);
  auto lexicon = Lexicon::parse(std::move(files));
  Errors errors;
  if (!lexicon) errors = std::move(lexicon.error());
  if (!criteria) errors.insert(errors.end(), criteria.error().begin(), criteria.error().end());
  for (Error& error : errors) error.file = (fs::path(folder) / error.file).string();
  auto reviews = load_reviews(review_files);
  if (!reviews) errors.insert(errors.end(), reviews.error().begin(), reviews.error().end());
  if (!errors.empty()) return std::unexpected(std::move(errors));
  auto out = std::make_unique<Resources>(std::move(*lexicon), std::move(*criteria), std::move(*reviews), Context{});
  out->context = make_context(out->lexicon);
  if (!review_files.verdicts.empty()) out->context.verdicts = &out->reviews.verdicts;
  return out;
}

std::string find_lexicons(const std::string& executable) {
  const fs::path place = fs::path(executable).parent_path();
  for (const char* below : {"../share/hypeline/lexicons", "../../lexicons", "../../../lexicons", "../../../../lexicons"}) {
    const fs::path folder = (place / below).lexically_normal();
    if (fs::exists(folder / "labels.tsv")) return folder.string();
  }
  return {};
}

}  // namespace hypeline
