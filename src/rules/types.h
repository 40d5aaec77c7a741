// Entity and value types as small numbers, and how a masked mention is written in text.
//
// A mention of the sentence becomes two private-use characters: U+E000 + type, U+E100 + number.
// Normalised text holds no private-use character, so nothing else looks like one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/ontology.h"

namespace entente::rules {

using TypeIndex = std::uint8_t;
using TypeMask = std::uint64_t;

inline constexpr char32_t type_base = 0xE000;
inline constexpr char32_t number_base = 0xE100;
inline constexpr std::size_t max_numbers = 6000;  // mentions of one sentence
inline constexpr std::size_t mask_bytes = 6;      // two characters of three bytes

inline constexpr std::string_view value_types[] = {"Money", "Date", "Quantity", "Percent"};

class TypeTable {
  public:
    TypeTable() = default;
    explicit TypeTable(const Ontology& ontology);

    int find(std::string_view name) const;  // -1 where there is none
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
};

inline TypeMask bit(TypeIndex type) { return TypeMask{1} << type; }

}  // namespace entente::rules
