// From what a person typed to one entity of the store.
#pragma once

#include <optional>
#include <string>

#include "entente/store.h"

namespace entente::cli {

// Where the name means several or none, says so on standard error, with candidates, and is empty.
std::optional<StoredEntity> find_entity(const Store& store, const std::string& name);

// The language to show names in: that of the question.
std::string language_of(const std::string& name);

}  // namespace entente::cli
