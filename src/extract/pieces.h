// The notation of a phrase, taken apart: what it is made of, and the words it cannot do without.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/needs.h"

namespace entente::extract {

// Pieces that follow each other: characters, classes, groups and {mentions}, with their repeats.
using Pieces = std::vector<std::string>;

// Where the atom that begins at `at` ends, without its repeat.
std::size_t end_of_atom(std::string_view notation, std::size_t at);

// Empty where the notation is a choice on top.
Pieces pieces_of(std::string_view notation);
std::string joined(const Pieces& pieces, std::size_t begin, std::size_t end);
// The piece that holds the named end; their number where none does.
std::size_t find_end(const Pieces& pieces, const std::string& name);

// Demands one by one: a text that has no choice demands each of its words.
std::vector<text::AnyOf> words_of(const text::AnyOf& any);
// Do all words of `demand` stand in the text, wherever? An English one begins where a word begins.
bool has_words(std::string_view text, std::string_view demand);

// Does `at` stand inside a word?
bool in_word(std::string_view text, std::size_t at);

}  // namespace entente::extract
