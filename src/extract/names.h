// Step 4: names of the gazetteer, with what may stand before and behind a name.
#pragma once

#include "extract/reading.h"

namespace entente::extract {

// Adds a mention for every name of the gazetteer in the article's lines, and the states of Korean
// compounds ("한미일", "미·중"). Ambiguous names and names that need a context are settled by
// story.
void find_names(Reading& reading);

// May a name stand at [begin, end) of this text? Looks at the characters before and behind and, in
// Korean, at particles and glued words.
bool stands_free(const rules::Language& language, std::string_view text, std::size_t begin,
                 std::size_t end);

// May a name or word end at `end`, by what stands behind it?
bool ends_word(const rules::Language& language, std::string_view text, std::size_t end);

// Is a name somebody else's, by the word before it ("Barron Trump")? Not told: whether that word is
// itself a name or a title, and whether the name is a surname.
bool behind_given_name(const rules::Language& language, std::string_view text, std::size_t begin);
// Does a word for an office or a job end there?
bool ends_title(const Reading& reading, Field field, std::size_t end);

// Notes the entity of a gazetteer entry among the reading's entities.
void note_entity(Reading& reading, const rules::GazetteerEntity& entity);

}  // namespace entente::extract
