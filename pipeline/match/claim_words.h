#pragma once
#include <array>
#include <string_view>

/// Closed classes of English words by which the parts of a claim are told (claim_parts.h), written out after a grammar's lists of auxiliaries, prepositions,
/// conjunctions and pronouns.
namespace hypeline::claim_words {

/// What may stand in a claim before its main verb, beside kBetween.
inline constexpr auto kBeforeVerb =
    std::to_array<std::string_view>({"being", "most", "least", "percent", "%",   "0",   "times", "than", "better", "further",  "far",
                                     "so",    "too",  "in",    "fact",    "and", "the", "a",     "an",   "strong", "strongest"});
/// What may stand between a subject and its verb.
inline constexpr auto kBetween = std::to_array<std::string_view>(
    {"may",     "might",  "can",   "could", "would",   "should",    "will",     "must",     "to",       "has",     "have",    "had",      "be",
     "been",    "is",     "are",   "was",   "were",    "do",        "does",     "did",      "not",      "never",   "also",    "even",     "still",
     "already", "now",    "just",  "only",  "often",   "sometimes", "usually",  "always",   "help",     "helps",   "helped",  "able",     "shown",
     "proven",  "proved", "found", "known", "thought", "believed",  "said",     "expected", "reported", "appear",  "appears", "appeared", "seem",
     "seems",   "seemed", "tend",  "tends", "tended",  "likely",    "unlikely", "more",     "less",     "perhaps", "then",    "actually"});
/// Prepositions that tie a verb to its object.
inline constexpr auto kLinks = std::to_array<std::string_view>({"to", "with", "of", "for", "in", "on", "by", "against", "at", "from", "between", "into"});
/// What a name does not end with.
inline constexpr auto kArticles = std::to_array<std::string_view>({"the", "a", "an", "its", "their", "his", "her", "our", "your", "my"});
inline constexpr auto kRelatives = std::to_array<std::string_view>({"that", "which", "who"});
/// What a clause begins behind: conjunctions, and verbs that report.
inline constexpr auto kClauseStarts = std::to_array<std::string_view>(
    {"that",     "which",       "who",          "whom",         "whose",    "because",  "if",        "whether",   "when",      "while",    "where",
     "although", "though",      "but",          "since",        "until",    "unless",   "as",        "than",      "how",       "why",      "what",
     "so",       "yet",         "show",         "shows",        "showed",   "suggest",  "suggests",  "suggested", "says",      "say",      "said",
     "found",    "finds",       "find",         "indicates",    "indicate", "reports",  "reported",  "concluded", "believe",   "believes", "think",
     "thinks",   "conclude",    "concludes",    "know",         "knows",    "see",      "mean",      "means",     "warn",      "warns",    "argue",
     "argues",   "demonstrate", "demonstrates", "demonstrated", "confirm",  "confirms", "confirmed", "reveal",    "reveals",   "revealed", "report",
     "note",     "notes",       "noted",        "hint",         "hints",    "estimate", "estimates", "estimated", "believing", "saying",   "suggesting",
     "showing",  "however",     "whereas",      "hope",         "hopes",    "claim",    "claims",    "claimed",   "let",       "lets"});
/// What ends the phrase behind a verb.
inline constexpr auto kPhraseEnds = std::to_array<std::string_view>(
    {"that",     "which", "who",        "whom",      "whose",   "because", "if",      "whether", "when",    "while",   "where",   "although", "though",
     "but",      "since", "until",      "unless",    "as",      "than",    "how",     "why",     "so",      "yet",     "after",   "before",   "during",
     "compared", "by",    "among",      "according", "without", "within",  "over",    "via",     "through", "however", "whereas", "is",       "are",
     "was",      "were",  "may",        "can",       "could",   "would",   "will",    "they",    "we",      "it",      "he",      "she",      "versus",
     "vs",       "i",     "apparently", "just",      "simply",  "too",     "anytime", "said",    "says",    "only"});
/// What opens a sentence and belongs to no subject.
inline constexpr auto kOpeners = std::to_array<std::string_view>(
    {"but", "and", "so", "or", "also", "yet", "then", "now", "indeed", "instead", "meanwhile", "overall", "finally", "nor", "even"});
/// Subjects that name nothing.
inline constexpr auto kPronouns =
    std::to_array<std::string_view>({"it",  "they", "this", "that", "these", "those",  "he",  "she",  "we",      "you",  "i",  "there", "which", "who", "them",
                                     "one", "some", "many", "most", "both",  "others", "all", "what", "neither", "none", "no", "each",  "us",    "him", "her"});
inline constexpr auto kSubjects = std::to_array<std::string_view>({"it", "they", "we", "he", "she", "you", "i", "there"});
/// What leads to the people a claim is made of.
inline constexpr auto kIntroductions = std::to_array<std::string_view>({"in", "among", "for"});
/// Behind these stands a verb whose subject is before them.
inline constexpr auto kOwnClauses = std::to_array<std::string_view>({"who", "whom", "whose", "which", "where", "why"});
/// Verbs that show that a run of words is a clause.
inline constexpr auto kVerbs = std::to_array<std::string_view>(
    {"is", "are", "was", "were", "be", "can", "may", "might", "could", "will", "would", "should", "has", "have", "had", "do", "does", "did", "it's"});

}  // namespace hypeline::claim_words
