// Step 5: people, chips, organisations and values that no list knows, by the pack's patterns.
#pragma once

#include "extract/reading.h"

namespace entente::extract {

// Runs the patterns over each sentence with the names found so far masked; adds their mentions.
// `settle` must have run; run it again afterwards.
void find_open_classes(Reading& reading);

// "Jane Q. Doe" to "jane-q-doe": small letters, digits and Hangul, everything else one hyphen.
std::string slug(std::string_view name);

}  // namespace entente::extract
