#pragma once
#include <string>
#include <string_view>

namespace hypeline {

/// The address a cited source resolves to, made from its words: doi.org, PubMed, PubMed Central, ClinicalTrials.gov, ISRCTN, arXiv, or the
/// web address itself. `kind` is the annotation's attribute (lexicons/en/identifiers.tsv). Empty where the words do not have the shape of
/// their kind. What is not empty is a web URL (is_web_url) and is made of the identifier alone, percent-encoded.
std::string source_link(std::string_view kind, std::string_view words);

/// True for a kind whose words lead to an address when they have their form.
bool has_address(std::string_view kind);

}  // namespace hypeline
