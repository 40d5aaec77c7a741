// Plain text: the headline is found, nothing is thrown away behind it.
#include <algorithm>
#include <optional>
#include <vector>

#include "entente/input.h"
#include "input/bytes.h"
#include "input/day.h"
#include "input/furniture.h"
#include "input/identity.h"

namespace entente {

namespace {

constexpr std::size_t top_lines = 20;  // headline and date stand among the first so many
constexpr std::size_t headline_columns = 120;

// How large a paper's or section's name above a headline may be.
struct Bounds {
    std::size_t columns;
    std::size_t words;
};
constexpr Bounds on_a_page = {24, 3};  // behind or above a menu
constexpr Bounds anywhere = {16, 1};

struct TopLine {
    std::string_view text;  // trimmed, not empty
    std::size_t end = 0;    // where the next line begins
    bool furniture = false;
};

std::vector<TopLine> read_top(std::string_view bytes) {
    std::vector<TopLine> lines;
    for (std::size_t at = 0; at < bytes.size() && lines.size() < top_lines;) {
        const std::size_t newline = bytes.find('\n', at);
        const std::size_t end = newline == bytes.npos ? bytes.size() : newline + 1;
        const std::string_view line = input::trimmed(bytes.substr(at, end - at));
        if (!line.empty()) lines.push_back({line, end, input::is_furniture(line)});
        at = end;
    }
    return lines;
}

bool ends_sentence(std::string_view line) {
    return line.ends_with('.') || line.ends_with("。") || line.ends_with(".\"") ||
           line.ends_with(".”");
}

bool is_within(std::string_view line, const Bounds& bounds) {
    const auto spaces = static_cast<std::size_t>(std::count(line.begin(), line.end(), ' '));
    return input::columns(line) <= bounds.columns && spaces < bounds.words && !ends_sentence(line);
}

// Is line `i` the name of a paper or section? It is short and stands above a menu, or a headline
// follows soon that is much longer.
bool is_site_name(const std::vector<TopLine>& lines, std::size_t i, bool behind_menu) {
    const std::string_view line = lines[i].text;
    if (i + 1 < lines.size() && input::is_menu(lines[i + 1].text))
        return is_within(line, on_a_page);
    if (!is_within(line, behind_menu ? on_a_page : anywhere)) return false;
    for (std::size_t j = i + 1; j < lines.size() && j <= i + 3; ++j) {
        const std::size_t width = input::columns(lines[j].text);
        if (lines[j].furniture || width < 2 * input::columns(line)) continue;
        return width <= headline_columns && !ends_sentence(lines[j].text);
    }
    return false;
}

// Position of the headline; nothing where there is only furniture.
std::optional<std::size_t> find_headline(const std::vector<TopLine>& lines) {
    bool behind_menu = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!lines[i].furniture && !is_site_name(lines, i, behind_menu)) return i;
        behind_menu = behind_menu || input::is_menu(lines[i].text);
    }
    return std::nullopt;
}

// A text may do without a headline: what stands in its place is a whole sentence and either long or
// all there is.
bool is_paragraph(const std::vector<TopLine>& lines, std::size_t i) {
    const bool alone = i + 1 == lines.size();
    return ends_sentence(lines[i].text) &&
           (alone || input::columns(lines[i].text) > headline_columns);
}

}  // namespace

Document parse_plain_text(std::string bytes) {
    Document document;
    document.id = input::content_id(bytes);
    const std::vector<TopLine> lines = read_top(bytes);
    if (lines.empty()) return document;
    const std::size_t headline = find_headline(lines).value_or(0);
    for (std::size_t i = 0; i < lines.size() && document.date.empty(); ++i)
        if (i != headline && input::is_date_line(lines[i].text))
            document.date = input::find_day(lines[i].text).iso;
    if (is_paragraph(lines, headline)) {
        const auto begin = static_cast<std::size_t>(lines[headline].text.data() - bytes.data());
        document.text = bytes.substr(begin);
    } else {
        document.title = lines[headline].text;
        document.text = bytes.substr(lines[headline].end);
    }
    return document;
}

}  // namespace entente
