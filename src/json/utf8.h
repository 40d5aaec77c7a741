// Well-formedness of UTF-8, one character at a time.
#pragma once

#include <cstddef>
#include <string_view>

namespace entente {

// Length of the well-formed UTF-8 character at the front of `text`; 0 where there is none.
std::size_t utf8_length(std::string_view text);

}  // namespace entente
