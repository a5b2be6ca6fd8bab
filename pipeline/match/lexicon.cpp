#include "match/lexicon.h"

#include "core/digest.h"
#include "core/tsv.h"
#include "match/lane.h"
#include "match/match_tables.h"
#include "match/rule_row.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace hypeline {
namespace {

constexpr std::string_view kLabels = "labels.tsv";

std::string_view language_of(std::string_view name) { return name.substr(0, std::min(name.find('/'), name.size())); }
bool is_fragments(std::string_view name) { return name.ends_with("/fragments.tsv"); }
bool is_rules(std::string_view name) {
  return name.find('/') != std::string_view::npos && name.ends_with(".tsv") && !is_fragments(name) && !ContextModels::is_file(name);
}

std::string digest_of(const std::vector<LexiconFile>& files) {
  std::string all;
  for (const LexiconFile& file : files) all += fmt::format("{} {}\n{}\n", file.name, file.contents.size(), file.contents);
  return sha256_hex(all);
}

}  // namespace

/// Fills a lexicon file by file and gathers what is wrong on the way.
class LexiconReader {
 public:
  std::expected<Lexicon, Errors> read(std::vector<LexiconFile> files) {
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    out_.digest_ = digest_of(files);
    read_labels(files);
    for (const LexiconFile& file : files)
      if (is_fragments(file.name)) read_fragments(file);
    check_fragments();
    for (const LexiconFile& file : files)
      if (is_rules(file.name)) read_rules(file);
    for (const LexiconFile& file : files)
      if (ContextModels::is_file(file.name)) read_models(file);
    if (errors_.empty()) add_unless();
    if (errors_.empty()) check_memory();
    if (!errors_.empty()) return std::unexpected(std::move(errors_));
    out_.tables_ = std::make_unique<const MatchTables>(out_);
    return std::move(out_);
  }

 private:
  void fail(std::string_view file, std::size_t line, std::string message) { errors_.push_back({std::string(file), line, 0, std::move(message), {}}); }

  /// The rows, or none and the errors kept.
  std::vector<TsvRow> rows_of(const LexiconFile& file, const std::vector<std::string_view>& header) {
    auto rows = read_tsv(file.name, file.contents, header);
    if (rows) return std::move(*rows);
    errors_.insert(errors_.end(), rows.error().begin(), rows.error().end());
    return {};
  }

  void read_labels(const std::vector<LexiconFile>& files) {
    const auto file = std::find_if(files.begin(), files.end(), [](const auto& f) { return f.name == kLabels; });
    if (file == files.end()) return fail(kLabels, 0, "missing: the lexicon has no labels");
    auto labels = Labels::parse(file->name, file->contents);
    if (labels) out_.labels_ = std::move(*labels);
    if (!labels) errors_.insert(errors_.end(), labels.error().begin(), labels.error().end());
  }

  void read_fragments(const LexiconFile& file) {
    for (const TsvRow& row : rows_of(file, {"name", "regex", "meaning"})) {
      const std::string_view name = row.cells[0];
      if (name.empty() || row.cells[1].empty()) fail(file.name, row.line, "a fragment needs a name and a regex");
      if (!out_.fragment(name).empty()) fail(file.name, row.line, fmt::format("the fragment '{}' stands twice", name));
      out_.fragments_.emplace_back(name, row.cells[1]);
      fragment_places_.push_back({file.name, row.line, 0, {}, std::string(row.text)});
    }
  }

  void check_fragments() {
    for (std::size_t i = 0; i < out_.fragments_.size(); ++i)
      if (!out_.fragments_[i].second.empty()) check_pattern("/" + out_.fragments_[i].second + "/", fragment_places_[i], Role::unless);
  }

  void read_rules(const LexiconFile& file) {
    for (const TsvRow& row : rows_of(file, rule_header())) {
      Rule rule = make_rule(file.name, row);
      for (std::string& message : check_rule(rule, out_.labels_)) fail(file.name, row.line, unknown_label(std::move(message), row));
      const auto [twin, is_new] = ids_.try_emplace({std::string(language_of(file.name)), rule.id}, fmt::format("{}:{}", file.name, row.line));
      if (!is_new) fail(file.name, row.line, fmt::format("the id '{}' stands at {} too", rule.id, twin->second));
      const Error place{file.name, row.line, 0, {}, std::string(row.text)};
      out_.patterns_.push_back(check_pattern(rule.pattern, place, Role::rule));
      if (!rule.unless.empty() && !unless_.contains(rule.unless)) unless_[rule.unless] = check_pattern(rule.unless, place, Role::unless);
      out_.rules_.push_back(std::move(rule));
    }
  }

  void read_models(const LexiconFile& file) {
    const Errors wrong = out_.models_.read(file.name, file.contents);
    errors_.insert(errors_.end(), wrong.begin(), wrong.end());
  }

  static std::string unknown_label(std::string message, const TsvRow& row) {
    const std::string_view cell = trim(row.cells[1]);
    return message == "unknown label" ? fmt::format("{} '{}'", message, cell.substr(0, cell.find(' '))) : message;
  }

  /// The pattern read; an empty one where it is bad, and the error kept with a column if the row shows one.
  Pattern check_pattern(std::string_view pattern, Error place, Role role) {
    auto read = compile_pattern(pattern, out_.fragments_, role);
    if (read) return std::move(*read);
    const bool fragment = place.text.find(pattern) == std::string::npos;
    const std::string_view shown = fragment && pattern.size() > 2 ? pattern.substr(1, pattern.size() - 2) : pattern;
    const std::size_t cell = place.text.find(shown);
    if (!shown.empty() && cell != std::string::npos) place.column = cell + 1 + std::min(read.error().at - (fragment && read.error().at > 0), shown.size() - 1);
    place.message = fmt::format("pattern: {}", read.error().message);
    errors_.push_back(std::move(place));
    return {};
  }

  void add_unless() {
    std::map<std::string, std::uint32_t> index;
    for (auto& [text, pattern] : unless_) {
      index[text] = static_cast<std::uint32_t>(out_.patterns_.size());
      out_.patterns_.push_back(std::move(pattern));
    }
    for (const Rule& rule : out_.rules_) out_.unless_.push_back(rule.unless.empty() ? Lexicon::kNoPattern : index[rule.unless]);
  }

  void check_memory() {
    std::vector<std::uint32_t> members;
    for (std::uint32_t i = 0; i < out_.rules_.size(); ++i)
      if (out_.patterns_[i].lane) members.push_back(i);
    if (!members.empty() && !Lane(out_.patterns_, members).fits())
      fail(out_.rules_[members.front()].file, out_.rules_[members.front()].line,
           fmt::format("the {} expressions that begin with no plain word or number, of which this is the first, are too large together", members.size()));
  }

  Lexicon out_;
  Errors errors_;
  std::vector<Error> fragment_places_;
  std::map<std::pair<std::string, std::string>, std::string> ids_;
  std::map<std::string, Pattern> unless_;
};

Lexicon::Lexicon() = default;
Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

std::expected<Lexicon, Errors> Lexicon::parse(std::vector<LexiconFile> files) { return LexiconReader().read(std::move(files)); }

}  // namespace hypeline
