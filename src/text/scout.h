// Where in a text a match of a pattern may stand. The pattern is walked as it is written, by
// backtracking: what costs an automaton new states in almost every sentence costs a scout a few
// steps, since most patterns fail at once wherever they are tried.
#pragma once

#include "text/regex.h"
#include "text/scout_program.h"

namespace entente::text {

// Immutable; threads share it.
class Scout {
  public:
    Scout(std::string_view pattern, bool fold_case, Reads reads)
        : program_(build_scout(pattern, fold_case, reads)) {}

    // What is left of the steps that one question may cost. Where they are spent, a scout says "may
    // match" without having looked.
    struct Effort {
        std::int64_t steps;
        explicit Effort(std::size_t bytes) : steps(static_cast<std::int64_t>(bytes) * 24 + 2000) {}
        bool spent() const { return steps < 0; }
    };

    // Where a match is asked for: in text[from..to), with its begin at `begin_by` at the latest.
    struct Reach {
        std::size_t from, to, begin_by;
    };
    // Where the first match may stand: no match begins before `begin`, none that begins there ends
    // behind `end`. Not `matched` where there is none.
    Span next(std::string_view text, Reach reach, Effort& effort) const;
    // The same for a match that begins exactly at `from`.
    Span at(std::string_view text, std::size_t from, std::size_t to) const;

  private:
    ScoutProgram program_;
};

}  // namespace entente::text
