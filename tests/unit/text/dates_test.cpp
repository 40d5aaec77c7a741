// Calendar arithmetic.
#include "text/dates.h"

#include <gtest/gtest.h>

namespace entente::text {
namespace {

TEST(Dates, ParseAndPrint) {
    const struct {
        const char* iso;
        const char* back;  // null: refused
    } rows[] = {
        {"2025-12-04", "2025-12-04"},
        {"2025-12-04T10:00:00Z", "2025-12-04"},
        {"2025-12", "2025-12"},
        {"2025", "2025"},
        {"0800-01-01", "0800-01-01"},
        {"2024-02-29", "2024-02-29"},
        {"2025-02-29", nullptr},
        {"2025-13-01", nullptr},
        {"2025-00-10", nullptr},
        {"2025-1x-10", nullptr},
        {"0000", nullptr},
        {"", nullptr},
        {"today", nullptr},
    };
    for (const auto& row : rows) {
        const std::optional<Day> day = parse_day(row.iso);
        EXPECT_EQ(day.has_value(), row.back != nullptr) << row.iso;
        if (day && row.back) {
            EXPECT_EQ(to_iso(*day), row.back);
        }
    }
}

TEST(Dates, Validity) {
    EXPECT_TRUE(is_valid({2025, 12, 31}));
    EXPECT_TRUE(is_valid({2025, 12, 0}));
    EXPECT_TRUE(is_valid({2025, 0, 0}));
    for (const Day& day : {Day{2025, 0, 1}, Day{2025, 4, 31}, Day{2025, 1, -1}, Day{10000, 1, 1},
                           Day{2025, 1, 257}, Day{2025, -1, 1}})
        EXPECT_FALSE(is_valid(day)) << to_iso(day);
}

TEST(Dates, Arithmetic) {
    EXPECT_EQ(to_iso(add_days({2025, 12, 31}, 1)), "2026-01-01");
    EXPECT_EQ(to_iso(add_days({2024, 3, 1}, -1)), "2024-02-29");
    EXPECT_EQ(to_iso(add_months({2025, 1, 31}, 1)), "2025-02-28");
    EXPECT_EQ(to_iso(add_months({2025, 1, 15}, -1)), "2024-12-15");
    EXPECT_EQ(to_iso(add_months({2025, 11, 0}, 14)), "2027-01");
    EXPECT_EQ(weekday({2026, 1, 15}), 3);
    EXPECT_EQ(weekday({2026, 1, 12}), 0);
    EXPECT_EQ(weekday({2026, 1, 18}), 6);
}

}  // namespace
}  // namespace entente::text
