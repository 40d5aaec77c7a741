// Names of known entities, found by one longest-match pass.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/types.h"
#include "text/trie.h"

namespace entente::rules {

struct GazetteerEntity {
    std::string id;
    TypeIndex type = 0;
    std::map<std::string, std::string> name;  // language to display name
    std::string part_of;   // of a body or region: the state or body it belongs to
    std::string serves;    // of a person: whom; helps to link an office, is never a claim
    std::string home;      // of a firm: its country; tells whom "the Nurian firm" means
    std::string kind;      // of a firm: what it does, a word of the pack; likewise "the chipmaker"
    std::string by;        // of a product or firm: the firm that makes or owns it; "the Lumo maker"
    std::string acts_for;  // of a capital: the state that it stands for when it acts
    std::vector<std::string> short_names;  // count only in a story with a full name
    std::string syllable;                  // the syllable for a state in Korean compounds
    std::string_view source;               // "entities/countries"
};

enum class NameKind : std::uint8_t { full, adjective, hanja, context };

struct GazetteerName {
    std::uint32_t entity = 0;
    NameKind kind = NameKind::full;
    std::uint32_t context = 0;  // index into contexts, for kind context
};

// A name counts where one of these stands in the same story.
struct NameContext {
    std::vector<std::string> words;
    std::vector<std::string> ids;
    TypeMask types = 0;
};

struct Gazetteer {
    std::deque<std::string> sources;  // what the entities refer to
    std::vector<GazetteerEntity> entities;
    std::vector<NameContext> contexts;
    std::vector<std::vector<GazetteerName>> names;              // by value of the trie
    std::unordered_map<std::string_view, std::uint32_t> by_id;  // views of ids in `entities`
    text::Trie trie;

    const GazetteerEntity* find(std::string_view id) const;
    // Is the first the second, or a part of it at any depth?
    bool lies_in(std::string_view part, std::string_view whole) const;
};

}  // namespace entente::rules
