// Step 8g: status and attribution, from cue words near the claim's own trigger.
#pragma once

#include <string>
#include <vector>

#include "extract/claims.h"
#include "extract/masked.h"

namespace entente::extract {

// A quotation in the masked text, without its marks.
std::vector<Span> find_quotes(std::string_view text);
// The quotation that holds `at`; null where none does.
const Span* quote_at(const std::vector<Span>& quotes, std::size_t at);

// Where a statement's words stand in the masked text.
struct Scope {
    Span window;  // clause, sentence or quotation that the trigger stands in
    Span trigger;
    std::size_t subject_end;  // end of the subject before the trigger, else the window's begin
};

// The status that the first fitting cue gives; `otherwise` where none fits. `found`, where not
// null, takes that cue.
std::string status_of(const Masked& masked, const Scope& scope, const Reading& reading,
                      const std::string& otherwise, Cue* found = nullptr);

// Who is quoted in this sentence, and for which part of the masked text.
struct Source {
    Ref ref;
    std::string entity;
    Span said;
    Cue cue;  // with the words that name the speaker
};
std::vector<Source> find_sources(const Masked& masked, const Reading& reading);

}  // namespace entente::extract
