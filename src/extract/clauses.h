// Subordinate clauses as sentences of their own.
#pragma once

#include <vector>

#include "extract/masked.h"

namespace entente::extract {

// What the clauses of `masked` say of nouns before them, each with its noun: "B, a start-up backed
// by A, said" gives "B backed by A".
std::vector<Masked> clauses_of(const Masked& masked, const Reading& reading);

}  // namespace entente::extract
