// Widths by Unicode block: what the articles are written in, not all of East Asian Width.
#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace entente::cli {

namespace {

struct Char {
    char32_t code = 0;
    std::size_t size = 1;
};

// The character at `at`; a byte that begins none counts as one column.
Char decode(std::string_view text, std::size_t at) {
    const unsigned char lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (size == 1 || at + size > text.size()) return {lead < 0x80 ? lead : U'\uFFFD', 1};
    char32_t code = lead & (0xFF >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        const unsigned char next = static_cast<unsigned char>(text[at + i]);
        if ((next & 0xC0) != 0x80) return {U'\uFFFD', 1};
        code = code << 6 | (next & 0x3F);
    }
    return {code, size};
}

std::size_t width_of(char32_t c) {
    if ((c >= 0x300 && c <= 0x36F) || (c >= 0x1160 && c <= 0x11FF) || c == 0x200B || c == 0xFEFF ||
        (c >= 0xFE00 && c <= 0xFE0F))
        return 0;
    const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
                      (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
                      (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF01 && c <= 0xFF60) ||
                      (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) ||
                      (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
}

// Bytes of `text` that fit into `width` columns.
std::size_t fitting(std::string_view text, std::size_t width) {
    std::size_t at = 0;
    for (std::size_t used = 0; at < text.size();) {
        const Char c = decode(text, at);
        used += width_of(c.code);
        if (used > width) break;
        at += c.size;
    }
    return at;
}

}  // namespace

bool output_is_terminal() {
    static const bool is = isatty(STDOUT_FILENO) == 1;
    return is;
}

bool errors_are_terminal() {
    static const bool is = isatty(STDERR_FILENO) == 1;
    return is;
}

std::size_t terminal_width() {
    winsize size{};
    if (!output_is_terminal() || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return 100;
    return std::clamp<std::size_t>(size.ws_col, 40, 120);
}

std::size_t columns(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Char c = decode(text, at);
        count += width_of(c.code);
        at += c.size;
    }
    return count;
}

std::string padded(std::string_view text, std::size_t width) {
    const std::size_t used = columns(text);
    return std::string(text) + std::string(width > used ? width - used : 0, ' ');
}

std::string shortened(std::string_view text, std::size_t width) {
    if (columns(text) <= width) return std::string(text);
    return std::string(text.substr(0, fitting(text, width - 1))) + "…";
}

std::string one_line(std::string_view text) {
    std::string line;
    for (std::size_t at = 0; at < text.size();) {
        const Char c = decode(text, at);
        if (c.code <= 0x20 || c.code == 0x7F || c.code == 0xA0) {
            const bool space = c.code == ' ' || c.code == 0xA0 || (c.code >= 9 && c.code <= 13);
            if (space && !line.empty() && line.back() != ' ') line += ' ';
        } else if (c.code < 0x80 || c.code > 0x9F) {
            line.append(text, at, c.size);
        }
        at += c.size;
    }
    while (line.ends_with(' ')) line.pop_back();
    return line;
}

std::string harmless(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Char c = decode(text, at);
        const bool control = c.code < 0x20 || (c.code >= 0x7F && c.code <= 0x9F);
        if (!control || c.code == '\n' || c.code == '\t') out.append(text, at, c.size);
        at += c.size;
    }
    return out;
}

std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
    const std::size_t room = std::max<std::size_t>(width > indent ? width - indent : 0, 20);
    std::string line = one_line(text), out;
    std::string_view rest = line;
    while (!rest.empty()) {
        std::size_t end = fitting(rest, room);
        if (end < rest.size() && rest[end] != ' ') {
            const std::size_t space = rest.rfind(' ', end);
            if (space != rest.npos && space > 0) end = space;
        }
        out += std::string(indent, ' ');
        (out += rest.substr(0, end)) += '\n';
        rest.remove_prefix(end);
        while (rest.starts_with(' ')) rest.remove_prefix(1);
    }
    return out;
}

bool colours_wanted() {
    static const bool wanted = [] {
        const char* no_colour = std::getenv("NO_COLOR");
        return output_is_terminal() && !(no_colour && *no_colour);
    }();
    return wanted;
}

std::string coloured(std::string_view text, Colour colour) {
    if (!colours_wanted()) return std::string(text);
    static constexpr const char* codes[] = {"1", "2", "31", "32", "33", "34", "35", "36"};
    return std::string("\x1b[") + codes[static_cast<int>(colour)] + "m" + std::string(text) +
           "\x1b[0m";
}

}  // namespace entente::cli
