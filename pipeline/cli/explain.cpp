#include "batch/process.h"
#include "cli/command.h"
#include "cli/common.h"
#include "render/explanation.h"

#include <fmt/format.h>

namespace hypeline {
namespace {

struct Options : CommonOptions {
  std::string file;
};

int explain(const Options& options) {
  const auto resources = load_or_exit(options);
  Worker worker(*resources, {.most = options.max_bytes});
  bool rejected = false;
  for (const Article& article : process(worker, {options.file, options.file, {}, {}, {}})) {
    if (article.document.rejected) {
      rejected = true;
      say(fmt::format("{}: {}", article.document.id, article.document.rejected->message));
      continue;
    }
    fmt::print("{}\n", write_explanation(article, resources->context, resources->criteria));
  }
  return rejected ? kSomeRejected : kDone;
}

}  // namespace

std::function<int()> declare_explain(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("FILE", options->file, "A scraped page, text or file of records")->required()->check(CLI::ExistingFile)->type_name("");
  add_max_bytes_flag(app, *options);
  add_lexicons_flag(app, *options);
  add_review_flags(app, *options);
  app.footer("Every weight is shown, and what each finding moves.\n\nExamples:\n  hypeline explain page.html | less");
  return [options] { return explain(*options); };
}

}  // namespace hypeline
