// Who watches a document being read: `explain` learns its reasons this way. Where nobody does, and
// that is the normal way, nothing here is called or built.
#pragma once

#include <string>
#include <vector>

#include "extract/masked.h"

namespace entente::rules {
struct Phrase;
}

namespace entente::extract {

class FrameMatch;
struct Statement;

// What filled a slot or group of a rule. Places are in the normalised field.
struct Part {
    std::string name;
    std::vector<Ref> members;  // empty where it took text
    Span place;                // empty where the sentence does not say it
};

// The words that decided something, and the rule that knows them; empty where there are none.
struct Cue {
    std::string rule;
    Span place;
    Span rest;  // where they stand in two places; empty else
};

// What a statement rests on.
struct Account {
    std::vector<Part> parts;
    Cue status, source;
};

// What becomes of a statement.
enum class Fate { evidence, repeated, same_entity, refused_types, known_otherwise };

class Trace {
  public:
    virtual ~Trace() = default;

    virtual void begin(const Reading& reading) = 0;  // mentions are settled
    // The sentence as the next rules see it: tidied, folded, linked, ready for frames.
    virtual void see(const Sentence& sentence, const Masked& masked) = 0;
    // A phrase has put its head in the place of `whole`.
    virtual void contracted(const Sentence& sentence, const rules::Phrase& rule, Span whole,
                            const Item& head) = 0;
    // Nobody is known whose office the person holds.
    virtual void office_open(const Sentence& sentence, const rules::Phrase& rule, const Ref& person,
                             Span trigger) = 0;
    // A frame at one of its triggers, with or without all of its slots filled.
    virtual void tried(const Sentence& sentence, const Masked& masked, const FrameMatch& match) = 0;
    virtual void settled(const Statement& statement, Fate fate) = 0;
    virtual void end() = 0;  // nothing that was handed over is kept beyond this call
};

}  // namespace entente::extract
