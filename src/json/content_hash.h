// A hash that tells contents apart, fast: for megabytes at every start. Not for secrets.
#pragma once

#include <string>
#include <string_view>

namespace entente {

// XXH3 (128 bits), as 32 hexadecimal digits.
std::string content_hash(std::string_view bytes);

}  // namespace entente
