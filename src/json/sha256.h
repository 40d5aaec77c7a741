// SHA-256 (FIPS 180-4): the content hashes of documents, packs and claims.
#pragma once

#include <string>
#include <string_view>

namespace entente {

// 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace entente
