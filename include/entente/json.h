// Extractions as JSON lines: the output of `entente extract`.
#pragma once

#include <string>
#include <string_view>

#include "entente/extraction.h"

namespace entente {

// One line without its end. Field order is fixed; numbers are written shortest; same input, same
// bytes. Throws nothing.
std::string to_json(const Extraction& extraction);

// One claim as it stands in such a line.
std::string to_json(const Claim& claim);

// Any text as a JSON string with its quotes; what is no UTF-8 becomes U+FFFD.
std::string json_string(std::string_view text);

// The shortest number that reads back the same; whole numbers without a fraction.
std::string json_number(double number);

// Reads such a line back; fields it does not know are left alone. Throws Error with the offset.
Extraction extraction_from_json(std::string_view line);

}  // namespace entente
