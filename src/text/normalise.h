// A copy of the text that rules can rely on, with a map back to the user's bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/extraction.h"

namespace entente::text {

struct Normalised {
    std::string text;
    std::vector<std::uint32_t>
        origin;  // byte in the original, per byte of `text`, and one for the end

    // A span of `text` as a span of the original.
    Span original(Span span) const;
};

// NFC; full-width forms narrow; spaces of all kinds one space (lines stay); quotes straight;
// zero-width and control characters gone; private-use characters and broken bytes U+FFFD.
// Linear; the input may be up to 4 GiB.
Normalised normalise(std::string_view original);

// The text alone, for names: quicker where there is little to do.
std::string normal_form(std::string_view original);

}  // namespace entente::text
