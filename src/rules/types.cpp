// Numbers for the types of an ontology, values last.
#include "rules/types.h"

namespace entente::rules {

TypeTable::TypeTable(const Ontology& ontology) {
    for (const EntityType& type : ontology.types) names_.push_back(type.name);
    for (std::string_view value : value_types) names_.emplace_back(value);
    families_.resize(names_.size());
    for (std::size_t i = 0; i < names_.size(); ++i) {
        std::size_t top = i;  // parents stand above their children
        for (int parent = 0; top < ontology.types.size() && parent >= 0;) {
            parent = find(ontology.types[top].parent);
            if (parent >= 0) top = static_cast<std::size_t>(parent);
        }
        roots_.push_back(static_cast<TypeIndex>(top));
    }
    for (std::size_t i = 0; i < names_.size(); ++i)
        for (std::size_t j = 0; j < names_.size(); ++j)
            if (i == j || (j < ontology.types.size() && ontology.is_a(names_[j], names_[i])))
                families_[i] |= bit(static_cast<TypeIndex>(j));
}

TypeMask TypeTable::family_of(std::string_view name) const {
    if (auto group = groups_.find(name); group != groups_.end()) return group->second;
    const int type = find(name);
    return type < 0 ? 0 : families_[static_cast<std::size_t>(type)];
}

int TypeTable::find(std::string_view name) const {
    for (std::size_t i = 0; i < names_.size(); ++i)
        if (names_[i] == name) return static_cast<int>(i);
    return -1;
}

}  // namespace entente::rules
