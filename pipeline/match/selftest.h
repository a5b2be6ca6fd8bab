#pragma once
#include "match/lexicon.h"

namespace hypeline {

/// Runs the examples of every rule, each as a text of one paragraph: in `hit` the rule must match (where words are marked, each mark must be exactly one of
/// its matches), in no part of `miss` may it match. What fails is an error at the rule's row.
Errors self_test(const Lexicon& lexicon);

}  // namespace hypeline
