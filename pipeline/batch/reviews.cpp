#include "batch/reviews.h"

#include "assess/priority.h"
#include "batch/files.h"
#include "render/findings.h"

#include <fmt/format.h>

namespace hypeline {
namespace {

std::string_view rule_name(const Annotation& a, const Context& context) {
  const RuleInfo* rule = rule_of(a, context);
  return rule == nullptr ? std::string_view() : std::string_view(rule->id);
}

std::string why(const IgnoreEntry& entry) { return fmt::format("{} ({}, until {})", entry.reason, entry.by, entry.until); }

void append(std::expected<void, Errors> done, Errors& errors) {
  if (!done) errors.insert(errors.end(), done.error().begin(), done.error().end());
}

}  // namespace

std::expected<Reviews, Errors> load_reviews(const ReviewFiles& files) {
  Reviews out;
  Errors errors;
  for (const std::string& file : files.verdicts) append(out.verdicts.add(file, read_whole(file)), errors);
  for (const std::string& file : files.ignore) append(out.ignore.add(file, read_whole(file), files.today), errors);
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return out;
}

std::uint32_t mark_ignored(Document& document, const IgnoreList& list, const Context& context) {
  if (list.in_force().empty()) return 0;
  std::uint32_t marked = 0;
  for (const std::uint32_t i : findings(document, context)) {
    Annotation& a = document.annotations[i];
    const IgnoreEntry* entry = list.find(fingerprint(document, a, context), rule_name(a, context), document.meta.site);
    if (entry == nullptr) continue;
    a.attributes.emplace_back("ignored", why(*entry));
    ++marked;
  }
  return marked;
}

void leave_out_ignored(Article& article, std::uint32_t marked, const IgnoreList& list, const Context& context) {
  const Document& document = article.document;
  Assessment& assessment = *article.assessment;
  if (!list.in_force().empty())
    std::erase_if(assessment.mismatches, [&](const Mismatch& m) {
      const IgnoreEntry* entry = list.find(fingerprint(document, m, context), m.kind, document.meta.site);
      if (entry != nullptr) article.left_out.push_back({m, why(*entry)});
      return entry != nullptr;
    });
  assessment.ignored = marked + static_cast<std::uint32_t>(article.left_out.size());
  if (!article.left_out.empty()) assessment.priority = priority(assessment);
}

std::vector<std::size_t> verdicts_on(const Article& article, const VerdictBook& book, const Context& context) {
  std::vector<std::size_t> out;
  const auto add = [&](const std::string& print) {
    const auto [begin, end] = book.of(print);
    for (std::size_t i = begin; i != end; ++i) out.push_back(i);
  };
  if (book.all().empty() || !article.assessment) return out;
  for (const std::uint32_t i : findings(article.document, context)) add(fingerprint(article.document, article.document.annotations[i], context));
  for (const Mismatch& m : article.assessment->mismatches) add(fingerprint(article.document, m, context));
  return out;
}

}  // namespace hypeline
