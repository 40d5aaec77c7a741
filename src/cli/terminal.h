// What a terminal is asked and told: width, colour, columns of characters, wrapped lines.
#pragma once

#include <string>
#include <string_view>

namespace entente::cli {

bool output_is_terminal();
bool errors_are_terminal();

// Columns of the terminal behind standard output, at most 120; 100 where there is none.
std::size_t terminal_width();

// Two for Hangul, hanja, kana and full-width forms, none for marks that combine, else one.
std::size_t columns(std::string_view text);

// `text` with spaces behind it up to `width` columns.
std::string padded(std::string_view text, std::size_t width);

// The front of `text`, at most `width` columns with "…" where something was cut.
std::string shortened(std::string_view text, std::size_t width);

// White space becomes one space, other control characters go: a sentence cannot move the cursor.
std::string one_line(std::string_view text);

// The text without control characters other than line ends and tabs.
std::string harmless(std::string_view text);

// Lines of at most `width` columns, each behind `indent` spaces; a word wider than that is broken.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t width);

enum class Colour { bold, dim, red, green, yellow, blue, magenta, cyan };

// `text` in colour, where standard output is a terminal and NO_COLOR is not set; else as it is.
std::string coloured(std::string_view text, Colour colour);
bool colours_wanted();

}  // namespace entente::cli
