#include "assess/facts/pubmed.h"

#include "assess/facts/identifiers.h"
#include "core/tsv.h"

#include <expat.h>

#include <array>
#include <vector>

namespace hypeline {
namespace {

constexpr std::size_t kDeepest = 64;
constexpr std::size_t kLongest = std::size_t{1} << 16;  // bytes of a title or an abstract

/// Where a record's words stand: the end of the path of elements, and the attribute that must be there.
struct Place {
  std::string_view path;
  std::string_view key, value;
  std::string SourceRecord::* member;
};
constexpr std::array<Place, 5> kPlaces = {{
    {"/PubmedArticle/MedlineCitation/PMID", {}, {}, &SourceRecord::pmid},
    {"/PubmedArticle/MedlineCitation/Article/ArticleTitle", {}, {}, &SourceRecord::title},
    {"/PubmedArticle/MedlineCitation/Article/Abstract/AbstractText", {}, {}, &SourceRecord::abstract},
    {"/PubmedArticle/MedlineCitation/Article/ELocationID", "EIdType", "doi", &SourceRecord::doi},
    {"/PubmedArticle/PubmedData/ArticleIdList/ArticleId", "IdType", "doi", &SourceRecord::doi},
}};

bool has(const XML_Char** attributes, std::string_view key, std::string_view value) {
  if (key.empty()) return true;
  for (; *attributes != nullptr; attributes += 2)
    if (attributes[0] == key) return attributes[1] == value;
  return false;
}

}  // namespace

struct PubmedReader::State {
  explicit State(TakeRecord taker) : take(std::move(taker)), parser(XML_ParserCreate(nullptr)) {
    XML_SetUserData(parser, this);
    XML_SetElementHandler(
        parser, [](void* self, const XML_Char* name, const XML_Char** attributes) { static_cast<State*>(self)->open(name, attributes); },
        [](void* self, const XML_Char*) { static_cast<State*>(self)->close(); });
    XML_SetCharacterDataHandler(parser,
                                [](void* self, const XML_Char* words, int size) { static_cast<State*>(self)->text({words, static_cast<std::size_t>(size)}); });
    XML_SetEntityDeclHandler(parser, [](void* self, const XML_Char*, int, const XML_Char*, int, const XML_Char*, const XML_Char*, const XML_Char*,
                                        const XML_Char*) { static_cast<State*>(self)->refuse("declares an entity"); });
  }
  ~State() { XML_ParserFree(parser); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void refuse(std::string_view why) {
    refused = why;
    XML_StopParser(parser, XML_FALSE);
  }

  void open(std::string_view name, const XML_Char** attributes) {
    ends.push_back(path.size());
    if (ends.size() > kDeepest) return refuse("nests its elements too deeply");
    path += '/';
    path += name;
    if (path.ends_with("/PubmedArticle")) record = {};
    for (const Place& place : kPlaces)
      if (path.ends_with(place.path) && has(attributes, place.key, place.value)) begin(place, ends.size());
  }

  void begin(const Place& place, std::size_t depth) {
    std::string& to = record.*place.member;
    if (place.member == &SourceRecord::doi) to.clear();
    if (!to.empty()) to += ' ';
    reading = &to;
    reading_depth = depth;
  }

  void text(std::string_view words) {
    if (reading != nullptr && reading->size() < kLongest) reading->append(words);
  }

  void close() {
    if (reading != nullptr && ends.size() == reading_depth) reading = nullptr;
    if (path.ends_with("/PubmedArticle")) finish();
    path.resize(ends.back());
    ends.pop_back();
  }

  void finish() {
    SourceRecord out{normal_pmid(record.pmid), normal_doi(record.doi), std::string(trim(record.title)), std::string(trim(record.abstract))};
    if ((!out.pmid.empty() || !out.doi.empty()) && !out.abstract.empty()) take(std::move(out));
    record = {};
  }

  TakeRecord take;
  XML_Parser parser;
  std::string path;
  std::vector<std::size_t> ends;  // sizes of `path` before each open element
  SourceRecord record;
  std::string* reading = nullptr;
  std::size_t reading_depth = 0;
  std::string refused;
};

PubmedReader::PubmedReader(TakeRecord take) : state_(std::make_unique<State>(std::move(take))) {}
PubmedReader::~PubmedReader() = default;
PubmedReader::PubmedReader(PubmedReader&&) noexcept = default;

std::optional<PubmedReader::Fault> PubmedReader::feed(std::string_view bytes, bool last) {
  XML_Parser parser = state_->parser;
  if (XML_Parse(parser, bytes.data(), static_cast<int>(bytes.size()), last ? XML_TRUE : XML_FALSE) != XML_STATUS_ERROR) return {};
  const std::string why = state_->refused.empty() ? XML_ErrorString(XML_GetErrorCode(parser)) : state_->refused;
  return Fault{XML_GetCurrentLineNumber(parser), why};
}

}  // namespace hypeline
