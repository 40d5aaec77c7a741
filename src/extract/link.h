// Step 7: short forms, surnames and brackets, linked to the entity that the document names in full.
#pragma once

#include "extract/reading.h"

namespace entente::extract {

// Adds mentions for short names of entities that the document names in full and for aliases in
// brackets behind a name; links a person's open-class name to a known person of that name.
// The same story is preferred; another one counts where only one entity there fits.
void link_short_forms(Reading& reading);

}  // namespace entente::extract
