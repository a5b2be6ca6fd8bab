#include "batch/files.h"
#include "batch/process.h"
#include "cli/command.h"
#include "cli/common.h"
#include "cli/rule_explanation.h"
#include "render/escape.h"
#include "render/explanation.h"

#include <fmt/format.h>

#include <filesystem>

namespace hypeline {
namespace {

struct Options : CommonOptions {
  std::string target;
  std::string precision;
};

int explain_article(const Options& options, const std::unique_ptr<const Resources>& resources) {
  Worker worker(*resources, {.most = options.max_bytes});
  bool rejected = false;
  for (const Article& article : process(worker, {options.target, options.target, {}, {}, {}})) {
    if (article.document.rejected) {
      rejected = true;
      say(fmt::format("{}: {}", article.document.id, article.document.rejected->message));
      continue;
    }
    fmt::print("{}\n", write_explanation(article, resources->context, resources->tables));
  }
  return rejected ? kSomeRejected : kDone;
}

int explain(const Options& options) {
  const auto resources = load_or_exit(options);
  std::error_code unknown;
  if (std::filesystem::exists(options.target, unknown)) return explain_article(options, resources);
  auto said = explain_label(*resources, options.target);
  if (!said) said = explain_rule(*resources, options.target, options.precision.empty() ? std::string() : read_whole(options.precision));
  if (!said) {
    say(fmt::format("error: '{}' is no file, no rule and no label", terminal_text(options.target)));
    return kUsage;
  }
  fmt::print("{}", *said);
  return kDone;
}

}  // namespace

std::function<int()> declare_explain(Flags& flags) {
  const auto options = std::make_shared<Options>();
  flags.add("WHAT", &options->target, "A scraped page, text or file of records; or the name of a rule or of a label", {.required = true});
  flags.add("--precision", &options->precision, "A rule's record is looked up in this table of scripts/check_rules.py",
            {.name = "FILE", .check = Existing::file});
  add_article_flags(flags, *options);
  flags.add_footer(
      "Of an article every weight is shown, and what each finding moves; of a rule its row, its examples and what a model makes of them.\n\n"
      "Examples:\n  hypeline explain page.html | less\n  hypeline explain praise-simple-test --precision corpus/precision.tsv\n  hypeline explain hype.hope");
  return [options] { return explain(*options); };
}

}  // namespace hypeline
