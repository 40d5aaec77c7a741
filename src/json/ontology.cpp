// Look-ups in the ontology.
#include "entente/ontology.h"

#include <algorithm>

namespace entente {

const EntityType* Ontology::type(std::string_view name) const {
    auto found = std::find_if(types.begin(), types.end(),
                              [&](const EntityType& t) { return t.name == name; });
    return found == types.end() ? nullptr : &*found;
}

const RelationType* Ontology::relation(std::string_view name) const {
    auto found = std::find_if(relations.begin(), relations.end(),
                              [&](const RelationType& r) { return r.name == name; });
    return found == relations.end() ? nullptr : &*found;
}

bool Ontology::is_a(std::string_view name, std::string_view ancestor) const {
    for (const EntityType* t = type(name); t; t = type(t->parent))
        if (t->name == ancestor) return true;
    return false;
}

bool Ontology::fits(std::string_view name, const std::vector<std::string>& accepted) const {
    return std::any_of(accepted.begin(), accepted.end(),
                       [&](const std::string& ancestor) { return is_a(name, ancestor); });
}

std::string Ontology::type_of_id(std::string_view id) const {
    const std::string_view prefix = id.substr(0, id.find(':'));
    if (prefix.size() == id.size()) return {};
    for (const EntityType& t : types)
        if (!t.prefix.empty() && t.prefix == prefix) return t.name;
    return {};
}

}  // namespace entente
