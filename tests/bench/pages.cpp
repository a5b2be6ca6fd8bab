#include "pages.h"

#include "text.h"

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>

namespace hypeline::bench {
namespace {

std::vector<std::string> field_of_records(const char* path, const std::vector<std::string>& names) {
  std::ifstream file(path);
  std::vector<std::string> out;
  for (std::string line; std::getline(file, line);) {
    const nlohmann::json record = nlohmann::json::parse(line);
    for (const std::string& name : names)
      if (record.contains(name)) {
        out.push_back(record[name].get<std::string>());
        break;
      }
  }
  return out;
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

std::string menu(std::mt19937& random, std::size_t links) {
  std::string out = "<nav class=\"site-nav site-nav--main\" role=\"navigation\"><ul class=\"menu menu-depth-1\">\n";
  for (std::size_t i = 0; i < links; ++i) {
    const std::string n = std::to_string(random() % 1000);
    out += "  <li class=\"menu-item menu-item-type-taxonomy menu-item-" + n + "\"><a class=\"menu-link\" href=\"https://news.example/section/" + n +
           "?src=menu&amp;pos=" + n + "\" data-track=\"nav:" + n + "\">Section " + n + "</a></li>\n";
  }
  return out + "</ul></nav>\n";
}

std::string card(std::mt19937& random, const std::string& words) {
  const std::string n = std::to_string(random() % 100000);
  return "<div class=\"card card--teaser col-md-4\"><a href=\"/story/" + n + "\" class=\"card__link\"><img loading=\"lazy\" src=\"/img/" + n +
         ".jpg\" srcset=\"/img/" + n + "-400.jpg 400w, /img/" + n + "-800.jpg 800w\" alt=\"\"/><h3 class=\"card__title\">" + words.substr(0, 60) +
         "</h3></a><span class=\"card__meta\">5 min read</span></div>\n";
}

std::string page_of(const Article& article, std::mt19937& random) {
  std::string out = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>A story of the day | News Example</title>\n";
  out += "<meta property=\"og:title\" content=\"A story of the day\"><meta name=\"description\" content=\"What happened, told briefly.\">\n<style>";
  out += repeated(".card__title{font:600 1.1rem/1.3 serif;margin:0 0 .5rem}@media(max-width:40em){.card{width:100%}}\n", 250) + "</style>\n<script>";
  out += repeated("window.dataLayer=window.dataLayer||[];if(a<b&&c>d){push({event:'view',value:\"x\"})}\n", 350) +
         "</script></head>\n<body class=\"single post\">";
  out += menu(random, 60) +
         "<main id=\"content\"><article class=\"post type-post\"><h1 class=\"entry-title\">A story of the day</h1>\n<div class=\"entry-content\">\n";
  for (const Span paragraph : article.paragraphs) {
    const std::string words(slice(article.text, paragraph));
    out += "<p>" + words + " <a href=\"https://news.example/more\" rel=\"nofollow\">Read&nbsp;the study</a> &amp; more.</p>\n";
    if (random() % 3 == 0) out += "<div class=\"ad-slot ad-slot--inline\" id=\"ad-" + std::to_string(random() % 99) + "\"><span>Advertisement</span></div>\n";
  }
  out += "</div></article></main>\n<aside class=\"sidebar related\">";
  for (int i = 0; i < 40; ++i) out += card(random, std::string(slice(article.text, article.paragraphs[random() % article.paragraphs.size()])));
  out += "</aside><script>" + repeated("(function(w,d){var s=d.createElement('script');s.async=1;d.head.appendChild(s)})(window,document);\n", 250) +
         "</script>\n";
  return out + "<footer class=\"footer\">" + menu(random, 40) + "<p>Copyright 2026 News Example. All rights reserved.</p></footer></body></html>\n";
}

}  // namespace

std::vector<std::string> pages(std::size_t bytes) {
  if (const char* path = std::getenv("HYPELINE_PAGES")) return field_of_records(path, {"html"});
  std::mt19937 random(1);
  const std::vector<Article> from = articles(bytes / 10);
  std::vector<std::string> out;
  for (std::size_t done = 0; done < bytes; done += out.back().size()) out.push_back(page_of(from[out.size() % from.size()], random));
  return out;
}

std::vector<std::string> plain_texts(std::size_t bytes) {
  if (const char* path = std::getenv("HYPELINE_PAGES")) return field_of_records(path, {"text", "main"});
  std::vector<std::string> out;
  for (Article& article : articles(bytes)) out.push_back(std::move(article.text));
  return out;
}

std::vector<HostilePage> hostile_pages() {
  std::string attributes = "<p ";
  for (int i = 0; i < 200000; ++i) attributes += "data-a" + std::to_string(i) + "=\"v\" ";
  return {{"20,000 nested <div>", "<p>Words.</p>" + repeated("<div>", 20000) + "cure"},
          {"200,000 attributes", attributes + ">cure</p>"},
          {"one line of 50 MB", "<p>" + repeated("the cure works well, they say; ", 50000000 / 31) + "</p>"}};
}

}  // namespace hypeline::bench
