// SHA-256 (FIPS 180-4), for ids and hashes of content.
#pragma once

#include <string>
#include <string_view>

namespace entente {

// 64 hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace entente
