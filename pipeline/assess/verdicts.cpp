#include "assess/verdicts.h"

#include "assess/json_lines.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace hypeline {
namespace {

constexpr double kZ = 1.959963984540054;  // two-sided 95 %

bool is_hex(std::string_view text, std::size_t digits) { return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos; }

std::string check(const ReviewerVerdict& v, std::string_view opinion, bool known) {
  if (!is_hex(v.fingerprint, 16)) return "\"fingerprint\" is to be 16 hex digits";
  if (v.rule.empty()) return "\"rule\" is missing";
  if (!known) return "\"verdict\" is to be agree, not-a-finding, wrong-label or unsure, not '" + std::string(opinion) + "'";
  if (v.reviewer.empty()) return "\"reviewer\" is missing";
  if (!is_date(v.at)) return "\"at\" is to be a date, 2026-11-22 or 2026-11-22T03:00:00Z";
  if (!is_hex(v.text_sha256, 64)) return "\"text_sha256\" is to be 64 hex digits";
  return {};
}

/// Ratings of articles and lines of the ignore list stand in the same file.
bool is_something_else(simdjson::dom::object object) { return !string_member(object, "criterion").empty() || !string_member(object, "until").empty(); }

std::string take(simdjson::dom::object object, std::vector<ReviewerVerdict>& out) {
  ReviewerVerdict v;
  v.fingerprint = string_member(object, "fingerprint");
  v.rule = string_member(object, "rule");
  v.reviewer = string_member(object, "reviewer");
  v.at = string_member(object, "at");
  v.text_sha256 = string_member(object, "text_sha256");
  v.comment = string_member(object, "comment");
  const std::string opinion = string_member(object, "verdict");
  const auto* const named = std::find(kOpinionNames.begin(), kOpinionNames.end(), opinion);
  const bool known = named != kOpinionNames.end();
  if (known) v.opinion = static_cast<Opinion>(named - kOpinionNames.begin());
  std::string wrong = check(v, opinion, known);
  if (wrong.empty()) out.push_back(std::move(v));
  return wrong;
}

/// By fingerprint and reviewer, the latest first; the rest only so that the order of files does not matter.
auto order(const ReviewerVerdict& v) { return std::tie(v.fingerprint, v.reviewer); }
bool latest_first(const ReviewerVerdict& a, const ReviewerVerdict& b) {
  if (order(a) != order(b)) return order(a) < order(b);
  return std::tie(b.at, b.opinion, b.rule, b.text_sha256, b.comment) < std::tie(a.at, a.opinion, a.rule, a.text_sha256, a.comment);
}

Decision decide(const ReviewerVerdict* begin, const ReviewerVerdict* end) {
  if (begin == end) return Decision::none;
  bool right = false, wrong = false;
  for (const auto* v = begin; v != end; ++v) {
    right |= v->opinion == Opinion::agree;
    wrong |= v->opinion == Opinion::not_a_finding || v->opinion == Opinion::wrong_label;
  }
  if (right && wrong) return Decision::conflict;
  if (right) return Decision::right;
  return wrong ? Decision::wrong : Decision::unsure;
}

}  // namespace

bool is_date(std::string_view text) {
  constexpr std::string_view kForm = "dddd-dd-dd";
  if (text.size() < kForm.size()) return false;
  for (std::size_t i = 0; i < kForm.size(); ++i)
    if (kForm[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != kForm[i]) return false;
  return text.size() == kForm.size() || text[kForm.size()] == 'T';
}

std::array<double, 2> wilson_interval(std::uint32_t right, std::uint32_t of) {
  if (of == 0) return {0, 1};
  const double n = of, p = right / n, z2 = kZ * kZ;
  const double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
  const double half = kZ * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
  return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

std::expected<void, Errors> VerdictBook::add(std::string_view file, std::string_view contents) {
  std::vector<ReviewerVerdict> more;
  std::size_t others = 0;
  const auto read = [&](simdjson::dom::object object) {
    if (!is_something_else(object)) return take(object, more);
    ++others;
    return std::string();
  };
  if (Errors errors = read_json_lines(file, contents, read); !errors.empty()) return std::unexpected(std::move(errors));
  passed_over_ += others;
  merge(std::move(more));
  return {};
}

void VerdictBook::merge(std::vector<ReviewerVerdict> more) {
  all_.insert(all_.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  std::sort(all_.begin(), all_.end(), latest_first);
  all_.erase(std::unique(all_.begin(), all_.end(), [](const auto& a, const auto& b) { return order(a) == order(b); }), all_.end());
  count();
}

void VerdictBook::count() {
  records_.clear();
  for (std::size_t i = 0; i < all_.size();) {
    const auto [begin, end] = of(all_[i].fingerprint);
    RuleRecord& record = records_[all_[i].rule];
    const Decision decision = decide(&all_[begin], all_.data() + end);
    record.right += static_cast<std::uint32_t>(decision == Decision::right);
    record.wrong += static_cast<std::uint32_t>(decision == Decision::wrong);
    record.unsure += static_cast<std::uint32_t>(decision == Decision::unsure);
    record.conflicts += static_cast<std::uint32_t>(decision == Decision::conflict);
    i = end;
  }
  for (auto& [rule, record] : records_) {
    const std::uint32_t decided = record.right + record.wrong;
    record.precision = decided == 0 ? 0 : record.right / static_cast<double>(decided);
    const auto [low, high] = wilson_interval(record.right, decided);
    record.low = low;
    record.high = high;
  }
}

std::array<std::size_t, 2> VerdictBook::of(std::string_view fingerprint) const {
  const auto below = [](const ReviewerVerdict& v, std::string_view f) { return v.fingerprint < f; };
  const auto above = [](std::string_view f, const ReviewerVerdict& v) { return f < v.fingerprint; };
  return {static_cast<std::size_t>(std::lower_bound(all_.begin(), all_.end(), fingerprint, below) - all_.begin()),
          static_cast<std::size_t>(std::upper_bound(all_.begin(), all_.end(), fingerprint, above) - all_.begin())};
}

Decision VerdictBook::decision(std::string_view fingerprint) const {
  const auto [begin, end] = of(fingerprint);
  return decide(all_.data() + begin, all_.data() + end);
}

std::vector<std::string> VerdictBook::conflicts() const {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < all_.size(); i = of(all_[i].fingerprint)[1])
    if (decision(all_[i].fingerprint) == Decision::conflict) out.push_back(all_[i].fingerprint);
  return out;
}

}  // namespace hypeline
