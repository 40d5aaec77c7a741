// Ids from addresses and from content.
#include "input/identity.h"

#include "json/sha256.h"

namespace entente::input {

std::string canonical_url(std::string_view url) {
    url = url.substr(0, url.find('#'));
    const std::size_t question = url.find('?');
    std::string canonical(url.substr(0, question));
    char before = '?';
    for (std::size_t at = question; at < url.size();) {
        std::size_t end = url.find('&', ++at);
        if (end == std::string_view::npos) end = url.size();
        const std::string_view parameter = url.substr(at, end - at);
        if (!parameter.empty() && !parameter.starts_with("utm_")) {
            (canonical += before) += parameter;
            before = '&';
        }
        at = end;
    }
    return canonical;
}

std::string content_id(std::string_view raw) { return "sha256:" + sha256_hex(raw).substr(0, 16); }

}  // namespace entente::input
