#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace CLI {
class App;
}

namespace hypeline {

/// Where a value goes; what stands there before is what holds where the flag is not given. A bool is a flag without a value.
using Target = std::variant<bool*, int*, unsigned*, std::size_t*, double*, std::string*, std::vector<std::string>*>;

/// What a value must be. The help tells it, and a value that is not so is an error of usage.
enum class Existing { file, folder };
template <class Number>
struct Between {
  Number least, most;
};
using OneOf = std::vector<std::string>;
struct ByteCount {};                                           ///< a number with or without a unit (K, MiB, ...), 1024 to the next
using Fault = std::function<std::string(const std::string&)>;  ///< what is wrong with a value; empty: nothing
using Check = std::variant<std::monostate, Existing, Between<int>, Between<double>, OneOf, ByteCount, Fault>;

/// How the help shows a value, and what is asked of it.
struct Value {
  const char* name = "";
  Check check = {};
  bool required = false;
  bool shows_default = false;          ///< the help shows what stands in the target
  const char* default_text = nullptr;  ///< what the help shows instead
  const char* environment = nullptr;   ///< the variable that is taken where the flag is not given
};

/// The flags and arguments of one command. Only flags.cpp knows the library behind it, whose headers cost every source that reads them ten seconds and more.
class Flags {
 public:
  explicit Flags(CLI::App& app) : app_(&app) {}

  /// `names` of a flag are "-o,--out", of an argument a word without dashes. `target` is written while the command line is read: it must live until then.
  void add(const char* names, Target target, const char* help, const Value& value = {});
  void add_footer(const std::string& text);
  /// Declares a command below this one; `chosen` is called where it is named. Where there are commands below, one must be named.
  Flags add_command(const char* name, const char* summary, std::function<void()> chosen);

 private:
  CLI::App* app_;
};

}  // namespace hypeline
