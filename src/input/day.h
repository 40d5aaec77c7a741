// Days as people and machines write them in front of articles.
#pragma once

#include <string>
#include <string_view>

namespace entente::input {

struct FoundDay {
    std::string iso;        // "2025-12-04"; empty where there is none
    std::size_t begin = 0;  // bytes of the text that say so
    std::size_t end = 0;
};

// The first full day (year, month and day) that stands in `text` at or behind `from`:
// 2025-12-04, 2025.12.04, 2025/12/4, 2025년 12월 4일, "Dec. 4, 2025", "4 December 2025".
FoundDay find_day(std::string_view text, std::size_t from = 0);

}  // namespace entente::input
