// What a pattern cannot match without: literals read off its syntax, before anything is compiled.
// After the prefilter of RE2 (re2/prefilter.h), for patterns that are compiled late.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::text {

// One of these strings must stand in the text.
using AnyOf = std::vector<std::string>;

// All of these must hold, in the order of a match.
using Needs = std::vector<AnyOf>;

// One of these must hold for the pattern to match: what it demands in each of its ways, few in
// all. Never empty; a way that demands nothing lets any text through. With `fold_case` the strings
// are in small letters and meant for a text in small letters. Reads the syntax that rules use; of
// what it does not know it demands nothing. Demanded are masks (single bytes below U+0020), digits,
// and strings of two bytes and more.
std::vector<Needs> needs_of(std::string_view pattern, bool fold_case);

}  // namespace entente::text
