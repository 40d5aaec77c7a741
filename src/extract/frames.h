// Step 8f: frames, a trigger with slots in any order.
#pragma once

#include <vector>

#include "extract/claims.h"
#include "extract/cues.h"
#include "extract/discourse.h"
#include "extract/masked.h"

namespace entente::extract {

void read_frames(const Masked& masked, const Reading& reading, const Sentence& sentence,
                 const Discourse& discourse, const std::vector<Source>& sources,
                 std::vector<Statement>& out);

}  // namespace entente::extract
