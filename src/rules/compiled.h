// A loaded pack: everything immutable, ready to be shared.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "entente/ontology.h"
#include "rules/gazetteer.h"
#include "rules/language.h"
#include "rules/rule.h"
#include "rules/types.h"
#include "text/gate.h"

namespace entente {

namespace rules {

// All that is read with for documents of one language.
struct LanguagePack {
    Language language;
    std::vector<Pattern> patterns;
    std::vector<Pattern> plain_patterns;  // those that see names unmasked and may swallow them
    std::vector<Phrase> phrases;
    std::vector<Frame> frames;
    text::Gate gate;        // over masked sentences, by GateGroup
    text::Gate plain_gate;  // over plain ones: `plain_patterns`
};

}  // namespace rules

// A type of people by whose office they hold, and by the title beside their names.
struct OfficeType {
    rules::TypeIndex type = 0;
    rules::TypeMask holders = 0;
    int title = -1;  // a type; -1: no title tells
};

struct CompiledPack {
    std::string hash;
    Ontology ontology;
    rules::TypeTable types;
    rules::TypeMask surnamed = 0;  // types whose names end in a surname, by which they go as well
    std::string office;            // the relation that tells for whom a person acts; may be empty
    std::vector<OfficeType> office_types;
    std::string whole;  // the relation that tells what something is part of; may be empty
    std::string home;   // the relation that tells where a firm is at home; may be empty
    std::string maker;  // the relation that tells who makes a thing; may be empty
    rules::TypeMask home_places = 0;               // types that the home may be of
    std::set<std::string, std::less<>> events;     // relations of what happens on a day
    std::set<std::string, std::less<>> occasions;  // of them: on one day for all with the same end
    std::set<std::string, std::less<>> scenes;     // relations of what a text tells in scenes
    std::set<std::string, std::less<>> spoken;     // relations of what is said, now, of any day
    std::set<std::string, std::less<>> priced;     // relations of what has a price
    std::set<std::string, std::less<>> shared;     // relations of what may be had in part
    std::map<std::string, rules::TypeMask, std::less<>> carried;  // relation to types of its items
    rules::Gazetteer gazetteer;
    rules::LanguagePack ko, en;

    const rules::LanguagePack* language(std::string_view code) const {
        return code == "ko" ? &ko : code == "en" ? &en : nullptr;
    }
};

}  // namespace entente
