// How near a rule came to stating a relation between two entities, and what kept it from that.
#pragma once

#include <string>
#include <vector>

#include "entente/explain.h"
#include "extract/extractor.h"
#include "extract/frame_match.h"
#include "extract/masked.h"

namespace entente::extract {

// What is asked for.
struct Question {
    std::string a, b;      // ids; `from` and `to` where a rule is asked for
    std::string relation;  // empty: any
    std::string rule;      // id; empty: any

    bool wants(const std::string& other, const std::string& id) const {
        return (relation.empty() || relation == other) && (rule.empty() || rule == id);
    }
};

// Lower is nearer. Within one step the rule whose decisive words stand closer together is nearer.
enum class Nearness {
    stated,        // both ends found, then refused
    matched,       // the words fit, another reading of them won
    one_short,     // a frame with one end filled, whose other end is barred by a word or two
    few_words,     // a phrase but for a few words
    one_barred,    // a frame with one end filled, the other out of its reach
    open,          // a frame with one end filled, the other not named there
    half,          // a phrase of which some words stand there
    half_trigger,  // a frame whose trigger stands there, but for the words around it
    wrong_type,    // a frame with one end filled, the other of a type that it does not take
    trigger_only,  // a frame whose trigger stands there
    words_only,    // a phrase whose words stand there
    nothing
};

struct Near {
    Nearness nearness = Nearness::nothing;
    std::size_t distance = 0;
    Miss miss;
};

// A phrase that was contracted to its head, which alone is an argument from then on.
struct Contraction {
    std::string rule;
    Span whole;  // in the normalised field
    Ref head;
};

// A sentence as the rules saw it.
struct Scene {
    const Reading* reading = nullptr;
    const Sentence* sentence = nullptr;
    std::vector<Masked> stages;  // tidied, folded, linked, ready for frames
    std::vector<Contraction> contractions;

    std::string words(Span span) const;  // of the normalised field, on one line
    // What the reference says here, and what it stands for where that is named elsewhere.
    std::string shown(const Ref& ref) const;
    // An entity as this sentence names it, else as the document first does.
    std::string shown(const std::string& entity) const;
    const Contraction* swallowed(const std::string& entity) const;
    std::string type_of(const std::string& entity) const;
};

bool holds(const Reading& reading, const Item& item, const std::string& entity);
// The masks that stand for the entity, alone or as members of a list.
std::vector<std::size_t> places_of(const Reading& reading, const Masked& masked,
                                   const std::string& entity);

// A notation without what but a machine needs, in quotes, cut where it is long.
std::string shortened(const std::string& notation);

// “text”
std::string in_quotes(std::string_view text);

// A frame at one of its triggers. `masked` is what it read.
void find_near(const Scene& scene, const Masked& masked, const FrameMatch& match,
               const Question& question, std::vector<Near>& out);

// Frames whose trigger did not match, though the word that it is about stands there.
void find_near_triggers(const Scene& scene, const Question& question, std::vector<Near>& out);

// All phrases of the language, at all stages of the sentence.
void find_near_phrases(const Scene& scene, const Question& question, std::vector<Near>& out);

// What the rule that is asked for lacks to join the two, which `given` marks; empty where it comes
// nowhere near.
std::string why_not(const CompiledPack& pack, const Document& document,
                    const std::vector<Given>& given, const Question& question);

// Could the rule's ends be the two, by their types?
bool joins(const Scene& scene, const Question& question, const rules::Frame& rule);
bool joins(const Scene& scene, const Question& question, const rules::Phrase& rule);
// That no rule finds its words in the sentence, or that none could.
Miss no_rule(const Scene& scene, const Question& question);

// "funds leads from Realm|Band to Band"
std::string leads(const RelationType& relation);

// A sentence that the rule of a miss reads by its own examples, with the likest trigger; empty
// where there is no rule.
std::string example_of(const Reading& reading, const Miss& miss);

}  // namespace entente::extract
