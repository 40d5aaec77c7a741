// Days since 1970 and back: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
#include "text/dates.h"

#include <algorithm>
#include <chrono>

namespace entente::text {

namespace {

std::chrono::year_month_day ymd(const Day& d) {
    return std::chrono::year(d.year) / std::chrono::month(static_cast<unsigned>(d.month)) /
           std::chrono::day(static_cast<unsigned>(d.day));
}

Day from(const std::chrono::year_month_day& d) {
    return {static_cast<int>(d.year()), static_cast<int>(static_cast<unsigned>(d.month())),
            static_cast<int>(static_cast<unsigned>(d.day()))};
}

void put(std::string& out, int number, int width) {
    std::string digits = std::to_string(number);
    out.append(static_cast<std::size_t>(std::max(0, width - static_cast<int>(digits.size()))), '0');
    out += digits;
}

}  // namespace

std::optional<Day> parse_day(std::string_view iso) {
    auto digits = [&](std::size_t at, std::size_t count) {
        int value = 0;
        for (std::size_t i = at; i < at + count; ++i) {
            if (i >= iso.size() || iso[i] < '0' || iso[i] > '9') return -1;
            value = value * 10 + (iso[i] - '0');
        }
        return value;
    };
    Day day;
    day.year = digits(0, 4);
    if (day.year < 0) return std::nullopt;
    if (iso.size() >= 7 && iso[4] == '-') day.month = digits(5, 2);
    if (iso.size() >= 10 && iso[7] == '-') day.day = digits(8, 2);
    if (day.month < 0 || day.day < 0 || !is_valid(day)) return std::nullopt;
    return day;
}

std::string to_iso(const Day& day) {
    std::string out;
    put(out, day.year, 4);
    if (day.month) put(out += '-', day.month, 2);
    if (day.month && day.day) put(out += '-', day.day, 2);
    return out;
}

bool is_valid(const Day& d) {
    if (d.year < 1 || d.year > 9999 || d.month < 0 || d.month > 12 || d.day < 0 || d.day > 31)
        return false;
    if (d.month == 0) return d.day == 0;
    return d.day == 0 || ymd(d).ok();
}

Day add_days(Day day, int days) {
    return from(std::chrono::sys_days(ymd(day)) + std::chrono::days(days));
}

Day add_months(Day day, int months) {
    int index = day.year * 12 + day.month - 1 + months;
    Day moved{index / 12, index % 12 + 1, day.day};
    while (moved.day > 28 && !ymd(moved).ok()) --moved.day;
    return moved;
}

int weekday(const Day& day) {
    return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(ymd(day))).iso_encoding()) -
           1;
}

}  // namespace entente::text
