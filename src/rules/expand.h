// From the notation of rule files to RE2: {Type}, {from:Type|Type}, {fragment}, {role:fragment}.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "entente/error.h"
#include "rules/types.h"

namespace entente::rules {

using Fragments = std::map<std::string, std::string, std::less<>>;

struct Expanded {
    std::string pattern;                                   // for RE2
    std::vector<std::pair<std::string, TypeMask>> groups;  // named groups that hold a mention
    TypeMask first_mention = 0;  // types of the first mention, named or not
    TypeMask actors = 0;         // A of {A>B}: who is of these types stands there
    TypeMask acts_for = 0;       // for one of type B
};

class Expander {
  public:
    Expander(const TypeTable& types, const Fragments& fragments)
        : types_(types), fragments_(fragments) {}

    // `unnamed` names the first mention that has no name of its own ("" leaves it unnamed).
    // Throws Error on an unknown type or fragment and on fragments that hold each other.
    Expanded expand(std::string_view pattern, std::string_view unnamed = {}) const;

    // The class of a masked mention of these types.
    static std::string mention_class(TypeMask types);
    TypeMask parse_types(std::string_view alternatives) const;  // "State|Org"; throws Error

  private:
    void expand_into(std::string_view pattern, Expanded& out, std::string& unnamed,
                     int depth) const;
    void expand_brace(std::string_view body, Expanded& out, std::string& unnamed, int depth) const;

    Error unknown_fragment(const std::string& name) const;

    const TypeTable& types_;
    const Fragments& fragments_;
};

}  // namespace entente::rules
