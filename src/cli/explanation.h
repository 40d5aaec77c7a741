// Why two entities are, or are not, joined: for people, and as JSON.
#pragma once

#include <string>

#include "entente/document.h"
#include "entente/explain.h"

namespace entente::cli {

std::string explanation_text(const Document& document, const Explanation& explanation);

// One line without its end.
std::string explanation_json(const Document& document, const Explanation& explanation);

// Does any sentence state a relation?
bool states(const Explanation& explanation);

}  // namespace entente::cli
