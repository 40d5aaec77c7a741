// Text fit for XML 1.0.
#include "export/xml.h"

#include "json/utf8.h"

namespace entente {

namespace {

void append(std::string& out, std::string_view character) {
    switch (character.front()) {
        case '&':
            out += "&amp;";
            return;
        case '<':
            out += "&lt;";
            return;
        case '>':
            out += "&gt;";
            return;
        case '"':
            out += "&quot;";
            return;
        case '\t':  // a parser would make a space of these in an attribute
            out += "&#9;";
            return;
        case '\n':
            out += "&#10;";
            return;
        case '\r':
            out += "&#13;";
            return;
        default:
            if (static_cast<unsigned char>(character.front()) < 0x20) return;
            if (character == "\uFFFE" || character == "\uFFFF") return;
            out += character;
    }
}

}  // namespace

std::string xml_escape(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        std::size_t size = utf8_length(text);
        if (size != 0) append(out, text.substr(0, size));
        text.remove_prefix(size == 0 ? 1 : size);
    }
    return out;
}

std::string xml_value(std::string_view text) {
    std::string out = xml_escape(text);
    for (std::size_t at = out.find("INF"); at != std::string::npos; at = out.find("INF", at))
        out.replace(at, 3, "Inf");
    return out;
}

}  // namespace entente
