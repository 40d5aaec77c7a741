// Reading one document, with or without marks that are given.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "entente/document.h"
#include "entente/extraction.h"
#include "rules/compiled.h"

namespace entente::extract {

class Trace;
struct Reading;

// A mention that is known beforehand: examples and measurements give theirs.
struct Given {
    Field field = Field::text;
    Span span;           // bytes of the document's own field
    std::string entity;  // id
    std::string type;
    double value = 0;  // of values
    std::string unit;
    std::string date;
};

// `given` null: mentions are found; else exactly these stand. `stating`, where not null, counts
// by rule what was stated, also where another rule had stated it before. `trace`, where not null,
// watches.
Extraction read(const CompiledPack& pack, const Document& document, const std::vector<Given>* given,
                std::map<std::string, std::size_t>* stating = nullptr, Trace* trace = nullptr);

// Reads without marks and hands over what was known in the end; does not call `look` on a document
// in neither language.
void read_and(const CompiledPack& pack, const Document& document,
              const std::function<void(const Reading&, const Extraction&)>& look);

// The sentences of the document as frames see them before folding: masked and tidied.
std::vector<std::string> masked_sentences(const CompiledPack& pack, const Document& document,
                                          const std::vector<Given>& given);

}  // namespace entente::extract
