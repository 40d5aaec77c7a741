// Days in the ways in which articles are dated.
#include "input/day.h"

#include <gtest/gtest.h>

namespace entente::input {
namespace {

TEST(FindDay, Table) {
    const char* const rows[][2] = {
        {"2025-12-04", "2025-12-04"},
        {"2025-12-04 05:00:22", "2025-12-04"},
        {"2025-12-04T05:00:22+09:00", "2025-12-04"},
        {"입력 2025.12.04. 오전 6:10", "2025-12-04"},
        {"입력 2025. 12. 4.", "2025-12-04"},
        {"2025/12/4", "2025-12-04"},
        {"2025년 12월 4일", "2025-12-04"},
        {"2025년12월4일 (목)", "2025-12-04"},
        {"Dec. 4, 2025", "2025-12-04"},
        {"December 4th, 2025", "2025-12-04"},
        {"Published: SEPT 14, 2026, 9:20 a.m.", "2026-09-14"},
        {"4 December 2025", "2025-12-04"},
        {"Thu, 04 Dec 2025 05:00:22 +0900", "2025-12-04"},
        {"2025-13-04, then 2024-02-29", "2024-02-29"},
        {"updated 5 May 2024, published 2024-05-01", "2024-05-05"},
        {"2023-02-29", ""},
        {"2025-12", ""},
        {"20251204", ""},
        {"12025-12-041", ""},
        {"Decimal 4, 2025", ""},
        {"no day", ""},
        {"", ""},
    };
    for (const auto& row : rows) EXPECT_EQ(find_day(row[0]).iso, row[1]) << row[0];
}

TEST(FindDay, TellsItsPlace) {
    const std::string text = "입력 2025-12-04 05:00";
    const FoundDay day = find_day(text);
    EXPECT_EQ(text.substr(day.begin, day.end - day.begin), "2025-12-04");
    EXPECT_EQ(find_day(text, day.end).iso, "");
}

}  // namespace
}  // namespace entente::input
