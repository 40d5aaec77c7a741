// Step 8e: pronouns and descriptions ("he", "the company", "이 회사").
#pragma once

#include "extract/discourse.h"
#include "extract/masked.h"

namespace entente::extract {

// Replaces pronouns and descriptions by masks of their antecedents.
void resolve_anaphora(Masked& masked, const Discourse& discourse, const Reading& reading);

}  // namespace entente::extract
