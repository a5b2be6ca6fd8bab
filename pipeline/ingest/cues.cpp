#include "ingest/cues.h"

#include "core/unicode.h"

#include <algorithm>
#include <array>
#include <string>

namespace hypeline {
namespace {

enum class Where : std::uint8_t { whole, start, part };

struct Row {
  std::string_view words;
  Where where;
  std::uint32_t cue;
};

constexpr std::size_t kLongest = 240;  // bytes of a block that count as a whole, or that `part` looks at

// Lower case, straight quotes, single spaces. `start` and `part` count in short blocks only, but for references and captions.
constexpr std::array kRows = std::to_array<Row>({
    {"share", Where::whole, kCueShare},
    {"share this", Where::start, kCueShare},
    {"share on ", Where::start, kCueShare},
    {"share via", Where::start, kCueShare},
    {"share article", Where::start, kCueShare},
    {"share:", Where::start, kCueShare},
    {"email this", Where::start, kCueShare},
    {"tweet", Where::whole, kCueShare},
    {"print", Where::whole, kCueShare},
    {"email", Where::whole, kCueShare},
    {"facebook", Where::start, kCueShare},
    {"twitter", Where::whole, kCueShare},
    {"linkedin", Where::whole, kCueShare},
    {"pinterest", Where::whole, kCueShare},
    {"whatsapp", Where::whole, kCueShare},
    {"copy link", Where::start, kCueShare},
    {"click to share", Where::start, kCueShare},
    {"follow us", Where::start, kCueShare},
    {"follow me on", Where::start, kCueShare},
    {"print this", Where::start, kCueShare},
    {"save article", Where::start, kCueShare},
    {"with your friends", Where::part, kCueShare},
    {"scrolly tale", Where::part, kCueShare},
    {"thread reader", Where::part, kCueShare},
    {"subscribe", Where::start, kCueForm},
    {"sign up", Where::start, kCueForm},
    {"sign in", Where::start, kCueForm},
    {"log in", Where::start, kCueForm},
    {"register", Where::whole, kCueForm},
    {"stay updated", Where::start, kCueForm},
    {"stay informed", Where::start, kCueForm},
    {"stay in the know", Where::start, kCueForm},
    {"join our mailing list", Where::part, kCueForm},
    {"join our newsletter", Where::part, kCueForm},
    {"our newsletter", Where::part, kCueForm},
    {"email newsletter", Where::part, kCueForm},
    {"free newsletter", Where::part, kCueForm},
    {"weekly newsletter", Where::part, kCueForm},
    {"daily newsletter", Where::part, kCueForm},
    {"newsletter", Where::whole, kCueForm},
    {"newsletters", Where::whole, kCueForm},
    {"to your inbox", Where::part, kCueForm},
    {"in your inbox", Where::part, kCueForm},
    {"how often would you like", Where::start, kCueForm},
    {"we respect your privacy", Where::start, kCueForm},
    {"unsubscribe", Where::part, kCueForm},
    {"successfully subscribed", Where::part, kCueForm},
    {"thanks for your interest", Where::start, kCueForm},
    {"thank you for subscribing", Where::start, kCueForm},
    {"thanks for subscribing", Where::start, kCueForm},
    {"request information", Where::start, kCueForm},
    {"information packet", Where::part, kCueForm},
    {"enter your email", Where::part, kCueForm},
    {"your email address", Where::part, kCueForm},
    {"email address", Where::start, kCueForm},
    {"create an account", Where::part, kCueForm},
    {"already a subscriber", Where::part, kCueForm},
    {"get started", Where::whole, kCueForm},
    {"learn more", Where::whole, kCueTeaser},
    {"submit", Where::whole, kCueForm},
    {"related", Where::whole, kCueRelated},
    {"related:", Where::start, kCueTeaser},
    {"related articles", Where::start, kCueRelated},
    {"related stories", Where::start, kCueRelated},
    {"related story", Where::start, kCueRelated},
    {"related posts", Where::start, kCueRelated},
    {"related content", Where::start, kCueRelated},
    {"related reading", Where::start, kCueRelated},
    {"related topics", Where::start, kCueRelated},
    {"related news", Where::start, kCueRelated},
    {"related coverage", Where::start, kCueRelated},
    {"related links", Where::start, kCueRelated},
    {"you may also like", Where::start, kCueRelated},
    {"you might also like", Where::start, kCueRelated},
    {"you might be interested", Where::start, kCueRelated},
    {"recommended", Where::whole, kCueRelated},
    {"recommended for you", Where::start, kCueRelated},
    {"recommended reading", Where::start, kCueRelated},
    {"recommended articles", Where::start, kCueRelated},
    {"more from", Where::start, kCueRelated},
    {"more in ", Where::start, kCueRelated},
    {"more on this", Where::start, kCueRelated},
    {"more stories", Where::start, kCueRelated},
    {"more news", Where::start, kCueRelated},
    {"more articles", Where::start, kCueRelated},
    {"more like this", Where::start, kCueRelated},
    {"most popular", Where::start, kCueRelated},
    {"most read", Where::start, kCueRelated},
    {"most viewed", Where::start, kCueRelated},
    {"trending", Where::start, kCueRelated},
    {"popular posts", Where::start, kCueRelated},
    {"popular articles", Where::start, kCueRelated},
    {"recent posts", Where::start, kCueRelated},
    {"recent articles", Where::start, kCueRelated},
    {"latest news", Where::start, kCueRelated},
    {"latest articles", Where::start, kCueRelated},
    {"latest stories", Where::start, kCueRelated},
    {"latest posts", Where::start, kCueRelated},
    {"read next", Where::start, kCueRelated},
    {"up next", Where::start, kCueRelated},
    {"what to read next", Where::start, kCueRelated},
    {"keep reading", Where::start, kCueRelated},
    {"editor's picks", Where::start, kCueRelated},
    {"editors' picks", Where::start, kCueRelated},
    {"explore more", Where::start, kCueRelated},
    {"further reading", Where::start, kCueRelated},
    {"see also", Where::start, kCueTeaser},
    {"also read", Where::start, kCueTeaser},
    {"read also", Where::start, kCueTeaser},
    {"read more", Where::start, kCueTeaser},
    {"read:", Where::start, kCueTeaser},
    {"more:", Where::start, kCueTeaser},
    {"watch:", Where::start, kCueTeaser},
    {"read the full", Where::start, kCueTeaser},
    {"continue reading", Where::start, kCueTeaser},
    {"click here", Where::start, kCueTeaser},
    {"view all", Where::start, kCueTeaser},
    {"see all", Where::start, kCueTeaser},
    {"show more", Where::start, kCueTeaser},
    {"load more", Where::start, kCueTeaser},
    {"written by", Where::start, kCueByline},
    {"reviewed by", Where::start, kCueByline},
    {"medically reviewed", Where::start, kCueByline},
    {"edited by", Where::start, kCueByline},
    {"author:", Where::start, kCueByline},
    {"posted by", Where::start, kCueByline},
    {"published by", Where::start, kCueByline},
    {"staff writer", Where::whole, kCueByline},
    {"contributors", Where::whole, kCueByline},
    {"published", Where::start, kCueDate},
    {"updated", Where::start, kCueDate},
    {"last updated", Where::start, kCueDate},
    {"posted", Where::start, kCueDate},
    {"posted on", Where::start, kCueDate},
    {"first published", Where::start, kCueDate},
    {"last reviewed", Where::start, kCueDate},
    {"date:", Where::start, kCueDate},
    {"min read", Where::part, kCueReadTime},
    {"minute read", Where::part, kCueReadTime},
    {"minutes read", Where::part, kCueReadTime},
    {"mins read", Where::part, kCueReadTime},
    {"reading time", Where::part, kCueReadTime},
    {"source:", Where::start, kCueSource},
    {"sources:", Where::start, kCueSource},
    {"story source:", Where::start, kCueSource},
    {"journal reference", Where::start, kCueSource},
    {"reference:", Where::start, kCueSource},
    {"citation:", Where::start, kCueSource},
    {"references", Where::whole, kCueReferences},
    {"references:", Where::start, kCueReferences},
    {"sources", Where::whole, kCueReferences},
    {"bibliography", Where::whole, kCueReferences},
    {"works cited", Where::whole, kCueReferences},
    {"literature cited", Where::whole, kCueReferences},
    {"footnotes", Where::whole, kCueReferences},
    {"article sources", Where::start, kCueReferences},
    {"copyright", Where::start, kCueLegal},
    {"\u00a9", Where::start, kCueLegal},
    {"all rights reserved", Where::part, kCueLegal},
    {"terms of use", Where::part, kCueLegal},
    {"terms of service", Where::part, kCueLegal},
    {"terms & conditions", Where::part, kCueLegal},
    {"terms and conditions", Where::part, kCueLegal},
    {"privacy policy", Where::part, kCueLegal},
    {"privacy notice", Where::part, kCueLegal},
    {"use cookies", Where::part, kCueLegal},
    {"uses cookies", Where::part, kCueLegal},
    {"cookie policy", Where::part, kCueLegal},
    {"cookie settings", Where::part, kCueLegal},
    {"accept cookies", Where::part, kCueLegal},
    {"accept all", Where::whole, kCueLegal},
    {"may earn a commission", Where::part, kCueLegal},
    {"affiliate commission", Where::part, kCueLegal},
    {"affiliate links", Where::part, kCueLegal},
    {"leave a reply", Where::start, kCueComment},
    {"leave a comment", Where::start, kCueComment},
    {"add a comment", Where::start, kCueComment},
    {"post a comment", Where::start, kCueComment},
    {"post comment", Where::start, kCueComment},
    {"join the conversation", Where::start, kCueComment},
    {"join the discussion", Where::start, kCueComment},
    {"comments", Where::whole, kCueComment},
    {"no comments", Where::start, kCueComment},
    {"view comments", Where::start, kCueComment},
    {"show comments", Where::start, kCueComment},
    {"reply", Where::whole, kCueComment},
    {"your email address will not be published", Where::start, kCueComment},
    {"cancel reply", Where::part, kCueComment},
    {"ad", Where::whole, kCueAd},
    {"advertisement", Where::start, kCueAd},
    {"sponsored", Where::whole, kCueAd},
    {"sponsored content", Where::start, kCueAd},
    {"story continues below", Where::start, kCueAd},
    {"article continues below", Where::start, kCueAd},
    {"article continues after", Where::start, kCueAd},
    {"skip advertisement", Where::start, kCueAd},
    {"promoted", Where::whole, kCueAd},
    {"photo by", Where::start, kCueCaption},
    {"photo:", Where::start, kCueCaption},
    {"photo credit", Where::start, kCueCaption},
    {"photograph:", Where::start, kCueCaption},
    {"photos by", Where::start, kCueCaption},
    {"image:", Where::start, kCueCaption},
    {"image credit", Where::start, kCueCaption},
    {"image source", Where::start, kCueCaption},
    {"image courtesy", Where::start, kCueCaption},
    {"image by", Where::start, kCueCaption},
    {"credit:", Where::start, kCueCaption},
    {"caption:", Where::start, kCueCaption},
    {"getty images", Where::part, kCueCaption},
    {"shutterstock", Where::part, kCueCaption},
    {"istock", Where::part, kCueCaption},
    {"skip to", Where::start, kCueNav},
    {"jump to", Where::start, kCueNav},
    {"back to top", Where::start, kCueNav},
    {"menu", Where::whole, kCueNav},
    {"search", Where::whole, kCueNav},
    {"home", Where::whole, kCueNav},
    {"close", Where::whole, kCueNav},
    {"next", Where::whole, kCueNav},
    {"previous", Where::whole, kCueNav},
    {"previous article", Where::start, kCueNav},
    {"next article", Where::start, kCueNav},
    {"previous post", Where::start, kCueNav},
    {"next post", Where::start, kCueNav},
    {"about us", Where::whole, kCueNav},
    {"contact us", Where::whole, kCueNav},
    {"contact", Where::whole, kCueNav},
    {"login", Where::whole, kCueNav},
    {"table of contents", Where::start, kCueToc},
    {"in this article", Where::start, kCueToc},
    {"on this page", Where::start, kCueToc},
    {"contents", Where::whole, kCueToc},
    {"tags", Where::whole, kCueTags},
    {"tags:", Where::start, kCueTags},
    {"tagged", Where::start, kCueTags},
    {"filed under", Where::start, kCueTags},
    {"categories:", Where::start, kCueTags},
    {"category:", Where::start, kCueTags},
    {"topics:", Where::start, kCueTags},
    {"keywords:", Where::start, kCueTags},
    {"posted in", Where::start, kCueTags},
    {"about the author", Where::start, kCueBio},
    {"about the writer", Where::start, kCueBio},
    {"is a staff writer", Where::part, kCueBio},
    {"is a freelance", Where::part, kCueBio},
    {"is a senior writer", Where::part, kCueBio},
    {"is a reporter", Where::part, kCueBio},
    {"is the author of", Where::part, kCueBio},
});

/// Lower case, straight quotes, single spaces.
std::string folded(std::string_view block) {
  std::string out;
  for (std::size_t at = 0; at < block.size() && at < kLongest;) {
    const CodePoint c = decode_at(block, at);
    at += c.size;
    if (is_space(c.value)) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (c.value < 0x80) {
      out += static_cast<char>(fold(c.value));
    } else {
      append_utf8(out, c.value == U'\u2019' || c.value == U'\u2018' ? U'\'' : fold(c.value));
    }
  }
  return out;
}

std::string_view without_end_marks(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '.' || text.back() == ':' || text.back() == '!')) text.remove_suffix(1);
  return text;
}

/// REQUIRES text not empty.
bool applies(const Row& row, std::string_view text, bool whole) {
  if (row.where != Where::part && row.words[0] != text[0]) return false;
  switch (row.where) {
    case Where::whole:
      return whole && without_end_marks(text) == row.words;
    case Where::start:
      return text.starts_with(row.words) && (text.size() <= 120 || row.cue == kCueSource);
    case Where::part:
      return whole && text.find(row.words) != std::string_view::npos;
  }
  return false;
}

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

/// A day, a month and a year, or one in figures, and little else.
bool is_date(std::string_view text) {
  if (text.size() > 60) return false;
  std::size_t digits = 0, letters = 0;
  bool month = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    digits += text[i] >= '0' && text[i] <= '9';
    letters += text[i] >= 'a' && text[i] <= 'z';
    if (i == 0 || text[i - 1] == ' ' || text[i - 1] == '-')
      month = month || std::ranges::any_of(kMonths, [&](std::string_view m) { return text.substr(i).starts_with(m); });
  }
  const bool figures = digits >= 6 && letters <= 10 && (text.find('/') != std::string_view::npos || text.find('-') != std::string_view::npos);
  return figures || (month && digits >= 3 && letters <= 30);
}

/// "By Jane Roe", "by the Editors | 3 May 2024": a name, not a sentence.
bool is_byline(std::string_view block, std::string_view text) {
  if (!text.starts_with("by ") || text.size() > 120 || block.size() < 5) return false;
  const std::string_view rest = block.substr(3);
  const char last = block.back();
  if ((last == '.' && !block.ends_with("D.") && !block.ends_with("Jr.")) || last == '?' || last == ',') return false;
  const std::size_t words = static_cast<std::size_t>(std::ranges::count(rest, ' ')) + 1;
  return words <= 12 && (is_upper(decode_at(rest, 0).value) || rest.find('|') != std::string_view::npos || rest.find('@') != std::string_view::npos);
}

bool is_bullet(char32_t c) {
  return c == U'\u2022' || c == U'\u2023' || c == U'\u2043' || c == U'\u25AA' || c == U'\u25CF' || c == U'\u25E6' || c == U'\u25A0' || c == U'\u27A4' ||
         c == U'\u2192' || c == U'\u2713' || c == U'\u2714' || c == U'\u2705' || c == U'\u00B7' || c == U'-' || c == U'*' || c == U'\u2013' || c == U'\u2014' ||
         c == U'+' || c == U'\uFFFC';
}

/// Starts with a bullet and a space, or "1.", "2)", "(a)" and a space.
bool is_list_item(std::string_view block) {
  if (block.size() < 3) return false;
  const CodePoint first = decode_at(block, 0);
  if (is_bullet(first.value)) return block.size() > first.size + 1 && is_space(decode_at(block, first.size).value);
  std::size_t at = block[0] == '(' ? 1 : 0;
  const std::size_t begin = at;
  while (at < block.size() && at < begin + 3 && block[at] >= '0' && block[at] <= '9') ++at;
  if (at == begin && block.size() > at + 1 && ((block[at] >= 'a' && block[at] <= 'e') || block[at] == 'i')) ++at;
  if (at == begin || at + 1 >= block.size()) return false;
  return (block[at] == ')' || (block[at] == '.' && begin == 0)) && block[at + 1] == ' ';
}

bool is_rule(std::string_view block) {
  return block.size() >= 3 && block.size() <= 400 && block.find_first_not_of("-=_*~#+. ") == std::string_view::npos &&
         block.find_first_of("-=_*~#") != std::string_view::npos;
}

/// An address with no word beside it, also cut short ("site.com/news/…").
bool is_link(std::string_view block) {
  if (block.size() < 6 || block.size() > 300 || block.find(' ') != std::string_view::npos) return false;
  if (block.starts_with("http://") || block.starts_with("https://") || block.starts_with("www.")) return true;
  const std::size_t dot = block.find('.'), slash = block.find('/');
  return dot != std::string_view::npos && slash != std::string_view::npos && dot > 0 && dot < slash && block.find('@') == std::string_view::npos &&
         is_letter(static_cast<unsigned char>(block[dot + 1]));
}

}  // namespace

std::uint32_t cues_of(std::string_view block) {
  const std::string text = folded(block);
  const bool whole = block.size() <= kLongest;
  if (text.empty()) return 0;
  std::uint32_t out = 0;
  for (const Row& row : kRows)
    if (applies(row, text, whole)) out |= row.cue;
  if (is_date(text)) out |= kCueDate;
  if (is_byline(block, text)) out |= kCueByline;
  if (is_list_item(block)) out |= kCueList;
  if (is_rule(block)) out |= kCueRule;
  if (is_link(block)) out |= kCueLink;
  return out;
}

}  // namespace hypeline
