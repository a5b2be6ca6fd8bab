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

void declare(Flags& flags, const char* name, const char* summary, const std::shared_ptr<CommonOptions>& options, std::function<int()>& action,
             int (*run)(const CommonOptions&)) {
  Flags below = flags.add_command(name, summary, [options, &action, run] { action = [options, run] { return run(*options); }; });
  add_lexicons_flag(below, *options);
  below.add("DIR", &options->lexicons, "Folder of rules");
}

}  // namespace

std::function<int()> declare_lexicon(Flags& flags) {
  const auto options = std::make_shared<CommonOptions>();
  const auto action = std::make_shared<std::function<int()>>();
  declare(flags, "list", "Every rule: id, label, pattern, source", options, *action, list_rules);
  declare(flags, "test", "Run every rule's hit and miss examples", options, *action, test_rules);
  flags.add_footer("Examples:\n  hypeline lexicon list | grep hype.hope\n  hypeline lexicon test lexicons");
  return [action] { return (*action)(); };
}

}  // namespace hypeline
