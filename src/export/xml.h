// Text fit for XML 1.0.
#pragma once

#include <string>
#include <string_view>

namespace entente {

// Escaped for an element's content or an attribute in double quotes. What XML forbids is left out:
// control characters, U+FFFE, U+FFFF and bytes that are no UTF-8.
std::string xml_escape(std::string_view text);

// The same for a value that Gephi stores as an attribute: its readers turn "INF" inside any string
// into "Infinity", so that becomes "Inf".
std::string xml_value(std::string_view text);

}  // namespace entente
