#include "cli/command.h"
#include "cli/common.h"
#include "match/selftest.h"

#include <fmt/format.h>

namespace hypeline {
namespace {

int list_rules(const CommonOptions& options) {
  const auto resources = load_or_exit(options);
  const Lexicon& lexicon = resources->lexicon;
  for (const Rule& rule : lexicon.rules()) fmt::print("{}\t{}\t{}\t{}\n", rule.id, lexicon.labels().find(rule.label)->name, rule.pattern, rule.source);
  say(fmt::format("{} rules, digest {}", lexicon.rules().size(), lexicon.digest().substr(0, 12)));
  return kDone;
}

int test_rules(const CommonOptions& options) {
  const auto resources = load_or_exit(options);
  const Errors errors = self_test(resources->lexicon);
  for (const Error& error : errors) fmt::print("{}\n", to_string(error));
  fmt::print("{} rules, {} failed\n", resources->lexicon.rules().size(), errors.size());
  return errors.empty() ? kDone : kUsage;
}

void declare(CLI::App& app, const char* name, const char* summary, std::shared_ptr<CommonOptions> options, std::function<int()>& action,
             int (*run)(const CommonOptions&)) {
  CLI::App* sub = app.add_subcommand(name, summary);
  add_lexicons_flag(*sub, *options);
  sub->add_option("DIR", options->lexicons, "Folder of rules")->type_name("");
  sub->callback([options, &action, run] { action = [options, run] { return run(*options); }; });
}

}  // namespace

std::function<int()> declare_lexicon(CLI::App& app) {
  const auto options = std::make_shared<CommonOptions>();
  const auto action = std::make_shared<std::function<int()>>();
  app.require_subcommand(1);
  declare(app, "list", "Every rule: id, label, pattern, source", options, *action, list_rules);
  declare(app, "test", "Run every rule's hit and miss examples", options, *action, test_rules);
  app.footer("Examples:\n  hypeline lexicon list | grep hype.hope\n  hypeline lexicon test lexicons");
  return [action] { return (*action)(); };
}

}  // namespace hypeline
