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

// Which patterns match one line after the other.
class LineMatcher {
  public:
    explicit LineMatcher(const CleanRules& rules) : rules_(rules) {}

    bool is_tail(std::string_view line) { return any(CleanRules::gate_tail, rules_.tail, line); }
    bool is_furniture(std::string_view line) {
        return any(CleanRules::gate_furniture, rules_.furniture, line);
    }
    // Where its credit begins; its size where it has none.
    std::size_t credit(std::string_view line) {
        Groups groups;
        for (const Gate::Candidate& candidate : candidates(CleanRules::gate_credit, line))
            if (rules_.credit[static_cast<std::size_t>(candidate.index)].search(
                    line, 0, line.size(), &groups) &&
                groups[0].end == line.size())
                line = line.substr(0, groups[0].begin);
        return line.size();
    }

  private:
    const std::vector<Gate::Candidate>& candidates(CleanRules::Group group, std::string_view line) {
        rules_.gate.candidates(group, line, sight_, candidates_);
        return candidates_;
    }
    bool any(CleanRules::Group group, const std::vector<Regex>& regexes, std::string_view line) {
        const std::vector<Gate::Candidate>& some = candidates(group, line);
        return std::any_of(some.begin(), some.end(), [&](const Gate::Candidate& candidate) {
            return regexes[static_cast<std::size_t>(candidate.index)].search(line);
        });
    }

    const CleanRules& rules_;
    Sight sight_;
    std::vector<Gate::Candidate> candidates_;
};

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
    LineMatcher matcher(rules);
    for (Span s : spans) {
        std::string_view line = text.substr(s.begin, s.end - s.begin);
        if (matcher.is_tail(line)) break;
        if (line == title || times[line] >= repeated || matcher.is_furniture(line)) continue;
        s.end = s.begin + matcher.credit(line);
        while (s.end > s.begin && text[s.end - 1] == ' ') --s.end;
        if (s.begin < s.end) lines.push_back({s});
    }
    return lines;
}

}  // namespace

void CleanRules::prepare() {
    gate = Gate(true);
    for (const auto* regexes : {&furniture, &tail, &credit}) {
        std::vector<Gate::Pattern> patterns;
        for (const Regex& regex : *regexes) patterns.push_back({regex, {}});
        gate.add(std::move(patterns));
    }
}

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
