#include "ingest/html/hints.h"

#include "ingest/html/bytes.h"
#include "ingest/html/name_table.h"

#include <algorithm>
#include <array>
#include <string>

namespace hypeline::html {
namespace {

struct Row {
  std::string_view word;
  std::uint32_t hint;
};

// Words of class names and ids, cut at hyphens, underscores and camel case. Sorted.
constexpr std::array kWords = std::to_array<Row>({
    {"abstract", kHintDeck},
    {"accordion", kHintToc},
    {"ad", kHintAd},
    {"ads", kHintAd},
    {"advert", kHintAd},
    {"advertisement", kHintAd},
    {"affiliate", kHintAd},
    {"alert", kHintNotice},
    {"article", kHintArticle},
    {"articlebody", kHintBody},
    {"articles", kHintTeaser},
    {"author", kHintByline},
    {"authors", kHintByline},
    {"banner", kHintNotice},
    {"bibliography", kHintReferences},
    {"bio", kHintBio},
    {"blog", kHintArticle},
    {"body", kHintContent},
    {"bottom", kHintFooter},
    {"breadcrumb", kHintNav},
    {"breadcrumbs", kHintNav},
    {"byline", kHintByline},
    {"caption", kHintCaption},
    {"captions", kHintCaption},
    {"card", kHintTeaser},
    {"cards", kHintTeaser},
    {"carousel", kHintTeaser},
    {"cat", kHintTags},
    {"categories", kHintTags},
    {"category", kHintTags},
    {"citation", kHintReferences},
    {"citations", kHintReferences},
    {"comment", kHintComment},
    {"commentlist", kHintComment},
    {"comments", kHintComment},
    {"consent", kHintNotice},
    {"content", kHintContent},
    {"contentinfo", kHintFooter},
    {"cookie", kHintNotice},
    {"cookies", kHintNotice},
    {"copyright", kHintFooter},
    {"credit", kHintCaption},
    {"credits", kHintCaption},
    {"cta", kHintForm},
    {"date", kHintDate},
    {"dateline", kHintDate},
    {"datetime", kHintDate},
    {"deck", kHintDeck},
    {"dek", kHintDeck},
    {"description", kHintDeck},
    {"dialog", kHintNotice},
    {"dialogue", kHintNotice},
    {"disclaimer", kHintNotice},
    {"disclosure", kHintNotice},
    {"disqus", kHintComment},
    {"donate", kHintForm},
    {"dropdown", kHintNav},
    {"email", kHintForm},
    {"entry", kHintArticle},
    {"excerpt", kHintDeck},
    {"facebook", kHintShare},
    {"faq", kHintContent},
    {"featured", kHintRelated},
    {"figcaption", kHintCaption},
    {"footer", kHintFooter},
    {"footnote", kHintReferences},
    {"footnotes", kHintReferences},
    {"form", kHintForm},
    {"gallery", kHintMedia},
    {"gdpr", kHintNotice},
    {"grid", kHintTeaser},
    {"header", kHintHeader},
    {"headline", kHintTitle},
    {"hero", kHintHeader},
    {"hidden", kHintHidden},
    {"intro", kHintDeck},
    {"kicker", kHintTags},
    {"label", kHintTags},
    {"latest", kHintRelated},
    {"lead", kHintDeck},
    {"lede", kHintDeck},
    {"legal", kHintNotice},
    {"links", kHintNav},
    {"login", kHintForm},
    {"main", kHintContent},
    {"mainentity", kHintContent},
    {"masthead", kHintHeader},
    {"media", kHintMedia},
    {"menu", kHintNav},
    {"meta", kHintTags},
    {"metadata", kHintTags},
    {"modal", kHintNotice},
    {"more", kHintRelated},
    {"most", kHintRelated},
    {"nav", kHintNav},
    {"navbar", kHintNav},
    {"navigation", kHintNav},
    {"newsletter", kHintForm},
    {"newsletters", kHintForm},
    {"next", kHintNav},
    {"notice", kHintNotice},
    {"outbrain", kHintAd},
    {"overlay", kHintNotice},
    {"pager", kHintNav},
    {"pagination", kHintNav},
    {"partner", kHintAd},
    {"paywall", kHintNotice},
    {"photo", kHintMedia},
    {"player", kHintMedia},
    {"popular", kHintRelated},
    {"popup", kHintNotice},
    {"post", kHintArticle},
    {"posted", kHintDate},
    {"posts", kHintTeaser},
    {"prev", kHintNav},
    {"previous", kHintNav},
    {"print", kHintShare},
    {"privacy", kHintNotice},
    {"product", kHintTeaser},
    {"profile", kHintBio},
    {"promo", kHintAd},
    {"promoted", kHintAd},
    {"promotion", kHintAd},
    {"prose", kHintContent},
    {"published", kHintDate},
    {"pullquote", kHintQuote},
    {"quote", kHintQuote},
    {"rating", kHintComment},
    {"read", kHintRelated},
    {"reading", kHintRelated},
    {"recent", kHintRelated},
    {"recirc", kHintRelated},
    {"recommendations", kHintRelated},
    {"recommended", kHintRelated},
    {"reference", kHintReferences},
    {"references", kHintReferences},
    {"related", kHintRelated},
    {"reply", kHintComment},
    {"respond", kHintComment},
    {"review", kHintComment},
    {"reviews", kHintComment},
    {"rich", kHintContent},
    {"richtext", kHintContent},
    {"rss", kHintShare},
    {"search", kHintForm},
    {"share", kHintShare},
    {"sharing", kHintShare},
    {"shop", kHintAd},
    {"side", kHintSide},
    {"sidebar", kHintSide},
    {"signup", kHintForm},
    {"similar", kHintRelated},
    {"single", kHintArticle},
    {"skip", kHintNav},
    {"slider", kHintTeaser},
    {"social", kHintShare},
    {"socials", kHintShare},
    {"sponsor", kHintAd},
    {"sponsored", kHintAd},
    {"sponsors", kHintAd},
    {"standfirst", kHintDeck},
    {"sticky", kHintNotice},
    {"storied", kHintArticle},
    {"stories", kHintTeaser},
    {"story", kHintArticle},
    {"strapline", kHintDeck},
    {"sub", kHintDeck},
    {"subhead", kHintDeck},
    {"subheadline", kHintDeck},
    {"subscribe", kHintForm},
    {"subscription", kHintForm},
    {"subtitle", kHintDeck},
    {"suggested", kHintRelated},
    {"summary", kHintDeck},
    {"swiper", kHintTeaser},
    {"tab", kHintNav},
    {"taboola", kHintAd},
    {"tabs", kHintNav},
    {"tag", kHintTags},
    {"tags", kHintTags},
    {"taxonomy", kHintTags},
    {"teaser", kHintTeaser},
    {"teasers", kHintTeaser},
    {"testimonial", kHintQuote},
    {"text", kHintContent},
    {"tile", kHintTeaser},
    {"time", kHintDate},
    {"timestamp", kHintDate},
    {"title", kHintTitle},
    {"toc", kHintToc},
    {"toolbar", kHintShare},
    {"tools", kHintShare},
    {"top", kHintHeader},
    {"topbar", kHintHeader},
    {"topic", kHintTags},
    {"topics", kHintTags},
    {"trending", kHintRelated},
    {"tweet", kHintShare},
    {"twitter", kHintShare},
    {"upsell", kHintAd},
    {"video", kHintMedia},
    {"visually", kHintHidden},
    {"widget", kHintSide},
    {"widgets", kHintSide},
    {"wysiwyg", kHintContent},
});
static_assert(std::ranges::is_sorted(kWords, {}, &Row::word));

constexpr std::array kRoles = std::to_array<Row>(
    {{"alert", kHintNotice},     {"alertdialog", kHintNotice}, {"article", kHintArticle},    {"articlebody", kHintBody},   {"author", kHintByline},
     {"banner", kHintHeader},    {"caption", kHintCaption},    {"complementary", kHintSide}, {"contentinfo", kHintFooter}, {"datepublished", kHintDate},
     {"description", kHintDeck}, {"dialog", kHintNotice},      {"form", kHintForm},          {"headline", kHintTitle},     {"main", kHintContent},
     {"menu", kHintNav},         {"menubar", kHintNav},        {"navigation", kHintNav},     {"reviewbody", kHintBody},    {"search", kHintForm},
     {"text", kHintBody},        {"toolbar", kHintShare}});
static_assert(std::ranges::is_sorted(kRoles, {}, &Row::word));

constexpr NameTable<kWords.size()> kWordTable(kWords, &Row::word);
constexpr NameTable<kRoles.size()> kRoleTable(kRoles, &Row::word);

std::uint32_t hint_of_role(std::string_view role) {
  std::uint64_t hash = kNameHash;
  for (const char c : role) hash = name_hash_with(hash, ascii_lower(c));
  const std::size_t row = kRoleTable.find(hash);
  return row < kRoles.size() && kRoles[row].word.size() == role.size() ? kRoles[row].hint : 0;
}

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

std::string lowered(std::string_view words) {
  std::string out(words.substr(0, 64));
  std::ranges::transform(out, out.begin(), ascii_lower);
  return out;
}

bool names_article_body(std::string_view names) {
  if (names.size() < 11 || names.find_first_of("yY") == std::string_view::npos) return false;
  const std::string words = lowered(names);
  return words.find("articlebody") != std::string::npos || words.find("article-body") != std::string::npos;
}

/// Hints of the words in a class or id, cut at what is no letter and before capitals. A class that joins words without any mark ("articlebody")
/// counts where the table has it whole.
std::uint32_t hints_in(std::string_view names) {
  std::uint32_t out = 0;
  names = names.substr(0, 1000);
  for (std::size_t at = 0; at < names.size();) {
    std::size_t end = at;
    std::uint64_t hash = kNameHash;
    for (; end < names.size() && is_alpha(names[end]) && (end == at || !is_upper(names[end]) || is_upper(names[end - 1])); ++end)
      hash = name_hash_with(hash, ascii_lower(names[end]));
    const std::size_t row = end > at ? kWordTable.find(hash) : kWords.size();
    if (row < kWords.size() && kWords[row].word.size() == end - at) out |= kWords[row].hint;
    at = std::max(end, at + 1);
  }
  return names_article_body(names) ? out | kHintBody : out;
}

bool hides(std::string_view style) {
  std::string s = lowered(style);
  std::erase(s, ' ');
  return s.find("display:none") != std::string::npos || s.find("visibility:hidden") != std::string::npos;
}

}  // namespace

std::uint32_t hints_of(const Token& start_tag) {
  std::uint32_t out = 0;
  for (const Attribute& a : start_tag.attributes) {
    if (a.name == "class" || a.name == "id" || a.name == "data-component" || a.name == "data-testid")
      out |= hints_in(a.value);
    else if (a.name == "role" || a.name == "itemprop" || a.name == "property" || a.name == "rel")
      out |= hint_of_role(a.value);
    else if (a.name == "hidden" || (a.name == "aria-hidden" && a.value == "true") || (a.name == "style" && hides(a.value)))
      out |= kHintHidden;
  }
  return out;
}

}  // namespace hypeline::html
