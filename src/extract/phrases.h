// Step 8d: phrase rules read noun phrases and contract them to their heads.
#pragma once

#include <vector>

#include "extract/claims.h"
#include "extract/discourse.h"
#include "extract/masked.h"

namespace entente::extract {

// Phrases run three times: rules that read a whole list wait until lists have folded, rules that
// need a holder from the discourse until pronouns are resolved.
enum class Pass { before_folding, after_folding, with_offices };

// Reads phrases until nothing more contracts. Appends what they say, again what an earlier pass
// has said.
void read_phrases(Masked& masked, const Reading& reading, const Sentence& sentence,
                  const Discourse& discourse, Pass pass, std::vector<Statement>& out);

}  // namespace entente::extract
