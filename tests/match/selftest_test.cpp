#include "match/selftest.h"

#include "shipped.h"

#include <catch2/catch.hpp>

using namespace hypeline;

TEST_CASE("every example of the shipped lexicons holds", "[match][lexicon]") {
  const Lexicon lexicon = testing::shipped_lexicon();
  for (const Error& error : self_test(lexicon)) FAIL_CHECK(to_string(error));
  SUCCEED();
}
