#include "assess/criteria_model.h"

#include "core/tsv.h"
#include "core/unicode.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <utility>

namespace hypeline {
namespace {

constexpr double kFewestWords = 150;
constexpr double kMostPerThousand = 20;

bool read_number(std::string_view cell, double& out) {
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), out);
  return error == std::errc() && end == cell.data() + cell.size() && std::isfinite(out);
}

bool is_sign(char32_t c) { return c == U'$' || c == U'€' || c == U'£' || c == U'%'; }
bool is_letter_or_digit(char32_t c) { return is_word(c) && c != U'_'; }

/// Appends the words of one zone to `letters`, and their ends to `ends`; a word that began with a digit is "#".
void fold_zone(std::string_view words, std::string& letters, std::vector<std::size_t>& ends) {
  for (std::size_t at = 0; at < words.size();) {
    CodePoint c = decode_at(words, at);
    const bool number = is_digit(c.value);
    if (number || is_sign(c.value)) append_utf8(letters, number ? U'#' : c.value);
    if (is_sign(c.value) || !is_letter_or_digit(c.value)) {
      at += c.size;
      if (is_sign(c.value)) ends.push_back(letters.size());
      continue;
    }
    for (; at < words.size(); at += c.size) {
      c = decode_at(words, at);
      if (!is_letter_or_digit(c.value)) break;
      if (!number) append_utf8(letters, fold(c.value));
    }
    ends.push_back(letters.size());
  }
  ends.push_back(letters.size());
}

double value_of(double count, const FoldedWords& text) {
  return std::log1p(std::min(1000 * count / std::max<double>(text.count, kFewestWords), kMostPerThousand));
}

double findings_of(const CriterionFeature& feature, const View& view) {
  const Evidence all = view.findings({feature.label}, {.negated = true});
  return static_cast<double>(
      std::count_if(all.begin(), all.end(), [&](std::uint32_t i) { return feature.key.empty() || view.at(i).attribute(feature.key) == feature.value; }));
}

double count_of(const CriterionFeature& feature, const View& view, const CountedWords& words) {
  return feature.label == LabelId{} ? words.groups[feature.group] : findings_of(feature, view);
}

/// Each word of the text with ln(1 + its rate).
void add_word_rates(const FoldedWords& text, FeatureList& out) {
  std::map<std::string_view, std::uint32_t> counts;
  for (std::size_t i = 0; i < text.words.size(); ++i)
    if (!text.words[i].empty()) ++counts[text.word(i)];
  for (const auto& [word, count] : counts) out.add("w", word, {}, static_cast<float>(value_of(count, text)));
}

}  // namespace

FoldedWords fold_words(const Document& document) {
  FoldedWords out;
  std::vector<std::size_t> ends;
  for (const Annotation& a : document.annotations)
    if (a.label == "structure.zone"_label && is_scored(a.zone)) fold_zone(document.words(a), out.letters, ends);
  std::size_t begin = 0;
  for (const std::size_t end : ends) {
    out.words.push_back(make_span(begin, end));
    out.count += static_cast<std::uint32_t>(end != begin);
    begin = end;
  }
  return out;
}

std::expected<CriteriaTable, Errors> CriteriaTable::parse(std::string_view file, std::string_view contents) {
  auto rows = read_tsv(file, contents, {"criterion", "feature", "weight"});
  if (!rows) return std::unexpected(std::move(rows.error()));
  CriteriaTable table;
  Errors errors;
  for (const TsvRow& row : *rows) {
    double weight = 0;
    std::string wrong =
        read_number(row.cells[2], weight) ? table.add(row.cells[0], row.cells[1], weight) : "a number is wanted, not '" + std::string(row.cells[2]) + "'";
    if (!wrong.empty()) errors.push_back({std::string(file), row.line, 0, std::move(wrong), {}});
  }
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return table;
}

Errors CriteriaTable::read_words(std::string_view file, std::string_view contents) {
  std::vector<std::string_view> criteria(models_.size());
  std::ranges::transform(models_, criteria.begin(), &CriterionModel::criterion);
  auto read = LinearModel::parse(file, contents, criteria);
  if (!read) return std::move(read.error());
  words_ = std::move(*read);
  return {};
}

std::string CriteriaTable::add(std::string_view criterion, std::string_view feature, double weight) {
  if (models_.empty() || models_.back().criterion != criterion) {
    if (find(criterion) != nullptr) return "the rows of '" + std::string(criterion) + "' are to stand together";
    models_.push_back({std::string(criterion), 0, 0.5, 0.5, models_.size(), {}});
  }
  CriterionModel& model = models_.back();
  if (feature == "bias") return model.bias = weight, std::string();
  if (feature == "found") return model.found = weight, std::string();
  if (feature == "not-found") return model.not_found = weight, std::string();
  CriterionFeature made{std::string(feature), weight, feature == "model:words", 0, {}, {}, {}};
  const std::string_view rest = feature.substr(std::min(feature.find(':') + 1, feature.size()));
  if (made.all_words) {
    model.features.push_back(std::move(made));
    return {};
  }
  if (feature.starts_with("words:") && !rest.empty()) {
    made.group = groups_.add(rest);
  } else if (feature.starts_with("label:") && !rest.empty()) {
    const auto cells = split(rest, ' ');
    made.label = label_id(cells[0]);
    if (cells.size() > 1) {
      made.key = cells[1].substr(0, cells[1].find('='));
      made.value = cells[1].substr(std::min(cells[1].find('=') + 1, cells[1].size()));
    }
  } else {
    return "a feature is to be bias, found, not-found, words:…, label:… or model:words, not '" + std::string(feature) + "'";
  }
  model.features.push_back(std::move(made));
  return {};
}

const CriterionModel* CriteriaTable::find(std::string_view criterion) const {
  const auto found = std::find_if(models_.begin(), models_.end(), [&](const CriterionModel& m) { return m.criterion == criterion; });
  return found == models_.end() ? nullptr : &*found;
}

CountedWords CriteriaTable::count(const Document& document) const {
  CountedWords out{fold_words(document), {}, std::vector<double>(models_.size())};
  out.groups = groups_.count(out.text);
  if (words_.empty()) return out;
  FeatureList features;
  add_word_rates(out.text, features);
  words_.score(features.all(), out.scores);
  return out;
}

std::vector<Term> CriteriaTable::word_terms(const CriterionModel& model, const FoldedWords& text) const {
  if (words_.empty()) return {};
  FeatureList features(true);
  add_word_rates(text, features);
  return words_.terms(features, model.number);
}

ModelReading read_model(const CriterionModel& model, const View& view, const CountedWords& words) {
  ModelReading out;
  double sum = model.bias;
  for (const CriterionFeature& feature : model.features) {
    out.values.push_back(feature.all_words ? words.scores[model.number] : value_of(count_of(feature, view, words), words.text));
    sum += feature.weight * out.values.back();
  }
  out.probability = 1 / (1 + std::exp(-sum));
  return out;
}

}  // namespace hypeline
