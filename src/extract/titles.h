// Words for offices and jobs: "deputy foreign minister for trade", "국방부장관"'s 장관.
#pragma once

#include <string_view>
#include <vector>

#include "extract/reading.h"

namespace entente::extract {

// Titles of a sentence, by place, longest at each. In Korean a title may be the end of a longer
// word; in English it takes the modifiers before its head and the field behind it along.
std::vector<Title> find_titles(const rules::Language& language, std::string_view text,
                               Span sentence);

}  // namespace entente::extract
