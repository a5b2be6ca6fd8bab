#include "cli/rule_explanation.h"

#include "core/tsv.h"
#include "ingest/jsonl.h"
#include "match/decisions.h"
#include "match/findings.h"
#include "render/escape.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>

namespace hypeline {
namespace {

constexpr std::array<std::string_view, 4> kModelNames = {"hedge", "attribution", "adjective", "claim"};  // by ContextModel
constexpr std::size_t kTermsShown = 12;
using Lines = std::back_insert_iterator<std::string>;

void line(Lines out, std::string_view key, std::string_view value) {
  if (!value.empty()) fmt::format_to(out, "{:<12} {}\n", key, value);
}

std::string attributes_of(const Rule& rule) {
  std::string out;
  for (const auto& [key, value] : rule.attributes) fmt::format_to(Lines(out), "{}{}={}", out.empty() ? "" : " ", key, value);
  return out;
}

/// "30 of 41 right on labelled text, 0.73 (0.58 to 0.84 at 95 %)"
std::string record_of(std::string_view precision, std::string_view id) {
  for (const std::string_view row : split(precision, '\n')) {
    const std::vector<std::string_view> cells = split(row, '\t');
    if (cells.size() < 6 || cells[0] != id) continue;
    return fmt::format("{} of {} right on labelled text: {} ({} to {} at 95 %)", cells[2], cells[1], cells[3], cells[4], cells[5]);
  }
  return {};
}

/// Where the rule's finding gives way to the article around it (match/place.h, match/decisions.h).
std::string place_of(const Rule& rule) {
  for (const auto& [key, value] : rule.attributes) {
    if (key == "kind" && value == "term") return "a bare term: dropped where the article is about it, or where an aside's cue stands before it";
    if (key == "kind" && value == "sign") return "a sign: a claim only where its sentence states none";
  }
  return rule.label == "source.attribution"_label ? "gives way to a vague source around it" : "";
}

std::string without_marks(std::string text) {
  for (const std::string_view mark : {"[[", "]]"})
    if (const std::size_t at = text.find(mark); at != std::string::npos) text.erase(at, mark.size());
  return text;
}

void add_terms(Lines out, const LinearModel& model, const FeatureList& features, std::size_t of_class) {
  const std::vector<Term> terms = model.terms(features, of_class);
  for (std::size_t i = 0; i < std::min(terms.size(), kTermsShown); ++i) fmt::format_to(out, "  {:+8.3f}  {}\n", terms[i].weight, terms[i].name);
  if (terms.size() > kTermsShown) fmt::format_to(out, "            and {} more\n", terms.size() - kTermsShown);
}

void add_question(Lines out, const Resources& resources, const ContextQuestion& question, const FeatureList& features) {
  const LinearModel& model = resources.lexicon.models()[question.model];
  if (model.empty()) return;
  const std::string_view name = kModelNames[static_cast<std::size_t>(question.model)];
  if (question.model != ContextModel::claim) {
    if (!model.knows(features.all().front().key)) return;
    fmt::format_to(out, "\nRead by the {} model: {:.2f} in its example, yes from {:.2f}. Features with their weights:\n", name,
                   model.probability(features.all()), model.threshold());
    return add_terms(out, model, features, 0);
  }
  std::array<double, kStrengths.size()> scores{};
  model.score(features.all(), scores);
  const auto best = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  fmt::format_to(out, "\nRead by the claim model: {} in its example. Features with their weights for that strength:\n", kStrengths[best]);
  add_terms(out, model, features, best);
}

/// How the models read the rule in its own example.
void add_reading(Lines out, const Resources& resources, const Rule& rule) {
  const std::string record = fmt::format(R"({{"id":"example","text":{}}})", json_string(without_marks(rule.hit)));
  Matcher matcher(resources.lexicon);
  for (const Document& example : read_record(record, "example")) {
    const std::vector<Candidate> all = find_candidates(example, matcher);
    ask_context(example, resources.lexicon, all, true, [&](const ContextQuestion& question, const FeatureList& features) {
      const auto is_it = [&](std::size_t i) { return resources.lexicon.rules()[all[i].rule].id == rule.id; };
      if (std::any_of(question.about.begin(), question.about.end(), is_it)) add_question(out, resources, question, features);
    });
  }
}

}  // namespace

std::optional<std::string> explain_rule(const Resources& resources, std::string_view id, std::string_view precision) {
  const std::vector<Rule>& rules = resources.lexicon.rules();
  const auto rule = std::find_if(rules.begin(), rules.end(), [&](const Rule& r) { return r.id == id; });
  if (rule == rules.end()) return std::nullopt;
  const Label& label = *resources.lexicon.labels().find(rule->label);
  std::string out;
  const Lines lines(out);
  line(lines, "rule", rule->id);
  line(lines, "label", fmt::format("{}: {}", label.name, label.meaning));
  line(lines, "attributes", attributes_of(*rule));
  line(lines, "stands at", fmt::format("{}:{}", rule->file, rule->line));
  line(lines, "pattern", rule->pattern);
  line(lines, "unless", rule->unless);
  line(lines, "matches in", rule->hit);
  line(lines, "not in", rule->miss);
  line(lines, "source", rule->source);
  line(lines, "place", place_of(*rule));
  line(lines, "record", record_of(precision, id));
  add_reading(lines, resources, *rule);
  return out;
}

std::optional<std::string> explain_label(const Resources& resources, std::string_view name) {
  const Label* label = resources.lexicon.labels().find(label_id(name));
  if (label == nullptr || label->name != name) return std::nullopt;
  std::string out;
  const Lines lines(out);
  line(lines, "label", label->name);
  line(lines, "title", label->title);
  line(lines, "means", label->meaning);
  line(lines, "criteria", fmt::format("{}", fmt::join(label->criteria, ", ")));
  line(lines, "weight", fmt::format("{} a finding in the promotional load", label->weight));
  line(lines, "settles it", label->settle);
  std::map<std::string_view, std::vector<const Rule*>> files;
  for (const Rule& rule : resources.lexicon.rules())
    if (rule.label == label->id) files[rule.file].push_back(&rule);
  for (const auto& [file, rules] : files) {
    fmt::format_to(lines, "\n{}: {} rules\n", file, rules.size());
    for (const Rule* rule : rules) fmt::format_to(lines, "  {:<32} {}\n", rule->id, rule->hit);
  }
  return out;
}

}  // namespace hypeline
