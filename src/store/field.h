// The two fields of a document as the tables spell them.
#pragma once

#include <string_view>

#include "entente/extraction.h"

namespace entente {

inline std::string_view field_name(Field field) { return field == Field::title ? "title" : "text"; }

inline Field field_of(std::string_view name) {
    return name == "title" ? Field::title : Field::text;
}

}  // namespace entente
