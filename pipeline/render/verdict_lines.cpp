#include "render/verdict_lines.h"

#include "render/json.h"

namespace hypeline {

std::string write_verdict(const ReviewerVerdict& verdict) {
  Json json;
  json.open('{').key("fingerprint").string(verdict.fingerprint).key("rule").string(verdict.rule).key("verdict").string(name(verdict.opinion));
  json.key("reviewer").string(verdict.reviewer).key("at").string(verdict.at).key("text_sha256").string(verdict.text_sha256);
  if (!verdict.comment.empty()) json.key("comment").string(verdict.comment);
  json.close('}');
  return std::move(json).finish() + '\n';
}

}  // namespace hypeline
