#include "batch/baseline.h"
#include "batch/lines.h"
#include "cli/command.h"
#include "cli/common.h"
#include "render/escape.h"

#include <fcntl.h>
#include <fmt/format.h>

namespace hypeline {
namespace {

struct Options {
  std::string before, after;
  bool summary = false;
};

std::string_view name(Change change) {
  constexpr std::string_view kNames[] = {"unchanged", "new", "text changed", "rules changed"};
  return kNames[static_cast<std::size_t>(change)];
}

void print_finding(char sign, std::string_view label, std::string_view rule, std::string_view words, Cause cause) {
  fmt::print("  {} {} “{}”{}: the {} changed\n", sign, label, terminal_text(words), rule.empty() ? "" : fmt::format(" [{}]", terminal_text(rule)),
             cause == Cause::text ? "text" : "rules");
}

void print_article(const RunArticle& article, const Changes& changes) {
  if (changes.kind == Change::none) return;
  fmt::print("{}: {} {}\n", name(changes.kind), terminal_text(article.id), terminal_text(article.title));
  if (changes.kind == Change::added) return;
  for (const NewFinding& added : changes.added) {
    const RunFinding& finding = article.findings[added.index];
    print_finding('+', finding.label, finding.rule, finding.words, added.cause);
  }
  for (const GoneFinding& gone : changes.gone) print_finding('-', gone.label, gone.rule, gone.words, gone.cause);
}

void print_summary(const SinceLastRun& since) {
  const ChangeCounts& f = since.findings;
  fmt::print("articles: {} new, {} removed, {} with changed text, {} that changed rules read otherwise, {} unchanged\n", since.added, since.removed.size(),
             since.text, since.rules, since.same);
  fmt::print("findings        text changed  rules changed\n  new           {:12}  {:13}\n  gone          {:12}  {:13}\n  unchanged     {:12}\n", f.new_text,
             f.new_rules, f.gone_text, f.gone_rules, f.unchanged);
}

int usage(const std::string& folder) {
  say("error: " + folder + " holds no annotations.jsonl: name two run folders");
  return kUsage;
}

int compare(const Options& options) {
  const auto before = Baseline::open(options.before);
  if (!before) return usage(options.before);
  Fd file(::open((options.after + "/annotations.jsonl").c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) return usage(options.after);
  RunLines lines(std::move(file));
  SinceLastRun since;
  std::set<std::string> seen;
  while (const auto line = lines.next()) {
    const auto article = read_run_article(*line);
    if (!article) continue;
    const Changes changes = before->compare(*article);
    since.add(changes.kind, count_changes(changes));
    seen.insert(article->id);
    if (!options.summary) print_article(*article, changes);
  }
  before->add_removed(seen, since);
  if (!options.summary)
    for (const auto& [id, title] : since.removed) fmt::print("removed: {} {}\n", terminal_text(id), terminal_text(title));
  print_summary(since);
  return kDone;
}

}  // namespace

std::function<int()> declare_diff(Flags& flags) {
  const auto options = std::make_shared<Options>();
  flags.add("OLD", &options->before, "Run folder of the earlier run", {.check = Existing::folder, .required = true});
  flags.add("NEW", &options->after, "Run folder of the later run", {.check = Existing::folder, .required = true});
  flags.add("--summary", &options->summary, "Counts only");
  flags.add_footer(
      "Findings are told apart by label, rule and the words around them. Where text and rules both changed, a finding whose sentence and the two\n"
      "beside it stand in both texts differs by the rules, else by the text.\n\nExamples:\n  hypeline diff monday tuesday\n  hypeline diff --summary before "
      "after");
  return [options] { return compare(*options); };
}

}  // namespace hypeline
