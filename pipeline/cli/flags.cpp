#include "cli/flags.h"

#include "cli/command.h"

#include <CLI/CLI.hpp>

#include <type_traits>
#include <utility>

namespace hypeline {
namespace {

/// Adds each kind of check to an option.
struct AddCheck {
  CLI::Option& option;

  void operator()(std::monostate) const {}
  void operator()(Existing what) const { what == Existing::file ? option.check(CLI::ExistingFile) : option.check(CLI::ExistingDirectory); }
  template <class Number>
  void operator()(const Between<Number>& range) const {
    option.check(CLI::Range(range.least, range.most));
  }
  void operator()(const OneOf& words) const { option.check(CLI::IsMember(words)); }
  void operator()(ByteCount) const { option.transform(CLI::AsSizeValue(false)); }
  void operator()(const Fault& fault) const { option.check(fault); }
};

void describe(CLI::Option& option, const Value& value) {
  option.required(value.required);
  std::visit(AddCheck{option}, value.check);
  option.type_name(value.name);
  if (value.environment != nullptr) option.envname(value.environment);
  if (value.shows_default) option.capture_default_str();
  if (value.default_text != nullptr) option.default_str(value.default_text);
}

}  // namespace

void Flags::add(const char* names, Target target, const char* help, const Value& value) {
  std::visit(
      [&](auto* to) {
        if constexpr (std::is_same_v<decltype(to), bool*>)
          app_->add_flag(names, *to, help);
        else
          describe(*app_->add_option(names, *to, help), value);
      },
      target);
}

void Flags::add_footer(const std::string& text) { app_->footer(text); }

Flags Flags::add_command(const char* name, const char* summary, std::function<void()> chosen) {
  app_->require_subcommand(1);
  CLI::App* sub = app_->add_subcommand(name, summary);
  sub->callback(std::move(chosen));
  return Flags(*sub);
}

int run_command_line(int argc, char** argv, std::span<const Command> commands, const char* footer) {
  CLI::App app("hypeline: hype against evidence in health articles", "hypeline");
  app.set_version_flag("--version", "hypeline " HYPELINE_VERSION);
  app.require_subcommand(1);
  app.footer(footer);
  int exit_code = kDone;
  for (const Command& command : commands) {
    CLI::App* sub = app.add_subcommand(command.name, command.summary);
    Flags flags(*sub);
    sub->final_callback([&exit_code, action = command.declare(flags)] { exit_code = action(); });
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kUsage;
  }
  return exit_code;
}

}  // namespace hypeline
