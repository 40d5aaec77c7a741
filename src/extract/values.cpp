// Reading values. Words for scales, months and weekdays are data of the language.
#include "extract/values.h"

#include <charconv>
#include <cmath>

#include "text/dates.h"
#include "text/utf8.h"

namespace entente::extract {

using rules::DateShift;
using text::Day;

namespace {

std::string trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text::lower_ascii(text);
}

// Takes a plain number ("1,234.5") from the front.
std::optional<double> take_number(std::string& text) {
    std::string digits;
    std::size_t used = 0;
    for (; used < text.size(); ++used) {
        const char c = text[used];
        if ((c >= '0' && c <= '9') || c == '.')
            digits += c;
        else if (c != ',')
            break;
    }
    double value = 0;
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || error != std::errc()) return std::nullopt;
    text.erase(0, used);
    return value;
}

template <typename Map>
const typename Map::mapped_type* longest_word(const Map& map, std::string_view text,
                                              std::size_t& size) {
    const typename Map::mapped_type* best = nullptr;
    size = 0;
    for (const auto& [word, value] : map)
        if (word.size() > size && text.starts_with(word)) {
            best = &value;
            size = word.size();
        }
    return best;
}

// A number from its words: what stands before a large scale is multiplied as a whole, as in
// "4천120억", "1조 2천3백억", "three hundred thousand".
class NumberBuilder {
  public:
    void add(double digits) {
        section_ += digits_;
        digits_ = digits;
        any_ = pending_ = true;
    }

    void scale(double s) {
        const double one = pending_ ? digits_ : 1;
        if (s >= large) {
            sum_ += (section_ > 0 ? section_ + digits_ : one) * s;
            section_ = last_ = 0;
        } else if (!pending_ && last_ > 0 && s > last_) {
            section_ *= s;
            last_ = s;
        } else {
            section_ += one * s;
            last_ = s;
        }
        digits_ = 0;
        pending_ = false;
        any_ = true;
    }

    std::optional<double> value() const {
        return any_ ? std::optional(sum_ + section_ + digits_) : std::nullopt;
    }

  private:
    static constexpr double large = 1e4;
    double sum_ = 0, section_ = 0, last_ = 0;  // last_: the last small scale of the section
    double digits_ = 0;                        // not yet in the section, if pending_
    bool pending_ = false, any_ = false;
};

}  // namespace

std::optional<double> parse_number(std::string_view given, const rules::ValueWords& words) {
    std::string text = trimmed(given);
    NumberBuilder number;
    while (!text.empty()) {
        std::size_t size = 0;
        if (const auto digits = take_number(text)) {
            number.add(*digits);
        } else if (const double* word = longest_word(words.numbers, text, size)) {
            number.add(*word);
            text.erase(0, size);
        } else if (const double* scale = longest_word(words.scales, text, size)) {
            number.scale(*scale);
            text.erase(0, size);
        } else {
            break;
        }
        while (!text.empty() && (text.front() == ' ' || text.front() == '-')) text.erase(0, 1);
    }
    return number.value();
}

namespace {

class DateReader {
  public:
    DateReader(const rules::Pattern& pattern, std::string_view text, const text::Groups& groups,
               const rules::ValueWords& words)
        : pattern_(pattern), text_(text), groups_(groups), words_(words) {}

    std::optional<Day> read(std::string_view document_date) {
        std::optional<Day> base = text::parse_day(document_date);
        const bool dated = base && base->day > 0;
        year_ = number("year");
        if (year_ && *year_ < 100) *year_ += 2000;
        month_ = word("month", words_.months);
        day_ = number("day");
        if (!dated) return year_ ? absolute() : std::nullopt;
        if (auto weekday = word("weekday", words_.weekdays)) return near_weekday(*base, *weekday);
        Day day = moved(*base);
        if (pattern_.shift.unit || year_) return on_parts(day);
        return pattern_.shift.which.empty() ? nearest(*base) : beside(*base);
    }

  private:
    std::string group(std::string_view name) const {
        int index = pattern_.regex.group(name);
        if (index < 0 || !text::matched(groups_[static_cast<std::size_t>(index)])) return {};
        const Span& s = groups_[static_cast<std::size_t>(index)];
        return trimmed(text_.substr(s.begin, s.end - s.begin));
    }

    std::optional<int> number(std::string_view name) const {
        std::string text = group(name);
        if (text.empty()) return std::nullopt;
        std::optional<double> value = parse_number(text, words_);
        if (!value || *value > 100000) return std::nullopt;
        return static_cast<int>(*value);
    }

    std::optional<int> word(std::string_view name,
                            const std::map<std::string, double, std::less<>>& map) const {
        std::string text = group(name);
        if (text.empty()) return std::nullopt;
        std::size_t size = 0;
        const double* value = longest_word(map, text, size);  // before numbers: "a" begins "april"
        return value ? std::optional(static_cast<int>(*value)) : number(name);
    }

    std::optional<Day> absolute() const {
        Day day{*year_, month_.value_or(0), month_ ? day_.value_or(0) : 0};
        return text::is_valid(day) ? std::optional(day) : std::nullopt;
    }

    Day moved(Day base) const {
        const DateShift& shift = pattern_.shift;
        const int steps = shift.amount * number("n").value_or(1);
        if (std::abs(steps) > 20000) return base;
        switch (shift.unit) {
            case 'y':
                return text::add_months(base, 12 * steps);
            case 'm':
                return text::add_months(base, steps);
            case 'w':
                return text::add_days(base, 7 * steps);
            case 'd':
                return text::add_days(base, steps);
        }
        return base;
    }

    // The shifted date with the parts that the text gives in their place.
    std::optional<Day> on_parts(Day day) const {
        const char precision = pattern_.shift.precision;
        if (year_) day.year = *year_;
        if (month_) day.month = *month_;
        if (day_) day.day = *day_;
        const bool wants_day = day_ || (precision == 'd' && !year_ && !month_);
        const bool wants_month = month_ || day_ || (precision != 'y' && !year_);
        if (!wants_day) day.day = 0;
        if (!wants_month) day.month = day.day = 0;
        return text::is_valid(day) ? std::optional(day) : std::nullopt;
    }

    // A day or month without year: news means the near past, or the near future.
    std::optional<Day> nearest(Day base) const {
        Day day = base;
        if (month_) {
            day = {base.year, *month_, day_.value_or(0)};
            const int ahead = day.month - base.month;
            if (ahead > 4) --day.year;
            if (ahead < -9) ++day.year;
        } else if (day_) {
            if (*day_ > base.day + 15) day = text::add_months(Day{base.year, base.month, 1}, -1);
            day.day = *day_;
        } else if (pattern_.shift.precision != 'd') {
            day.day = 0;
            if (pattern_.shift.precision == 'y') day.month = 0;
        }
        return text::is_valid(day) ? std::optional(day) : std::nullopt;
    }

    // The next or the last of a day or month without year, seen from `base`.
    std::optional<Day> beside(Day base) const {
        const int step = pattern_.shift.which == "next" ? 1 : -1;
        Day day{base.year, month_.value_or(base.month), day_.value_or(0)};
        const int months = day.month - base.month;
        const int days = day_ && months == 0 ? day.day - base.day : 0;
        const bool wrong_side = step * months < 0 || step * days < 0;
        if (wrong_side && month_) day.year += step;
        if (wrong_side && !month_) {
            const Day first = text::add_months({base.year, base.month, 1}, step);
            day = {first.year, first.month, day.day};
        }
        return text::is_valid(day) ? std::optional(day) : std::nullopt;
    }

    std::optional<Day> near_weekday(Day base, int wanted) const {
        int back = (text::weekday(base) - wanted + 7) % 7;
        if (pattern_.shift.which == "next") return text::add_days(base, back == 0 ? 7 : 7 - back);
        if (pattern_.shift.which == "last" && back == 0) back = 7;
        return text::add_days(base, -back);
    }

    const rules::Pattern& pattern_;
    std::string_view text_;
    const text::Groups& groups_;
    const rules::ValueWords& words_;
    std::optional<int> year_, month_, day_;
};

}  // namespace

std::string resolve_date(const rules::Pattern& pattern, std::string_view text,
                         const text::Groups& groups, const rules::ValueWords& words,
                         std::string_view document_date) {
    std::optional<Day> day = DateReader(pattern, text, groups, words).read(document_date);
    return day ? text::to_iso(*day) : std::string();
}

}  // namespace entente::extract
