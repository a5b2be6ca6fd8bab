#pragma once
#include "ingest/html/tokenizer.h"

#include <string>
#include <string_view>

namespace hypeline::html {

/// What a page says of itself outside its text: <title>, <meta>, JSON-LD. Empty where it does not say.
struct Head {
  std::string title;     ///< <title>, site name included
  std::string headline;  ///< og:title, JSON-LD headline
  std::string site;
  std::string byline;
  std::string published;
  std::string description;
  std::string url;
  std::string article_body;  ///< JSON-LD articleBody
};

/// Notes what a <meta> or <link> tag says; the first of several wins.
void read_meta(const Token& start_tag, Head& head);

/// Notes what a JSON-LD script says of the article it describes. What is no JSON is passed over.
void read_json_ld(std::string_view script, Head& head);

}  // namespace hypeline::html
