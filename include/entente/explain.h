// Why a document states a relation between two entities, or what kept its rules from it.
#pragma once

#include <string>
#include <vector>

#include "entente/document.h"
#include "entente/extraction.h"
#include "entente/extractor.h"

namespace entente {

// Words, or an empty place, that stand for an entity named elsewhere.
struct Link {
    Field field = Field::text;
    Span span;
    std::string text;    // the bytes of the span
    std::string kind;    // "anaphor", "office", "serves", "by", "topic", "speaker", ...
    std::string entity;  // id
    std::string name;    // the words that name it elsewhere in the document
};

// What filled one slot of a frame or one group of a phrase.
struct Filling {
    std::string name;    // "from", "to", "amount", "role", ...
    std::string text;    // words of the sentence; empty where it has none
    std::string entity;  // id; empty for values and text
    std::string link;    // kind of link where the sentence does not name the entity
    std::string named;   // the words that name it then
};

// The words that decided something, and the rule that knows them; both empty where nothing did.
struct Ground {
    std::string rule;
    std::string text;
};

// One rule that states the relation in one sentence.
struct Stated {
    std::string relation, from, to;  // ids
    std::string rule;
    std::string trigger;  // words
    std::vector<Filling> fillings;
    std::string status;
    Ground status_ground;
    std::string source;  // id of who is quoted; may be empty
    Ground source_ground;
    std::string dropped;  // why it is no evidence of a claim; empty where it is
};

// A rule that did not state the relation, and what kept it from that.
struct Miss {
    // Of the document: other_language, not_a_mention, ambiguous_name, same_entity,
    // different_sentences (also of a sentence that mentions one alone).
    // Of a frame: empty_slot, other_filler, trigger_around (its stem stands there, the words around
    // it do not). Of a phrase: outdone, list_member, office_open, words_between, words_around,
    // trigger_missing, words_apart. Of either: refused_types, known_otherwise (the
    // gazetteer has the one as part of something else); of none: no_trigger.
    std::string kind;
    std::string rule;       // empty where no rule came near
    std::string relation;   // of the rule
    std::string trigger;    // words; empty where the rule did not find its own
    std::string reason;     // for people
    std::string example{};  // a sentence that the rule reads
};

struct ExplainedSentence {
    Field field = Field::text;
    Span span;
    std::string text;  // the bytes of the span
    std::vector<Link> links;
    std::vector<Stated> stated;
    std::vector<Miss> misses;  // nearest first, at most three; empty where a claim is stated
};

struct Explanation {
    std::string a, b;  // ids; empty where a name is no mention
    // Those that mention both, by place. Where nothing comes near in them, also up to two that
    // mention one and in which a rule waits for the other; where none mentions both, at least the
    // two that mention one each and stand nearest.
    std::vector<ExplainedSentence> sentences;
    std::vector<Miss> misses;  // why no sentence does
};

// What `document` says between two entities, each given by id, by a name or as the text writes it,
// about one relation or (where `relation` is empty) about any.
Explanation explain(const Extractor& extractor, const Document& document, const std::string& a,
                    const std::string& b, const std::string& relation = {});

// All words of the document that stand for an entity named elsewhere, by place.
std::vector<Link> find_links(const Extractor& extractor, const Document& document);

}  // namespace entente
