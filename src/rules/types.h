// Entity and value types as small numbers, and how a masked mention is written in text.
//
// A mention of the sentence becomes one control character that tells its type. Normalised text
// holds no control character but the line end, so nothing else looks like one.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "entente/ontology.h"

namespace entente::rules {

using TypeIndex = std::uint8_t;
using TypeMask = std::uint64_t;

inline constexpr std::size_t max_types = 27;  // of the ontology and values together

// The character for a type: control characters that are no white space.
inline char mask_char(TypeIndex type) {
    return static_cast<char>(type < 8 ? type + 1 : type == 8 ? 0x0B : type + 5);
}
inline bool is_mask_char(char c) {
    return c > 0 && c < 0x20 && c != '\t' && c != '\n' && c != '\f' && c != '\r';
}

// What is masked like a mention but names no entity. Titles (Office, Job) are never put out.
inline constexpr std::string_view value_types[] = {"Money",   "Date",   "Quantity",
                                                   "Percent", "Office", "Job"};

class TypeTable {
  public:
    TypeTable() = default;
    explicit TypeTable(const Ontology& ontology);

    int find(std::string_view name) const;  // -1 where there is none
    // What a type, or a word of the pack for several types ("State"), stands for; 0: unknown.
    TypeMask family_of(std::string_view name) const;
    void add_group(std::string name, TypeMask types) { groups_[std::move(name)] = types; }
    const std::string& name(TypeIndex type) const { return names_[type]; }
    // The type and all its subtypes.
    TypeMask family(TypeIndex type) const { return families_[type]; }
    // The topmost ancestor: mentions of one root may stand in one list.
    TypeIndex root(TypeIndex type) const { return roots_[type]; }
    bool is_value(TypeIndex type) const { return type >= names_.size() - std::size(value_types); }
    std::size_t size() const { return names_.size(); }

  private:
    std::vector<std::string> names_;
    std::vector<TypeMask> families_;
    std::vector<TypeIndex> roots_;
    std::map<std::string, TypeMask, std::less<>> groups_;
};

inline TypeMask bit(TypeIndex type) { return TypeMask{1} << type; }

}  // namespace entente::rules
