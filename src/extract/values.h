// Numbers, money and dates from the groups of a pattern.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rules/language.h"
#include "rules/rule.h"

namespace entente::extract {

// "2조3000억", "1,500", "6.6 billion", "two": the sum of number times scale. Empty where it is
// none.
std::optional<double> parse_number(std::string_view text, const rules::ValueWords& words);

// The date that a match of a date pattern means, given the document's date (ISO 8601; may be
// empty). Groups: year, month, day, weekday, n (how many units of the shift). Empty where unknown.
std::string resolve_date(const rules::Pattern& pattern, std::string_view text,
                         const text::Groups& groups, const rules::ValueWords& words,
                         std::string_view document_date);

}  // namespace entente::extract
