// Steps 8b and 8c: what may be dropped is dropped, lists of one kind fold into one argument.
#pragma once

#include "extract/masked.h"

namespace entente::extract {

// `late`: the rules that wait until phrases have read what they can, instead of the others.
void tidy(Masked& masked, const Reading& reading, bool late = false);
void fold_lists(Masked& masked, const Reading& reading, bool heading);

}  // namespace entente::extract
