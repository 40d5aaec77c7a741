// Folds claims into edges: one for each (relation, from, to), over all documents.
#include "graph/view.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace entente {

namespace {

using Key = std::tuple<std::string, std::string, std::string>;  // relation, from, to

bool newer(const StoredClaim& a, const StoredClaim& b) {
    return std::tie(a.when(), a.document, a.claim.id) > std::tie(b.when(), b.document, b.claim.id);
}

bool denied(const StoredClaim& claim) { return claim.claim.status == "denied"; }

// A denial supports nothing; where there are denials only, they are what the edge stands on.
std::size_t support(const std::vector<StoredClaim>& claims) {
    std::set<std::string_view> supporting, all;
    for (const StoredClaim& claim : claims) {
        all.insert(claim.document);
        if (!denied(claim)) supporting.insert(claim.document);
    }
    return supporting.empty() ? all.size() : supporting.size();
}

Edge fold(const Key& key, std::vector<StoredClaim> claims, bool symmetric) {
    std::sort(claims.begin(), claims.end(), newer);
    Edge edge;
    std::tie(edge.relation, edge.from, edge.to) = key;
    edge.symmetric = symmetric;
    edge.weight = support(claims);
    const Claim& latest = claims.front().claim;
    edge.status = latest.status;
    edge.amount = latest.amount;
    edge.role = latest.role;
    edge.item = latest.item;
    edge.last_seen = claims.front().when();
    for (const StoredClaim& claim : claims)
        if (!claim.when().empty()) edge.first_seen = claim.when();
    edge.claims = std::move(claims);
    return edge;
}

std::map<Key, std::vector<StoredClaim>> group(std::vector<StoredClaim> claims,
                                              const Ontology& ontology) {
    std::map<Key, std::vector<StoredClaim>> groups;
    for (StoredClaim& stored : claims) {
        const Claim& c = stored.claim;
        const RelationType* relation = ontology.relation(c.type);
        bool turn = relation && relation->symmetric && c.to < c.from;
        Key key(c.type, turn ? c.to : c.from, turn ? c.from : c.to);
        groups[std::move(key)].push_back(std::move(stored));
    }
    return groups;
}

}  // namespace

View make_view(const Store& store, const Filter& filter) {
    Ontology ontology = store.ontology();
    std::map<std::string, StoredEntity, std::less<>> entities;
    for (StoredEntity& entity : store.entities())
        if (filter.types.empty() || ontology.fits(entity.type, filter.types))
            entities.emplace(entity.id, std::move(entity));

    View view;
    std::set<std::string_view> joined;
    for (auto& [key, claims] : group(store.claims(filter), ontology)) {
        const auto& [relation, from, to] = key;
        auto a = entities.find(from), b = entities.find(to);
        if (a == entities.end() || b == entities.end()) continue;
        bool only_denied = std::all_of(claims.begin(), claims.end(), denied);
        if (only_denied && filter.statuses.empty()) continue;
        const RelationType* type = ontology.relation(relation);
        Edge edge = fold(key, std::move(claims), type && type->symmetric);
        if (edge.weight < filter.min_support) continue;
        joined.insert({a->first, b->first});
        view.edges.push_back(std::move(edge));
    }
    for (auto& [id, entity] : entities)
        if (filter.isolated || joined.contains(id))
            view.nodes.emplace_back().entity = std::move(entity);
    return view;
}

}  // namespace entente
