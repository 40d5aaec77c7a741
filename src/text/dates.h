// Calendar arithmetic on ISO 8601 days, months and years. No clock, no time zone.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente::text {

struct Day {
    int year = 0;
    int month = 0;  // 1-12; 0 where only the year is known
    int day = 0;    // 1-31; 0 where it is not known
};

std::optional<Day> parse_day(std::string_view iso);  // "2025", "2025-12", "2025-12-04..."
std::string to_iso(const Day& day);                  // as precise as the day is
bool is_valid(const Day& day);

Day add_days(Day day, int days);      // needs a full day
Day add_months(Day day, int months);  // needs a month; the day is kept where the month has it
int weekday(const Day& day);          // 0 Monday .. 6 Sunday

}  // namespace entente::text
