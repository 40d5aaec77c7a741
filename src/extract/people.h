// Of which type the people are whom no list knows.
#pragma once

#include <vector>

#include "extract/reading.h"

namespace entente::extract {

// A person whose type was told by the words around the name, and otherwise by the offices that the
// document gives them, is what those offices make of them; where they disagree, a person.
void settle_people(Reading& reading, const std::vector<Claim>& claims);

}  // namespace entente::extract
