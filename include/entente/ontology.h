// The closed world of entity types and relations, as the rule pack declares it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

struct EntityType {
    std::string name;    // "Company"
    std::string parent;  // "Organization"; empty at the top
    std::string
        prefix;        // ids of this type begin with it: "company"; empty for types that only group
    std::string says;  // one line for people
};

struct RelationType {
    std::string name;               // "invests_in"
    std::vector<std::string> from;  // types that may stand there; subtypes are accepted
    std::vector<std::string> to;
    bool symmetric = false;
    std::string says;
};

// Plain data with look-ups. Copying is cheap enough to do once; threads may share a const one.
struct Ontology {
    std::vector<EntityType> types;
    std::vector<RelationType> relations;

    const EntityType* type(std::string_view name) const;                // null where there is none
    const RelationType* relation(std::string_view name) const;          // null where there is none
    bool is_a(std::string_view type, std::string_view ancestor) const;  // a type is itself, too
    bool fits(std::string_view type, const std::vector<std::string>& accepted) const;
    // The type whose prefix begins this id ("company:tsmc" gives "Company"); empty where none does.
    std::string type_of_id(std::string_view id) const;
};

}  // namespace entente
