// Step 9: statements become claims, one a relation, the clearest statement first.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "extract/masked.h"
#include "extract/reading.h"
#include "extract/trace.h"

namespace entente::extract {

// One place where the document says one relation.
struct Statement {
    std::string relation;
    Ref from, to;
    std::string status = "asserted";
    std::optional<Amount> amount;
    std::string date, source, role, item, stake, rate;
    bool clause = false;  // by a verb and its arguments, not by a noun phrase
    std::string rule;
    Span trigger;  // in the normalised field
    const Sentence* sentence = nullptr;
    std::shared_ptr<const Account> account;  // only where the reading is watched
};

// Claims of all statements whose ends the ontology allows, with spans in the user's bytes, sorted
// by (type, from, to). A statement in the body is clearer than one in a headline, a named end
// clearer than a linked one, a clause clearer than a noun phrase, one with an amount clearer than
// one without; then the earlier.
std::vector<Claim> make_claims(const Reading& reading, std::vector<Statement> statements);

}  // namespace entente::extract
