#pragma once
#include <string_view>

namespace hypeline::html {

/// What the words of a block look like.
struct WordStats {
  float bytes = 0, words = 0, stop_words = 0, capitals = 0, commas = 0, digits = 0, stops = 0,
        short_words = 0;  ///< stops: full stops, question and exclamation marks
  bool ends_sentence = false, ends_colon = false, ends_ellipsis = false, starts_upper = false;
};

WordStats count_words(std::string_view block);

/// How a block ends, closing quotes and brackets left out.
struct EndMarks {
  bool sentence = false, colon = false;
};
EndMarks end_marks(std::string_view block);

}  // namespace hypeline::html
