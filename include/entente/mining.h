// What rules do not read yet: pairs of known entities in one sentence without a claim.
#pragma once

#include <string>
#include <vector>

#include "entente/document.h"
#include "entente/extraction.h"
#include "entente/rule_pack.h"

namespace entente {

// Two neighbouring mentions between which some relation of the ontology could hold.
struct UnreadPair {
    // As rules see it, lists folded: the words between them and, in Korean, the next two behind,
    // with "A", "B" for the two, types in braces for other mentions, "0" for any number, "(…)" for
    // any bracket and "…" for the middle of many words: "A가 B에 {Money}를 투자하기로".
    std::string words;
    std::string lang;
    std::string a_type, b_type;  // of A and B
    std::string a, b;            // their ids
    Field field = Field::text;
    Span sentence;  // bytes of the document's field
};

// In the order of the text. Pairs that the document states anything of, and pairs with no word
// between them but those of a list or in brackets, are left out.
std::vector<UnreadPair> unread_pairs(const RulePack& pack, const Document& document);

}  // namespace entente
