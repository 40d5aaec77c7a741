// Steps 8b and 8c: what may be dropped is dropped, lists of one kind fold into one argument.
#pragma once

#include "extract/masked.h"

namespace entente::extract {

void tidy(Masked& masked, const Reading& reading);
void fold_lists(Masked& masked, const Reading& reading, bool heading);

}  // namespace entente::extract
