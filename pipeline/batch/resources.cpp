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

std::string_view contents_of(const std::vector<LexiconFile>& files, std::string_view name) {
  const auto file = std::find_if(files.begin(), files.end(), [&](const LexiconFile& f) { return f.name == name; });
  return file == files.end() ? std::string_view() : std::string_view(file->contents);
}

/// What was made; where nothing could be, an empty one, and its errors are added.
template <class Made>
Made taken(std::expected<Made, Errors> made, Errors& errors) {
  if (made) return std::move(*made);
  errors.insert(errors.end(), made.error().begin(), made.error().end());
  return {};
}

CriteriaTable read_criteria(const std::vector<LexiconFile>& files, Errors& errors) {
  CriteriaTable out = taken(CriteriaTable::parse("criteria.tsv", contents_of(files, "criteria.tsv")), errors);
  const std::string_view words = contents_of(files, "criteria_words.tsv");
  const Errors wrong = words.empty() ? Errors() : out.read_words("criteria_words.tsv", words);
  errors.insert(errors.end(), wrong.begin(), wrong.end());
  return out;
}

Context make_context(const Lexicon& lexicon) {
  Context context{&lexicon.labels(), {}, HYPELINE_VERSION, lexicon.digest(), nullptr};
  for (const Rule& rule : lexicon.rules()) context.rules.push_back({rule.id, rule.pattern, rule.source, rule.label});
  return context;
}

}  // namespace

std::expected<std::unique_ptr<const Resources>, Errors> load_resources(const std::string& folder, const ReviewFiles& review_files, const FactFiles& fact_files,
                                                                       const std::string& language) {
  std::vector<LexiconFile> files;
  add_files(folder, "", files);
  add_files(fs::path(folder) / language, language + "/", files);
  if (const fs::path models = fs::path(folder) / language / "models"; fs::is_directory(models)) add_files(models, language + "/models/", files);
  Errors errors;
  LearnedTables tables{read_criteria(files, errors), taken(StrengthModel::parse("strength.tsv", contents_of(files, "strength.tsv")), errors)};
  auto lexicon = Lexicon::parse(std::move(files));
  if (!lexicon) errors.insert(errors.begin(), lexicon.error().begin(), lexicon.error().end());
  for (Error& error : errors) error.file = (fs::path(folder) / error.file).string();
  Reviews reviews = taken(load_reviews(review_files), errors);
  KnownPapers papers = taken(load_papers(fact_files), errors);
  if (!errors.empty()) return std::unexpected(std::move(errors));
  auto out = std::make_unique<Resources>(std::move(*lexicon), std::move(tables), std::move(reviews), std::move(papers), Context{});
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
