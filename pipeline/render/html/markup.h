#pragma once
#include <fmt/format.h>

#include <concepts>
#include <string>
#include <string_view>
#include <utility>

/// HTML that cannot hold an unescaped word by accident.
namespace hypeline::html {

/// Markup that is safe to send: made of literals, and of strings that were escaped on their way in.
class Html {
 public:
  Html() = default;
  /// REQUIRES `bytes` is markup this program wrote.
  static Html trusted(std::string bytes) {
    Html html;
    html.bytes_ = std::move(bytes);
    return html;
  }
  Html& operator+=(const Html& more) {
    bytes_ += more.bytes_;
    return *this;
  }
  friend Html operator+(Html a, const Html& b) { return std::move(a += b); }
  const std::string& bytes() const { return bytes_; }
  bool empty() const { return bytes_.empty(); }

 private:
  std::string bytes_;
};

inline std::string_view safe(const Html& html) { return html.bytes(); }
std::string safe(std::string_view text);
template <class Number>
  requires std::integral<Number> || std::floating_point<Number>
Number safe(Number number) {
  return number;
}

/// fmt::format for HTML: strings among the arguments are escaped for text and for quoted attributes alike, Html goes in as it is.
template <class... Args>
Html markup(fmt::format_string<decltype(safe(std::declval<const Args&>()))...> form, const Args&... args) {
  return Html::trusted(fmt::format(form, safe(args)...));
}

/// True for words of Latin, Greek, Cyrillic and the like, with the dashes, quotes and dots of print: no direction of their own to set apart.
bool runs_left_to_right(std::string_view text);

/// Scraped words between tags: hidden controls show as chips, and their direction ends where they end.
Html words(std::string_view text);

/// At most `most` code points of `text`, with "…" where it was cut; line breaks become spaces.
std::string shorten(std::string_view text, std::size_t most);

/// "relative-without-absolute" → "Relative without absolute".
std::string in_words(std::string_view name);
/// The phrase with a capital (ASCII) and a full stop.
std::string as_sentence(std::string_view phrase);

/// A whole page. `up` leads from the page to the run folder: "" or "../". `scripts` are elements for its head; without them the page runs nothing.
Html page(std::string_view title, std::string_view up, const Html& top, const Html& main, const Html& scripts = {});

}  // namespace hypeline::html
