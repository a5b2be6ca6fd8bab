#include "render/links.h"
#include "render/escape.h"

#include <catch2/catch.hpp>

using namespace hypeline;

TEST_CASE("a cited source resolves to its home", "[render][links]") {
  CHECK(source_link("doi", "doi: 10.1016/j.cell.2020.01.001") == "https://doi.org/10.1016/j.cell.2020.01.001");
  CHECK(source_link("doi", "published in Wound Letters (doi: 10.5555/wl.2026.0117)") == "https://doi.org/10.5555/wl.2026.0117");
  CHECK(source_link("doi", "https://dx.doi.org/10.1002/(SICI)1097-0258(19980815)17:15") == "https://doi.org/10.1002/(SICI)1097-0258(19980815)17:15");
  CHECK(source_link("doi", "10.1000/a#b?c%d") == "https://doi.org/10.1000/a%23b%3Fc%25d");
  CHECK(source_link("pmid", "PMID: 39990001") == "https://pubmed.ncbi.nlm.nih.gov/39990001");
  CHECK(source_link("pmcid", "PMCID: PMC 1234567") == "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567");
  CHECK(source_link("nct", "NCT 05550001") == "https://clinicaltrials.gov/study/NCT05550001");
  CHECK(source_link("isrctn", "ISRCTN12345678") == "https://www.isrctn.com/ISRCTN12345678");
  CHECK(source_link("arxiv", "arXiv: 2101.00001v2") == "https://arxiv.org/abs/2101.00001v2");
  CHECK(source_link("arxiv", "arXiv:hep-th/9901001") == "https://arxiv.org/abs/hep-th/9901001");
  CHECK(source_link("url", "https://example.org/a?b=c") == "https://example.org/a?b=c");
  CHECK(source_link("url", "www.example.org/a") == "https://www.example.org/a");
}

TEST_CASE("what has not the shape of its kind leads nowhere", "[render][links]") {
  for (const char* kind : {"doi", "pmid", "pmcid", "nct", "isrctn", "arxiv", "url", "journal", ""}) {
    CHECK(source_link(kind, "").empty());
    CHECK(source_link(kind, "javascript:alert(1)").empty());
  }
  CHECK(source_link("nct", "NCT0555").empty());
  CHECK(source_link("pmid", "PMID 12").empty());
  CHECK(source_link("doi", "10.1000").empty());
  CHECK(source_link("url", "https://evil.example/\"x").empty());
  CHECK(source_link("journal", "published in Cell").empty());
}

TEST_CASE("no words make a link that is no web address", "[render][links]") {
  for (const char* kind : {"doi", "pmid", "pmcid", "nct", "isrctn", "arxiv", "url"})
    for (const char* words : {"10.1/\"><script>", "10.1/\xE2\x80\xAE", "arXiv:1234.56789\"", "12345678\xFF", "10.1/\xFF", "arXiv:\"><b>123456789"}) {
      const std::string link = source_link(kind, words);
      CHECK((link.empty() || is_web_url(link)));
      CHECK(link.find_first_of("<>\"") == std::string::npos);
    }
}
