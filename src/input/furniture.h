// Lines of a copied page that are no headline: the paper's name, menus, bylines, dates, share bars.
#pragma once

#include <string_view>

namespace entente::input {

// A menu, breadcrumb, byline, share bar, bullet of the page's data, or a line that only says when.
bool is_furniture(std::string_view line);

// A menu or breadcrumb of a page: "HOME > 국제", "Home | World | Business", "Log in".
bool is_menu(std::string_view line);

// A line that says when the article appeared: a day and little else.
bool is_date_line(std::string_view line);

// Columns that the line takes: two for Hangul, hanja and kana, one for what else.
std::size_t columns(std::string_view line);

}  // namespace entente::input
