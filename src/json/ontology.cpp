// Look-ups in the closed world of types and relations.
#include "entente/ontology.h"

#include <algorithm>

namespace entente {

namespace {

template <class T>
const T* named(const std::vector<T>& all, std::string_view name) {
    auto found = std::find_if(all.begin(), all.end(), [&](const T& t) { return t.name == name; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

const EntityType* Ontology::type(std::string_view name) const { return named(types, name); }

const RelationType* Ontology::relation(std::string_view name) const {
    return named(relations, name);
}

bool Ontology::is_a(std::string_view name, std::string_view ancestor) const {
    // No chain of parents is longer than the list of types, even where a file makes them a ring.
    for (std::size_t steps = 0; steps <= types.size(); ++steps) {
        if (name == ancestor) return true;
        const EntityType* here = type(name);
        if (!here || here->parent.empty()) return false;
        name = here->parent;
    }
    return false;
}

bool Ontology::fits(std::string_view name, const std::vector<std::string>& accepted) const {
    return std::any_of(accepted.begin(), accepted.end(),
                       [&](const std::string& a) { return is_a(name, a); });
}

std::string Ontology::type_of_id(std::string_view id) const {
    std::string_view prefix = id.substr(0, id.find(':'));
    if (prefix.empty() || prefix.size() == id.size()) return {};
    const EntityType* best = nullptr;
    for (const EntityType& t : types) {
        // Types that share a prefix are kinds of one: an id alone supports no more than that one.
        if (t.prefix == prefix && (!best || is_a(best->name, t.name))) best = &t;
    }
    return best ? best->name : std::string();
}

}  // namespace entente
