// Cleaning looks at lines: what they say, how long they are, how often they stand.
#include "text/clean.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "text/sentences.h"
#include "text/utf8.h"

namespace entente::text {

namespace {

constexpr std::size_t heading_chars = 70;    // a heading is no longer than this
constexpr std::size_t paragraph_chars = 80;  // and what it heads has a line at least this long
constexpr std::size_t repeated = 3;

bool any_match(const std::vector<Regex>& regexes, std::string_view line) {
    return std::any_of(regexes.begin(), regexes.end(),
                       [&](const Regex& r) { return r.search(line); });
}

bool ends_sentence(std::string_view line) {
    while (!line.empty() && (line.back() == '"' || line.back() == '\'' || line.back() == ')'))
        line.remove_suffix(1);
    return !line.empty() && (line.back() == '.' || line.back() == '!' || line.ends_with("。"));
}

std::vector<Line> article_lines(std::string_view text, std::string_view title,
                                const CleanRules& rules) {
    std::vector<Span> spans = split_lines(text);
    std::unordered_map<std::string_view, std::size_t> times;
    for (Span s : spans) ++times[text.substr(s.begin, s.end - s.begin)];
    std::vector<Line> lines;
    for (Span s : spans) {
        std::string_view line = text.substr(s.begin, s.end - s.begin);
        if (any_match(rules.tail, line)) break;
        if (line == title || times[line] >= repeated || any_match(rules.furniture, line)) continue;
        Groups groups;
        for (const Regex& credit : rules.credit) {
            const std::string_view rest = text.substr(s.begin, s.end - s.begin);
            if (credit.search(rest, 0, rest.size(), &groups) && groups[0].end == rest.size())
                s.end = s.begin + groups[0].begin;
        }
        while (s.end > s.begin && text[s.end - 1] == ' ') --s.end;
        if (s.begin < s.end) lines.push_back({s});
    }
    return lines;
}

}  // namespace

std::vector<Line> clean(std::string_view text, std::string_view title, const CleanRules& rules) {
    std::vector<Line> lines = article_lines(text, title, rules);
    auto view = [&](const Line& l) { return text.substr(l.span.begin, l.span.end - l.span.begin); };
    std::size_t headings = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        std::string_view line = view(lines[i]);
        lines[i].heading = !ends_sentence(line) && count_chars(line) <= heading_chars &&
                           count_chars(view(lines[i + 1])) >= paragraph_chars;
        headings += lines[i].heading;
    }
    std::size_t story = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].heading && headings > 1 && i > 0) ++story;
        lines[i].story = story;
    }
    return lines;
}

}  // namespace entente::text
