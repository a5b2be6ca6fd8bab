#include "batch/diff.h"

#include "core/digest.h"
#include "core/unicode.h"
#include "render/findings.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <charconv>

namespace hypeline {
namespace {

using simdjson::dom::element;

std::uint64_t rules_hash(std::string_view version, std::string_view digest) { return hash64(fmt::format("{}\t{}", version, digest)); }

/// Sentences in order, each with its neighbours (a fingerprint sees some words beyond the sentence), and lines: where a finding stands.
class Passages {
 public:
  Passages(std::string_view text, std::vector<Span> sentences) : text_(text), sentences_(std::move(sentences)) {}

  std::uint64_t at(std::uint32_t byte) const {
    const std::size_t here = span_at(sentences_, byte);
    return hash64(here == std::string::npos ? line_at(byte) : around(here));
  }
  std::vector<std::uint64_t> all() const {
    std::vector<std::uint64_t> out;
    out.reserve(sentences_.size());
    for (std::size_t i = 0; i < sentences_.size(); ++i) out.push_back(hash64(around(i)));
    for (std::size_t at = 0; at < text_.size(); at += line_at(at).size() + 1) out.push_back(hash64(line_at(at)));
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  std::string_view around(std::size_t i) const {
    return slice(text_, {sentences_[i == 0 ? 0 : i - 1].begin, sentences_[std::min(i + 1, sentences_.size() - 1)].end});
  }
  std::string_view line_at(std::size_t byte) const {
    const std::size_t before = byte == 0 ? std::string_view::npos : text_.rfind('\n', byte - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    return text_.substr(begin, std::min(text_.find('\n', byte), text_.size()) - begin);
  }
  std::string_view text_;
  std::vector<Span> sentences_;
};

/// Bytes at which the code points of a text begin, and its size behind them.
std::vector<std::uint32_t> bytes_of_points(std::string_view text) {
  std::vector<std::uint32_t> out;
  for (std::size_t at = 0; at < text.size(); at += decode_at(text, at).size) out.push_back(static_cast<std::uint32_t>(at));
  out.push_back(static_cast<std::uint32_t>(text.size()));
  return out;
}

std::string_view string_at(element from, std::string_view pointer) {
  std::string_view value;
  return from.at_pointer(pointer).get(value) == simdjson::SUCCESS ? value : std::string_view();
}

std::uint64_t hex(std::string_view digits) {
  std::uint64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return value;
}

std::uint32_t point(element array, std::size_t i, const std::vector<std::uint32_t>& bytes) {
  std::uint64_t value = 0;
  if (array.at(i).get(value) != simdjson::SUCCESS) return 0;
  return bytes[std::min<std::size_t>(value, bytes.size() - 1)];
}

std::vector<Span> sentences_of(element record, const std::vector<std::uint32_t>& bytes) {
  std::vector<Span> out;
  simdjson::dom::array all;
  if (record["sentences"].get(all) != simdjson::SUCCESS) return out;
  for (const element pair : all) out.push_back({point(pair, 0, bytes), point(pair, 1, bytes)});
  return out;
}

void read_findings(element record, const Passages& passages, const std::vector<std::uint32_t>& bytes, RunArticle& out) {
  simdjson::dom::array all;
  if (record["annotations"].get(all) != simdjson::SUCCESS) return;
  for (const element finding : all) {
    std::uint64_t begin = 0;
    if (finding["begin"].get(begin) != simdjson::SUCCESS) continue;
    const auto index = static_cast<std::uint32_t>(out.findings.size());
    out.findings.push_back({hex(string_at(finding, "/fingerprint")), index, passages.at(bytes[std::min<std::size_t>(begin, bytes.size() - 1)]),
                            std::string(string_at(finding, "/label")), std::string(string_at(finding, "/rule")), std::string(string_at(finding, "/text"))});
  }
}

/// The findings of `of` that `others` does not have, each as often as it is missing. Both sorted by fingerprint.
std::vector<const RunFinding*> missing(const std::vector<const RunFinding*>& of, const std::vector<const RunFinding*>& others) {
  std::vector<const RunFinding*> out;
  std::set_difference(of.begin(), of.end(), others.begin(), others.end(), std::back_inserter(out),
                      [](const RunFinding* a, const RunFinding* b) { return a->fingerprint < b->fingerprint; });
  return out;
}

std::vector<const RunFinding*> by_fingerprint(const RunArticle& article) {
  std::vector<const RunFinding*> out(article.findings.size());
  std::ranges::transform(article.findings, out.begin(), [](const RunFinding& finding) { return &finding; });
  std::stable_sort(out.begin(), out.end(), [](const RunFinding* a, const RunFinding* b) { return a->fingerprint < b->fingerprint; });
  return out;
}

Cause cause_of(const RunFinding& finding, const RunArticle& its, const RunArticle& other) {
  if (its.text == other.text) return Cause::rules;
  if (its.rules == other.rules) return Cause::text;
  return std::binary_search(other.passages.begin(), other.passages.end(), finding.passage) ? Cause::rules : Cause::text;
}

}  // namespace

std::uint64_t RunArticle::findings_print() const {
  std::uint64_t sum = findings.size();
  for (const RunFinding& finding : findings) sum += hash64(fmt::format("{:x}", finding.fingerprint));
  return sum;
}

std::optional<RunArticle> read_run_article(std::string_view line) {
  simdjson::dom::parser parser;
  element record;
  std::string_view text;
  if (parser.parse(line.data(), line.size()).get(record) != simdjson::SUCCESS) return {};
  if (!record.is_object() || record["rejected"].error() == simdjson::SUCCESS || record["text"].get(text) != simdjson::SUCCESS) return {};
  const std::vector<std::uint32_t> bytes = bytes_of_points(text);
  const Passages passages(text, sentences_of(record, bytes));
  RunArticle out{std::string(string_at(record, "/id")),
                 std::string(string_at(record, "/meta/title")),
                 hash64(string_at(record, "/text_sha256")),
                 rules_hash(string_at(record, "/tool/version"), string_at(record, "/tool/lexicon_digest")),
                 {},
                 passages.all()};
  read_findings(record, passages, bytes, out);
  return out;
}

RunArticle run_article(const Article& article, const Context& context) {
  const Document& document = article.document;
  const Passages passages(document.text.view(), document.layer("structure.sentence"_label));
  RunArticle out{document.id, title_of(document), hash64(sha256_hex(document.text.view())), rules_hash(context.version, context.lexicon_digest),
                 {},          passages.all()};
  for (const std::uint32_t i : findings(document, context)) {
    const Annotation& a = document.annotations[i];
    const RuleInfo* rule = rule_of(a, context);
    out.findings.push_back({hex(fingerprint(document, a, context)), i, passages.at(a.span.begin), finding_label(a, context)->name, rule ? rule->id : "",
                            std::string(document.words(a))});
  }
  return out;
}

Changes compare_articles(const RunArticle& before, const RunArticle& after) {
  const auto old_ones = by_fingerprint(before), new_ones = by_fingerprint(after);
  Changes out;
  for (const RunFinding* finding : missing(new_ones, old_ones)) out.added.push_back({finding->index, cause_of(*finding, after, before)});
  for (const RunFinding* finding : missing(old_ones, new_ones))
    out.gone.push_back({finding->label, finding->rule, finding->words, cause_of(*finding, before, after)});
  out.unchanged = static_cast<std::uint32_t>(new_ones.size() - out.added.size());
  const bool differs = !out.added.empty() || !out.gone.empty();
  out.kind = before.text != after.text ? Change::text : differs ? Change::rules : Change::none;
  return out;
}

Changes new_article(const RunArticle& after) {
  Changes out;
  out.kind = Change::added;
  for (const RunFinding& finding : after.findings) out.added.push_back({finding.index, Cause::text});
  return out;
}

}  // namespace hypeline
