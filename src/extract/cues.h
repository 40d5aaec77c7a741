// Step 8g: status and attribution, from cue words near the claim's own trigger.
#pragma once

#include <string>
#include <vector>

#include "extract/claims.h"
#include "extract/masked.h"

namespace entente::extract {

// Quotations in the masked text, without their marks.
std::vector<Span> find_quotes(std::string_view text);

// Clauses within the sentence that say something else of a noun ("A, which B bought, ..."); what
// stands inside of one is of no concern outside, nor the other way round.
std::vector<Span> find_asides(std::string_view text, const rules::Language& language);
// The quotation or aside that holds `at`; null where none does.
const Span* span_at(const std::vector<Span>& spans, std::size_t at);

// Where a statement's words stand in the masked text.
struct Scope {
    Span window;  // clause, sentence or quotation that the trigger stands in
    Span trigger;
    std::size_t subject_end;  // end of the subject before the trigger, else the window's begin
};

// The status that the first fitting cue gives a statement of `relation`; `otherwise` where none
// fits. `found`, where not null, takes that cue.
std::string status_of(const Masked& masked, const Scope& scope, const Reading& reading,
                      const std::string& relation, const std::string& otherwise,
                      Cue* found = nullptr);
// The status that a cue gives what a phrase states at `match`; empty where none fits. What befalls
// a deed ("the purchase of B collapsed") is told behind it; what befalls the ends of another phrase
// is none of the relation's.
std::string status_of_phrase(const Masked& masked, Span match, bool deed, const Reading& reading,
                             const std::string& relation, Cue* found = nullptr);

// Who is quoted in this sentence, and for which part of the masked text.
struct Source {
    Ref ref;
    std::string entity;
    std::vector<std::string> speakers;  // where several speak as one: all of them
    Span said;
    Cue cue;  // with the words that name the speaker
};
std::vector<Source> find_sources(const Masked& masked, const Reading& reading);

}  // namespace entente::extract
