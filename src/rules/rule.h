// Rules of a pack, compiled: open-class patterns, phrases, frames.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/types.h"
#include "text/regex.h"

namespace entente::rules {

struct Example {
    std::string text;                 // in the gold notation
    std::vector<std::string> claims;  // "type | from | to | key=value; ..."; patterns have none
    std::size_t line = 0;
};

struct RuleBase {
    std::string id;
    std::string lang;
    std::string says;
    std::string file;
    std::size_t line = 0;
    std::vector<Example> yes, no, todo;
};

// How a date pattern moves from the document's date, and how precise the result is.
struct DateShift {
    int amount = 0;
    char unit = 0;         // y, m, w, d; 0: none
    char precision = 'd';  // y, m or d
    std::string which;     // of the days that fit: "next", "last"; empty: the nearest in news
};

// An open class: group `name` (or the whole match) is a mention of `type` (an entity type or a
// value type).
struct Pattern : RuleBase {
    TypeIndex type = 0;
    text::Regex regex;
    std::vector<std::string> needs;  // one of these must stand in the sentence; empty: any will do
    text::Regex refuse;              // a mention whose own text this matches is none
    DateShift shift;
    std::string currency;  // fixed by the pattern; empty: group `currency`
};

// A second claim from the same match.
struct Also {
    std::string relation;
    std::string from, to, role;  // names of groups
    std::string status;
};

struct Phrase : RuleBase {
    std::string relation;
    std::string notation;  // as the file writes it
    text::Regex regex;
    TypeMask from = 0, to = 0;  // types of the ends, for the gate
    std::string head;           // group that the match contracts to; empty: none
    std::string trigger;        // group; empty: the whole match
    std::string status;         // empty: by cue
    bool deed = false;          // it names what somebody does: what befalls it is its status
    TypeMask office = 0;     // kinds of holder where group `to` is missing ("Foreign minister X")
    bool again = false;      // that holder is first of all what the relation was last stated of
    std::string role;        // fixed role
    bool list_from = false;  // a folded end gives a claim for each of its members
    bool list_to = false;
    std::vector<Also> also;
};

// Where a frame's argument stands.
struct Slot {
    enum class Side { before, behind, next };  // next: directly behind the trigger's own ending
    std::string notation;                      // as the file writes it, without its side
    std::string name;  // from, to, pair, amount, date, item, role, stake, rate
    bool optional = false;
    Side side = Side::before;
    bool unsaid = false;             // not in the clause: the last mention of its types before it
    bool again = false;              // not in the clause: what the relation was last stated of
    std::vector<std::string> deeds;  // or: who was last stated to do one of these relations
    bool subject = false;            // may take the subject of an earlier clause, or the topic
    bool object = false;    // English: a bare mention behind the verb, subject of the passive
    TypeMask types = 0;     // of the mention; 0 where the slot takes text
    TypeMask actors = 0;    // who is of these types stands in this slot
    TypeMask acts_for = 0;  // for one of these: a person for whom it serves, a body
                            // for its state, a thing for its maker
    text::Regex regex;
    int group = 0;  // of the filler
};

struct Frame : RuleBase {
    std::string relation;
    std::string notation;  // of the trigger, as the file writes it
    text::Regex trigger;
    std::vector<Slot> slots;  // required ones first
    std::string status;       // empty: by cue
    std::string role;
    std::string majority;  // the relation instead where the stake is more than half; may be empty
    std::vector<TypeMask> needed;  // by required slots that no topic fills: for the gate
};

}  // namespace entente::rules
