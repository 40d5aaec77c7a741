// Extractions as JSON lines: the output of `entente extract`.
#pragma once

#include <string>
#include <string_view>

#include "entente/extraction.h"

namespace entente {

// One line without its end. Field order is fixed; numbers are written shortest; same input, same
// bytes. Throws nothing.
std::string to_json(const Extraction& extraction);

// Reads such a line back; fields it does not know are left alone. Throws Error with the offset.
Extraction extraction_from_json(std::string_view line);

}  // namespace entente
