// A small reader of the notation: it only looks for where a piece ends.
#include "extract/pieces.h"

#include <algorithm>

#include "text/utf8.h"

namespace entente::extract {

namespace {

bool is_letter(char c) { return static_cast<unsigned char>(c) >= 0x80 || text::is_ascii_alnum(c); }

}  // namespace

std::size_t end_of_atom(std::string_view notation, std::size_t at) {
    const auto skip_class = [&](std::size_t i) {
        for (i += 2; i < notation.size() && notation[i] != ']'; ++i)
            if (notation[i] == '\\') ++i;
        return i + 1;
    };
    const char c = notation[at];
    if (c == '[') return skip_class(at);
    if (c == '\\') {
        const bool braced = at + 2 < notation.size() && notation[at + 2] == '{';
        return braced ? notation.find('}', at) + 1 : at + 2;
    }
    if (c == '{') return notation.find('}', at) + 1;
    if (c != '(') return at + text::decode(notation, at).size;
    std::size_t depth = 0;
    while (at < notation.size()) {
        if (notation[at] == '(') ++depth;
        if (notation[at] == ')' && --depth == 0) return at + 1;
        at = notation[at] == '[' ? skip_class(at) : notation[at] == '\\' ? at + 2 : at + 1;
    }
    return at;
}

Pieces pieces_of(std::string_view notation) {
    Pieces pieces;
    for (std::size_t at = 0; at < notation.size();) {
        if (notation[at] == '|') return {};
        std::size_t end = std::min(end_of_atom(notation, at), notation.size());
        while (end < notation.size()) {
            const bool count = notation[end] == '{' && end + 1 < notation.size() &&
                               notation[end + 1] >= '0' && notation[end + 1] <= '9';
            if (count)
                end = notation.find('}', end) + 1;
            else if (std::string_view("?*+").find(notation[end]) != std::string_view::npos)
                ++end;
            else
                break;
        }
        pieces.emplace_back(notation.substr(at, end - at));
        at = end;
    }
    return pieces;
}

std::string joined(const Pieces& pieces, std::size_t begin, std::size_t end) {
    std::string out;
    for (std::size_t i = begin; i < end; ++i) out += pieces[i];
    return out;
}

std::size_t find_end(const Pieces& pieces, const std::string& name) {
    for (std::size_t i = 0; i < pieces.size(); ++i)
        if (pieces[i].find("{" + name + ":") != std::string::npos ||
            pieces[i].find("(?P<" + name + ">") != std::string::npos)
            return i;
    return pieces.size();
}

bool in_word(std::string_view text, std::size_t at) {
    return at > 0 && at < text.size() && is_letter(text[at - 1]) && is_letter(text[at]);
}

namespace {

bool begins_word(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + 1)) {
        const bool ascii = static_cast<unsigned char>(word.front()) < 0x80;
        if (!ascii || !in_word(text, at)) return true;
    }
    return false;
}

}  // namespace

bool has_words(std::string_view text, std::string_view demand) {
    for (std::size_t at = 0; at < demand.size();) {
        const std::size_t end = std::min(demand.find(' ', at), demand.size());
        if (end > at && !begins_word(text, demand.substr(at, end - at))) return false;
        at = end + 1;
    }
    return true;
}

std::vector<text::AnyOf> words_of(const text::AnyOf& any) {
    if (any.size() != 1) return {any};
    std::vector<text::AnyOf> words;
    const std::string& run = any[0];
    for (std::size_t at = 0; at < run.size();) {
        const std::size_t end = std::min(run.find(' ', at), run.size());
        if (end > at) words.emplace_back(text::AnyOf::Strings{run.substr(at, end - at)});
        at = end + 1;
    }
    return words;
}

}  // namespace entente::extract
