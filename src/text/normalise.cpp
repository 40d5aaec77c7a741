// Normalising, one cluster (base character with its marks) at a time.
#include "text/normalise.h"

#include <utf8proc.h>

#include <cstdlib>

#include "text/utf8.h"

namespace entente::text {

namespace {

enum class Fate { keep, drop, replace };

struct Mapped {
    Fate fate = Fate::keep;
    char32_t code = 0;
};

Mapped map_general_punctuation(char32_t c) {
    if (c <= 0x200A || c == 0x202F || c == 0x205F) return {Fate::replace, ' '};
    if (c <= 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F))
        return {Fate::drop};
    if (c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x2032) return {Fate::replace, '\''};
    if (c >= 0x201C && c <= 0x201F) return {Fate::replace, '"'};
    if (c == 0x2028 || c == 0x2029) return {Fate::replace, '\n'};
    if (c == 0x2010 || c == 0x2011) return {Fate::replace, '-'};
    return {};
}

Mapped map_char(char32_t c) {
    if (c < 0x80) {
        if (c == '\n' || (c >= 0x20 && c != 0x7F)) return {};
        return c == '\t' || c == '\v' || c == '\f' ? Mapped{Fate::replace, ' '}
                                                   : Mapped{Fate::drop};
    }
    if (c < 0xA0 || c == 0xAD || c == 0xFEFF) return {Fate::drop};
    if (c == 0xA0 || c == 0x3000) return {Fate::replace, ' '};
    if (c == 0x318D || c == 0x30FB || c == 0x2027 || c == 0x22C5 || c == 0x2022)
        return {Fate::replace, 0xB7};
    if (c >= 0x2000 && c <= 0x206F) return map_general_punctuation(c);
    if (c >= 0xFF01 && c <= 0xFF5E) return {Fate::replace, c - 0xFEE0};
    if ((c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000) return {Fate::replace, 0xFFFD};
    return {};
}

// Characters that NFC joins to the one before them.
bool joins(char32_t c) {
    if (c < 0x300) return false;
    if ((c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FB)) return true;
    if (is_hangul(c) || is_hanja(c)) return false;
    return utf8proc_get_property(static_cast<utf8proc_int32_t>(c))->combining_class != 0;
}

bool changes_alone(char32_t c) {
    return (c >= 0xF900 && c <= 0xFAFF) || c == 0x212B || c == 0x2126 || c == 0x212A;
}

std::string nfc(std::string_view cluster) {
    utf8proc_uint8_t* out = nullptr;
    auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    utf8proc_ssize_t size =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(cluster.data()),
                     static_cast<utf8proc_ssize_t>(cluster.size()), &out, options);
    if (size < 0) return std::string(cluster);
    std::string result(reinterpret_cast<char*>(out), static_cast<std::size_t>(size));
    std::free(out);
    return result;
}

constexpr std::size_t max_cluster = 64;  // bytes; longer runs of marks are cut here

class Writer {
  public:
    explicit Writer(std::string_view original) : in_(original) {
        out_.text.reserve(in_.size());
        out_.origin.reserve(in_.size() + 1);
    }

    Normalised run() {
        for (std::size_t at = 0; at < in_.size();) at = step(at);
        out_.origin.push_back(static_cast<std::uint32_t>(in_.size()));
        return std::move(out_);
    }

  private:
    // Handles the cluster at `at`, returns where the next one begins.
    std::size_t step(std::size_t at) {
        const Char c = decode(in_, at);
        const Mapped mapped = c.valid ? map_char(c.code) : Mapped{Fate::replace, 0xFFFD};
        std::size_t end = at + c.size;
        if (mapped.fate == Fate::drop) return end;
        if (mapped.fate == Fate::replace) {  // marks behind it do not protect it
            std::string bytes;
            append(bytes, mapped.code);
            put(bytes, at);
            return end;
        }
        while (end < in_.size() && end - at < max_cluster) {
            if (static_cast<unsigned char>(in_[end]) < 0xCC) break;  // nothing below U+0300 joins
            const Char next = decode(in_, end);
            if (!next.valid || !joins(next.code)) break;
            end += next.size;
        }
        const std::string_view cluster = in_.substr(at, end - at);
        if (cluster.size() > c.size || changes_alone(c.code))
            put(nfc(cluster), at);
        else
            put(cluster, at);
        return end;
    }

    void put(std::string_view bytes, std::size_t at) {
        out_.text += bytes;
        out_.origin.insert(out_.origin.end(), bytes.size(), static_cast<std::uint32_t>(at));
    }

    std::string_view in_;
    Normalised out_;
};

}  // namespace

Span Normalised::original(Span span) const { return {origin[span.begin], origin[span.end]}; }

Normalised normalise(std::string_view original) { return Writer(original).run(); }

std::string normal_form(std::string_view original) {
    // Most names are letters that normalising leaves alone.
    bool plain = true;
    for (std::size_t at = 0; at < original.size() && plain;) {
        if (const auto byte = static_cast<unsigned char>(original[at]); byte < 0x80) {
            plain = byte >= 0x20 && byte != 0x7F;
            ++at;
        } else {
            const Char c = decode(original, at);
            plain = is_hangul(c.code);
            at += c.size;
        }
    }
    return plain ? std::string(original) : normalise(original).text;
}

}  // namespace entente::text
