// What the engine knows of a language: all of it data of rules/language/<lang>/.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "rules/expand.h"
#include "text/clean.h"
#include "text/regex.h"
#include "text/sentences.h"
#include "text/trie.h"

namespace entente::rules {

// Drops the group `drop` of each match from the masked sentence.
struct Tidy {
    std::string id;
    text::Regex regex;
    bool late = false;  // only once phrases have read what they can
};

// A cue that changes the status of a claim: looked for in the text behind the trigger, before it
// (back to the subject), around it (the whole sentence), or within a phrase.
struct StatusCue {
    enum class Side { behind, before, around, within };
    std::string id;
    std::string status;
    Side side = Side::behind;
    text::Regex regex;
    std::vector<std::string> except;  // relations that it says nothing of
};

// Who is quoted: the group `source`. Claims in the group `said` (or all of the sentence where the
// pattern has no such group) are that source's.
struct Attribution {
    std::string id;
    text::Regex regex;
};

// A pronoun or description: group `ref` stands for an earlier entity of these types.
struct Anaphor {
    std::string id;
    text::Regex regex;
    TypeMask types = 0;
    bool plural = false;
    bool nearest = false;   // the nearest mention before it, in any role, goes before the topics
    bool main = false;      // at the head of a paragraph the headline's topic goes first
    std::string leaves;     // what stays of the pronoun behind the mask: "'s" of "its"
    bool pair = false;      // where there is no list: the two that were named last
    bool by_thing = false;  // only by whom group `thing` is known to be
};

// Words for a kind of firm: a description with one of them means a firm of that kind, if it can.
struct FirmKind {
    std::string kind;
    text::Regex regex;
};

// A subordinate clause that says something of a noun before it: group `clause` is read once more
// by itself, behind the noun (group `noun`).
struct Clause {
    std::string id;
    text::Regex regex;
    std::string leaves;  // what stands between the two: "'s" for "whose"
};

// A list of `type` may hold `others`, too, and still counts as one of `type`.
struct Mix {
    TypeIndex type = 0;
    TypeMask others = 0;
};

struct Fold {
    text::Regex separator;  // between two mentions of a list
    text::Regex last;       // at the last join; empty where any separator will do
    text::Regex tail;       // what may follow a list and belongs to it ("등 8개국")
    text::Regex rest;       // closes a list without naming its last members ("and others")
    std::vector<Mix> mixes;
    bool heading = true;  // folds in headings, too
};

// Words for numbers, currencies and the calendar.
struct ValueWords {
    std::map<std::string, double, std::less<>> scales;           // "억", "bn"
    std::map<std::string, double, std::less<>> numbers;          // "two"
    std::map<std::string, std::string, std::less<>> currencies;  // "달러" to "USD"
    std::map<std::string, double, std::less<>> months;           // "january" to 1
    std::map<std::string, double, std::less<>> weekdays;         // "monday" to 0
};

// Words for offices and jobs, in small letters: heads ("minister"; the value is their type), what
// may stand before one ("deputy foreign"), and what leads to its field ("for trade").
struct Titles {
    text::Trie heads;
    text::Trie modifiers;
    text::Regex field_link;
};

// Groups of the gate over all that is searched for in masked sentences.
enum GateGroup {
    gate_tidy,
    gate_status,
    gate_attribution,
    gate_anaphora,
    gate_patterns,
    gate_phrases,
    gate_frames,
    gate_clauses
};

struct Language {
    std::string code;
    text::RegexCache regexes;
    ValueWords values;
    Fragments fragments;
    text::SentenceWords sentences;
    Titles titles;
    text::CleanRules clean;

    text::Regex before_name;  // what may stand glued before a name: matched on the glued word part
    text::Regex after_name;   // what may stand glued behind a name, to the word's end
    text::Regex after_adjective_refused;  // an adjective of nationality before this is no mention
    std::vector<text::Regex> syllables;   // compounds: each syllable of group `states` is a state
    std::string home;       // the state whose body a bare name means where no other is told
    text::Regex not_names;  // what a pattern takes for a name, and never is one by itself
    text::Regex shortened;  // a name of an open class whose group `short` may stand for it alone
    text::Regex surname_first;   // a person's name that begins with its surname, group `short`
    text::Regex given_before;    // before a surname: a given name, which makes it somebody else's
    text::Regex name_before;     // or a word that may be one
    text::Regex no_name_before;  // though not these
    text::Regex title_after;     // an office or title behind a short name of one syllable
    text::Regex place_before;    // before a capital: it is a place there, not the state
    text::Regex acts_after;      // behind a capital: it acts; empty where any context will do

    std::vector<Tidy> tidy;
    std::vector<Clause> clauses;
    std::vector<Fold> folds;  // tried in order
    std::vector<StatusCue> status;
    std::vector<Attribution> attribution;
    std::vector<Anaphor> anaphora;
    std::vector<FirmKind> firm_kinds;
    text::Regex subject;         // group `subject`: a mention that a sentence is about
    text::Regex free_refused;    // before a mention: it is governed, no subject (prepositions)
    text::Regex owned_refused;   // behind a mention: it is no subject ('s, hyphen)
    text::Regex passive_before;  // before a trigger: passive voice
    std::vector<text::Regex> relative;  // before a trigger: its clause describes group `subject`
    text::Regex reduced;        // before a participle with "by": it describes group `subject`
    text::Regex dangling;       // before a trigger: its subject stands behind its clause's comma
    text::Regex finite_after;   // behind a mention: the verb of which it is the subject
    text::Regex never_passive;  // a trigger of this form is active whatever stands before it
    text::Regex speaker;        // in a quotation before a trigger: the speaker may be its subject
    text::Regex clause_end;     // behind a trigger: another clause with a verb of its own begins
    text::Regex own_clause;     // from a mention to a description in the clause about that mention
    text::Regex own_head;       // behind a trigger: the noun it modifies, no mention, does it
    text::Regex joined_before;  // around a mention: a name that nobody knows is joined to it
    text::Regex joined_after;
    text::Regex worth;                // a sentence that tells what a deal is worth: group `sum`
    std::vector<text::Regex> gapped;  // "A has B, C D": groups `a` to `d`; said of both pairs
    text::Regex in_turn;              // two lists go pair by pair: "respectively"
    text::Regex next_verb;            // a second verb begins, with dates of its own
    text::Regex last_day;             // group `date`: a day on which something ends ("until 2030")
    text::Regex sum_before;           // before a trigger: group `sum` is what its deal is worth
    text::Regex goods;                // group `goods`: a word for what is sold or taxed
    text::Regex aside;                // before a trigger: a clause within, whose cues are its own
    text::Regex plain_subject;  // before a trigger: a subject that is no mention, so nothing else
                                // fills its place
    text::Regex actor_before;   // around a governed mention that acts all the same: "for X to ..."
    text::Regex actor_after;
    text::Regex passive_after;  // behind it: group `by`, the actor of a passive
    text::Regex adnominal;      // behind a trigger: group `head`, the noun it modifies
};

}  // namespace entente::rules
