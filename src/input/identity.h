// What a document is called when nobody named it.
#pragma once

#include <string>
#include <string_view>

namespace entente::input {

// Without fragment and `utm_*` parameters; everything else as it came.
std::string canonical_url(std::string_view url);

// "sha256:" and the first 16 hexadecimal digits of the hash of the raw bytes.
std::string content_id(std::string_view raw);

}  // namespace entente::input
