#include "core/linear.h"

#include "core/tsv.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <optional>

namespace hypeline {
namespace {

// Odd constants without a pattern: the fractional parts of the golden ratio and of the square roots of 2 and 3.
constexpr FeatureKey kWord = 0x9E3779B97F4A7C15u, kOther = 0x6A09E667F3BCC909u, kPlace = 0xBB67AE8584CAA73Bu;

FeatureKey stirred(FeatureKey key) { return (key ^ (key >> 32)) * kWord; }

/// Eight bytes at a time.
FeatureKey hash_word(std::string_view word) {
  FeatureKey hash = word.size();
  for (; word.size() > 8; word.remove_prefix(8)) {
    FeatureKey eight = 0;
    std::memcpy(&eight, word.data(), 8);
    hash = stirred(hash ^ eight);
  }
  FeatureKey rest = 0;
  std::memcpy(&rest, word.data(), word.size());
  return stirred(hash ^ rest);
}

FeatureKey key_of(FeatureKey kind, std::string_view word, std::string_view other) {
  if (!word.empty()) kind = stirred(kind ^ hash_word(word) * kOther);
  if (!other.empty()) kind = stirred(kind ^ hash_word(other) * kPlace);
  return stirred(kind);
}

std::string name_of(std::string_view kind, std::string_view word, std::string_view other) {
  return fmt::format("{}{}{}{}{}", kind, word.empty() ? "" : "=", word, other.empty() ? "" : " ", other);
}

std::optional<float> number_in(std::string_view cell) {
  float value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (cell.empty() || error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

}  // namespace

FeatureKey feature_key(std::string_view name) {
  const std::size_t equals = std::min(name.find('='), name.size());
  const std::string_view words = name.substr(std::min(equals + 1, name.size()));
  const std::size_t space = std::min(words.find(' '), words.size());
  return key_of(FeatureKind::hash_of(name.substr(0, equals)), words.substr(0, space), words.substr(std::min(space + 1, words.size())));
}

double logistic(double score) { return 1 / (1 + std::exp(-score)); }

void FeatureList::clear() {
  all_.clear();
  names_.clear();
}

void FeatureList::add(FeatureKind kind, std::string_view word, std::string_view other, float value) {
  all_.push_back({key_of(kind.hash, word, other), value});
  if (named_) names_.push_back(name_of(kind.name, word, other));
}

void FeatureList::add_numbered(FeatureKind kind, std::size_t number, std::string_view word, float value) {
  FeatureKey hash = kind.hash;
  for (const std::size_t digit : {number / 10 % 10, number % 10}) hash = (hash ^ ('0' + digit)) * 1099511628211u;
  all_.push_back({key_of(hash, word, {}), value});
  if (named_) names_.push_back(name_of(fmt::format("{}{:02}", kind.name, number % 100), word, {}));
}

std::uint32_t LinearModel::row_of(FeatureKey key) const {
  if (slots_.empty()) return kNone;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = key & mask;; at = (at + 1) & mask)
    if (slots_[at].row == kNone || slots_[at].check == key >> 32) return slots_[at].row;
}

bool LinearModel::insert(FeatureKey key, std::uint32_t row) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key & mask;
  for (; slots_[at].row != kNone; at = (at + 1) & mask)
    if (slots_[at].check == key >> 32) return false;
  slots_[at] = {static_cast<std::uint32_t>(key >> 32), row};
  return true;
}

std::expected<LinearModel, Errors> LinearModel::parse(std::string_view file, std::string_view contents, const std::vector<std::string_view>& classes) {
  std::vector<std::string_view> header = {"feature"};
  header.insert(header.end(), classes.begin(), classes.end());
  auto rows = read_tsv(file, contents, header);
  if (!rows) return std::unexpected(std::move(rows.error()));
  LinearModel out;
  Errors errors;
  out.classes_ = classes.size();
  out.bias_.assign(classes.size(), 0.0F);
  out.slots_.resize(std::bit_ceil(rows->size() * 2 + 1));
  for (const TsvRow& row : *rows) {
    const std::string_view name = row.cells[0];
    std::vector<float> weights;
    for (std::size_t c = 1; c < row.cells.size(); ++c) {
      const auto value = name == "@threshold" && c > 1 ? 0.0F : number_in(row.cells[c]);
      if (!value) errors.push_back({std::string(file), row.line, 0, fmt::format("'{}' is no weight", row.cells[c]), std::string(row.text)});
      weights.push_back(value.value_or(0.0F));
    }
    if (name == "@threshold") {
      out.threshold_ = weights[0];
    } else if (name == "bias") {
      out.bias_ = weights;
    } else {
      if (!out.insert(feature_key(name), static_cast<std::uint32_t>(out.weights_.size() / classes.size())))
        errors.push_back(
            {std::string(file), row.line, 0, fmt::format("the feature '{}' stands twice, or shares its hash with another", name), std::string(row.text)});
      out.weights_.insert(out.weights_.end(), weights.begin(), weights.end());
    }
  }
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return out;
}

void LinearModel::score(std::span<const Feature> features, std::span<double> out) const {
  std::copy(bias_.begin(), bias_.end(), out.begin());
  for (const Feature& f : features) {
    const std::uint32_t row = row_of(f.key);
    if (row == kNone) continue;
    for (std::size_t c = 0; c < classes_; ++c) out[c] += static_cast<double>(weights_[row * classes_ + c]) * static_cast<double>(f.value);
  }
}

double LinearModel::probability(std::span<const Feature> features) const {
  double out = 0;
  score(features, {&out, 1});
  return logistic(out);
}

std::vector<Term> LinearModel::terms(const FeatureList& features, std::size_t of_class) const {
  std::vector<Term> out = {{"bias", static_cast<double>(bias_[of_class])}};
  for (std::size_t i = 0; i < features.names().size(); ++i) {
    const std::uint32_t row = row_of(features.all()[i].key);
    if (row == kNone) continue;
    out.push_back({features.names()[i], static_cast<double>(weights_[row * classes_ + of_class]) * static_cast<double>(features.all()[i].value)});
  }
  std::stable_sort(out.begin(), out.end(), [](const Term& a, const Term& b) { return std::abs(a.weight) > std::abs(b.weight); });
  return out;
}

}  // namespace hypeline
