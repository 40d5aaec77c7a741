// UTF-8 by hand where a library call a character would be too slow.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente::text {

struct Char {
    char32_t code = 0;
    std::uint8_t size = 1;  // bytes
    bool valid = true;      // false: a byte that begins no character; code is U+FFFD
};

Char decode(std::string_view text, std::size_t at);         // at < size
Char decode_before(std::string_view text, std::size_t at);  // the character that ends at `at` > 0
void append(std::string& out, char32_t code);

inline bool is_hangul(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }
// Number of the final consonant of a Hangul syllable (4 is ㄴ, 8 is ㄹ); 0 where it has none.
inline char final_consonant(char32_t c) {
    return is_hangul(c) ? static_cast<char>((c - 0xAC00) % 28) : 0;
}
inline bool is_hanja(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }
inline bool is_ascii_letter(char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
inline bool is_ascii_alnum(char32_t c) { return (c >= '0' && c <= '9') || is_ascii_letter(c); }
// Letters and digits of Latin script (ASCII, Latin-1, Latin Extended).
inline bool is_latin_word(char32_t c) {
    return is_ascii_alnum(c) || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

// Lower-cases ASCII letters only.
std::string lower_ascii(std::string_view text);

std::size_t count_chars(std::string_view text);

}  // namespace entente::text
