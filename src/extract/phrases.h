// Step 8d: phrase rules read noun phrases and contract them to their heads.
#pragma once

#include <vector>

#include "extract/claims.h"
#include "extract/discourse.h"
#include "extract/masked.h"

namespace entente::extract {

enum class Offices { left_out, read };

// Reads phrases until nothing more contracts. With offices left out, phrases that need a holder
// from the discourse wait. Appends what they say, again what an earlier run has said.
void read_phrases(Masked& masked, const Reading& reading, const Sentence& sentence,
                  const Discourse& discourse, Offices offices, std::vector<Statement>& out);

}  // namespace entente::extract
