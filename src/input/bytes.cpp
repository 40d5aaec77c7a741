// Line reading over a streambuf.
#include "input/bytes.h"

#include <algorithm>
#include <cstring>

#include "text/utf8.h"

namespace entente::input {

namespace {

bool is_space(char c) { return std::string_view(" \t\r\n\f\v").find(c) != std::string_view::npos; }

}  // namespace

// A file buffer throws where the system refuses to read on.
bool LineReader::fill() try {
    at_ = filled_ = 0;
    if (in_.sgetc() == std::char_traits<char>::eof()) return false;
    const std::streamsize ready = std::clamp<std::streamsize>(
        in_.in_avail(), 1, static_cast<std::streamsize>(sizeof buffer_));
    filled_ = static_cast<std::size_t>(in_.sgetn(buffer_, ready));
    return filled_ > 0;
} catch (const std::exception&) {
    failed_ = true;
    return false;
}

bool LineReader::next(std::string& line, std::size_t most) {
    line.clear();
    cut_ = false;
    std::size_t length = 0;
    for (;;) {
        if (at_ == filled_ && !fill()) break;
        const char* begin = buffer_ + at_;
        const void* newline = std::memchr(begin, '\n', filled_ - at_);
        const std::size_t size =
            newline ? static_cast<std::size_t>(static_cast<const char*>(newline) - begin) + 1
                    : filled_ - at_;
        line.append(begin, std::min(size, most - line.size()));
        length += size;
        at_ += size;
        if (newline) break;
    }
    if (length == 0) return false;
    cut_ = length > most;
    consumed_ += length;
    ++number_;
    return true;
}

std::size_t first_bad_byte(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const unsigned char byte = static_cast<unsigned char>(bytes[at]);
        if (byte == 0) return at;
        if (byte < 0x80) {
            ++at;
            continue;
        }
        const text::Char c = text::decode(bytes, at);
        if (!c.valid) return at;
        at += c.size;
    }
    return std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view wide = "\xE3\x80\x80", hard = "\xC2\xA0";
    for (;;) {
        const std::size_t before = text.size();
        while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
        while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
        for (std::string_view space : {wide, hard, byte_order_mark}) {
            if (text.starts_with(space)) text.remove_prefix(space.size());
            if (text.ends_with(space)) text.remove_suffix(space.size());
        }
        if (text.size() == before) return text;
    }
}

}  // namespace entente::input
