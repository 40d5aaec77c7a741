// What of a page is article: furniture out, stories apart.
#pragma once

#include <string_view>
#include <vector>

#include "entente/extraction.h"
#include "text/gate.h"

namespace entente::text {

// Patterns of one language, matched against whole lines.
struct CleanRules {
    std::vector<Regex> furniture;  // the line is no text
    std::vector<Regex> tail;       // the line and all behind it are no text
    std::vector<Regex> credit;     // the matched end of a line is no text (photo credits)

    // To be called once they are all there, before `clean`.
    void prepare();

    enum Group { gate_furniture, gate_tail, gate_credit };
    Gate gate;
};

struct Line {
    Span span;  // in the normalised text, credit cut off
    bool heading = false;
    std::size_t story = 0;  // number of the story it belongs to
};

// Lines of the body that state something, in order. A line that repeats the title, or stands
// three times and more, is furniture. A heading opens a story where the page has several.
std::vector<Line> clean(std::string_view text, std::string_view title, const CleanRules& rules);

}  // namespace entente::text
