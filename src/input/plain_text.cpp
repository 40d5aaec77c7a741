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

constexpr std::size_t top_lines = 20;        // headline and date stand among the first so many
constexpr std::size_t site_columns = 24;     // a paper's name is no wider
constexpr std::size_t section_columns = 16;  // a name that stands right above a headline
constexpr std::size_t headline_columns = 120;

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

// A short line above a menu, or a very short one right above a headline, is the paper's name or
// a section's.
bool is_site_name(const TopLine& line, const TopLine& next) {
    const std::size_t width = input::columns(line.text), wider = input::columns(next.text);
    if (width > site_columns || ends_sentence(line.text)) return false;
    if (next.furniture) return !input::is_date_line(next.text);
    return width <= section_columns && wider >= 2 * width && wider <= headline_columns &&
           !ends_sentence(next.text);
}

// Position of the headline; nothing where there is only furniture.
std::optional<std::size_t> find_headline(const std::vector<TopLine>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].furniture) continue;
        if (i == 0 && lines.size() > 2 && is_site_name(lines[0], lines[1])) continue;
        return i;
    }
    return std::nullopt;
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
    document.title = lines[headline].text;
    document.text = bytes.substr(lines[headline].end);
    return document;
}

}  // namespace entente
