#include "render/app.h"

#include <openssl/evp.h>
#include <zlib.h>

#include <new>
#include <stdexcept>

namespace hypeline {
namespace {

/// What the data of most articles says in the same words. It saves a sixth; what it lacks costs room and nothing else.
constexpr std::string_view kUsual =
    R"("]],"sources":[[0,"author-year","","Named in words: no address.",["journal","","No address: the words have not the form of their kind.",["url","https://www.["doi","https://doi.org/10.)"
    R"(["pmid","https://pubmed.ncbi.nlm.nih.gov/["nct","https://clinicaltrials.gov/study/NCT0["unhedged-title","high","The title says  without a hedge; the text itself says )"
    R"(["title-exceeds-body","medium","The title says ; the text nowhere says so much, the nearest it comes is ["same-source-praises"," praises the work as , and is tied to it (); no independent)"
    R"( voice is heard.["relative-without-absolute"," (and one more place) is a relative number; its section gives no absolute one to measure it by.["vague-source-only"," (and 2 more places) names no)"
    R"( source, and the article cites none that can be looked up.["number-without-source",": the article names no source in which the number could be checked.["causal-over-observational",)"
    R"( says that one thing changes another; the design named, , can show that they go together, not that one causes the other.["efficacy-without-harms"," tells of an effect)"
    R"(; we did not find a word on harms in the title or the text.["certainty-over-weak-design","The article asserts  without a hedge, but the design it names is : such a study cannot show)"
    R"( that.["advertorial","The article claims  and asks its readers : it sells what it reports on.","published":"20"byline":"https://www.,"copy":["","hypotheticalminimised","yes"inflated","yes")"
    R"("not-treatment","yes""kind","guideline""author-year""conflict""company""interval""p-value""quantified","yes"],"level","cohort""animal""in-vitro""review""case""randomised""trial"]],)"
    R"("stage","designation""unapproved""available""approved"]],"kind","dose"]],"kind","ratio"]],"kind","journal"]],"kind","share"]],"kind","own-company"]],"kind","sign"]],"kind","funding"]],)"
    R"("kind","sample"]],"kind","press-release"]],"kind","follow"]],"kind","follow-up"]],"kind","count"]],"strength","correlational"]],"strength","conditional-causal"]],)"
    R"(,0,["kind","term"]],0,["strength","causal"]],{"id":","title":","meta":{"url":"https://","site":"","published":"","byline":"","language":"en"},"page":"articles/.html","sha":"","text":")"
    R"(","blocks":[[0,,0],[,2],[,3],[,"findings":[[0,"]],"words":,"ignored":0,"load":{"count":,"quoted":0,"rate":null,"low":null,"high":null,"band":"too short to ratemoderatehigh","findings":[)"
    R"(]},"criteria":[[0,"We found what the intervention costs in 3 places, first ,"We did not find what the intervention costs in the title or the text.",[]],[1,12,)"
    R"("We found benefits in absolute numbers in 4 places, first "We found a word on harms in one place only, first : less than where experts were satisfied.",[2,)"
    R"("We found the study's design and its limits in 5 places, first "We did not find words that inflate the condition in the title or the text.",[: too little to count against the article.")"
    R"("We found an independent voice or a stated interest in 2 places, first "We found existing alternatives in 2 places (first ): not enough to tell.",["We found whether people can get it in 2)"
    R"( places, first "We found a comparison with earlier work in 2 places, first "We found sensational language in 2 places, first ."]],[],"mismatches":[["medium",""]],"sources":[],"raw":[],)"
    R"("read":[["Article",""],["File",""],["Bytes of the input","0 to "],["Character set","utf-8, from: utf-8declared"],["Repairs","none needed"],["SHA-256 of the input",""]],"gone":[]})";

static_assert(kUsual.size() < 32768);  // what deflate can point back into

std::string deflated(const std::string& bytes) {
  z_stream z = {};
  if (deflateInit2(&z, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
  deflateSetDictionary(&z, reinterpret_cast<const Bytef*>(kUsual.data()), static_cast<uInt>(kUsual.size()));
  std::string out(deflateBound(&z, static_cast<uLong>(bytes.size())), '\0');
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data())), z.avail_in = static_cast<uInt>(bytes.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data()), z.avail_out = static_cast<uInt>(out.size());
  const bool whole = deflate(&z, Z_FINISH) == Z_STREAM_END;
  out.resize(z.total_out);
  deflateEnd(&z);
  if (!whole) throw std::runtime_error("zlib did not deflate an article's data whole");
  return out;
}

std::string base64(const std::string& bytes) {
  std::string out((bytes.size() + 2) / 3 * 4 + 1, '\0');  // and a NUL, which OpenSSL adds
  EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()), reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  out.pop_back();
  return out;
}

}  // namespace

std::string_view app_usual() { return kUsual; }

std::string app_article_file(const std::string& json) { return "hypeline.article(\"" + base64(deflated(json)) + "\");\n"; }

}  // namespace hypeline
