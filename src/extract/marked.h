// Texts in the gold notation: [[surface|id]], [[surface|person:x:Official]], [[surface|=3e10 KRW]],
// [[surface|@2025-12-02]], and in examples of patterns [[surface|Type]].
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/extraction.h"
#include "entente/ontology.h"
#include "extract/extractor.h"

namespace entente::extract {

struct Marked {
    std::string text;          // without marks
    std::vector<Given> marks;  // by place; a type as target gives `type` alone
};

// Throws Error on a mark that is empty or not closed, and on one whose target says no type of the
// ontology.
Marked parse_marked(std::string_view marked, const Ontology& ontology);

// Money, a date, a quantity, a share: a mark of no entity.
bool is_value(const Given& mark);

// "type | from | to | key=value; key=value" as a claim (amounts in currency units). Throws Error.
Claim parse_claim(std::string_view line, const Ontology& ontology);

inline constexpr const char* attribute_names[] = {"status", "amount", "date",  "source",
                                                  "role",   "item",   "stake", "rate"};
// One of them as parse_claim reads it; empty where the claim has none, and for "asserted".
std::string attribute_of(const Claim& claim, std::string_view attribute);
// A claim as parse_claim reads it.
std::string claim_line(const Claim& claim);

// Is what `wanted` states (ends and given attributes) what `found` says? Symmetric ones either way.
bool states(const Claim& found, const Claim& wanted, const Ontology& ontology);

}  // namespace entente::extract
