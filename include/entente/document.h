// One article, as it came in. Its bytes are the user's and are never changed.
#pragma once

#include <string>

namespace entente {

struct Document {
    std::string id;         // given, else canonical URL, else hash of the raw bytes
    std::string url;        // may be empty
    std::string publisher;  // may be empty
    std::string lang;       // "ko", "en"; empty lets the extractor look at the script
    std::string date;       // ISO 8601 day; empty leaves relative dates unresolved
    std::string title;      // UTF-8
    std::string text;       // UTF-8; a line is a paragraph
};

}  // namespace entente
