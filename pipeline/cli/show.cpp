#include "batch/process.h"
#include "cli/command.h"
#include "cli/common.h"
#include "render/terminal.h"

#include <fmt/format.h>

namespace hypeline {
namespace {

struct Options : CommonOptions {
  std::string file;
  int width = 0;
};

int show(const Options& options) {
  const auto resources = load_or_exit(options);
  Worker worker(*resources, {.most = options.max_bytes});
  Feed feed({{options.file, options.file, {}}}, options.max_bytes);
  const TerminalStyle style{colours_wanted(), options.width != 0 ? options.width : terminal_width()};
  bool rejected = false;
  while (auto item = feed.next()) {
    for (const Article& article : process(worker, std::move(*item))) {
      rejected |= article.document.rejected.has_value();
      fmt::print("{}\n", write_terminal(article, resources->context, style));
    }
  }
  return rejected ? kSomeRejected : kDone;
}

}  // namespace

std::function<int()> declare_show(Flags& flags) {
  const auto options = std::make_shared<Options>();
  flags.add("FILE", &options->file, "A scraped page, text or file of records", {.check = Existing::file, .required = true});
  flags.add("--width", &options->width, "Columns; the terminal's where not given", {.name = "N", .check = Between<int>{20, 1000}});
  add_article_flags(flags, *options);
  flags.add_footer(
      "Notes stand beside the text from 90 columns on, else below its paragraphs. Colours are left out where NO_COLOR is set or the output is no "
      "terminal.\n\nExamples:\n  hypeline show page.html | less\n  hypeline show --width 72 "
      "page.txt");
  return [options] { return show(*options); };
}

}  // namespace hypeline
