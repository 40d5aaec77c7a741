// Splitting lines into sentences, Korean and English, with quotations kept whole.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/extraction.h"

namespace entente::text {

// A sentence longer than this is cut at a space: rules never see more, work stays linear.
inline constexpr std::size_t max_sentence = 3000;  // bytes

// Words of a language that tell whether a full stop ends a sentence.
struct SentenceWords {
    std::vector<std::string> abbreviations;  // "Mr", "Inc": behind them it does not,
    std::vector<std::string> openers;        // "The", "It": but before these it does
};

// Sentences of text[line.begin, line.end), in order, without surrounding spaces. A full stop ends
// one unless it stands behind an abbreviation or a single capital (and no opener follows), within a
// number, before a small letter, or inside a quotation that ends in the same line.
std::vector<Span> split_sentences(std::string_view text, Span line, const SentenceWords& words);

// Lines of the text without surrounding spaces; empty ones are left out.
std::vector<Span> split_lines(std::string_view text);

}  // namespace entente::text
