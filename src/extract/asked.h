// From what a person asked for to an entity that the document mentions.
#pragma once

#include <string>

#include "entente/explain.h"
#include "extract/reading.h"

namespace entente::extract {

struct Asked {
    std::string entity;  // id; empty where the name is no mention
    Miss miss;           // why it is none
};

// By id, by the names of a mentioned entity, by a name of the gazetteer, or as the text writes it;
// ASCII letters in either case.
Asked find_asked(const Reading& reading, const std::string& asked);

}  // namespace entente::extract
