// One pattern a way of writing; the leftmost valid day wins.
#include "input/day.h"

#include <array>
#include <charconv>

#include "text/dates.h"
#include "text/regex.h"
#include "text/utf8.h"

namespace entente::input {

namespace {

const std::array<text::Regex, 4>& day_patterns() {
    static const std::string month =
        "(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
        "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    static const std::string year = R"((?P<y>(?:19|20)\d\d))";
    static const std::string number = R"((?P<d>\d{1,2}))";
    static const std::string no_digit_before = "(?:^|[^0-9])";
    static const std::string no_digit_behind = "(?:$|[^0-9])";
    static const std::array<text::Regex, 4> patterns = {
        text::Regex(no_digit_before + "(?P<day>" + year + R"((?:-|\.\s?|/)(?P<m>\d{1,2}))" +
                    R"((?:-|\.\s?|/))" + number + ")" + no_digit_behind),
        text::Regex(no_digit_before + "(?P<day>" + year + R"(년\s*(?P<m>\d{1,2})월\s*)" + number +
                    "일)"),
        text::Regex("(?:^|[^a-z])(?P<day>" + month + R"(\.?\s+)" + number +
                        R"((?:st|nd|rd|th)?,?\s+)" + year + ")" + no_digit_behind,
                    true),
        text::Regex(no_digit_before + "(?P<day>" + number + R"((?:st|nd|rd|th)?\s+)" + month +
                        R"(\.?,?\s+)" + year + ")" + no_digit_behind,
                    true),
    };
    return patterns;
}

int month_of(std::string_view name) {
    constexpr std::string_view months = "janfebmaraprmayjunjulaugsepoctnovdec";
    return static_cast<int>(months.find(text::lower_ascii(name.substr(0, 3))) / 3) + 1;
}

int to_int(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

FoundDay search(const text::Regex& pattern, std::string_view text, std::size_t from) {
    text::Groups groups;
    while (pattern.search(text, from, text.size(), &groups)) {
        auto group = [&](std::string_view name) {
            const Span span = groups[static_cast<std::size_t>(pattern.group(name))];
            return text.substr(span.begin, span.end - span.begin);
        };
        const int month = pattern.group("m") >= 0 ? to_int(group("m")) : month_of(group("name"));
        const text::Day day{to_int(group("y")), month, to_int(group("d"))};
        const Span span = groups[static_cast<std::size_t>(pattern.group("day"))];
        if (day.month > 0 && day.day > 0 && text::is_valid(day))
            return {text::to_iso(day), span.begin, span.end};
        from = span.end;
    }
    return {};
}

}  // namespace

FoundDay find_day(std::string_view text, std::size_t from) {
    FoundDay first;
    for (const text::Regex& pattern : day_patterns()) {
        FoundDay found = search(pattern, text, from);
        if (!found.iso.empty() && (first.iso.empty() || found.begin < first.begin))
            first = std::move(found);
    }
    return first;
}

}  // namespace entente::input
