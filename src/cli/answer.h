// Edges and claims as people read them, and as programs do.
#pragma once

#include <string>
#include <vector>

#include "entente/graph.h"

namespace entente::cli {

// "USD 2 billion", "KRW 650,000".
std::string amount_text(const Amount& amount);

// What a claim says beside its ends: "planned · USD 2 billion · 차관", without colours.
std::string details_text(const Graph& graph, const Edge& edge, const std::string& lang);

// Publisher, date and address of a claim's document; its headline where the id is but a hash.
std::string origin_text(const StoredClaim& claim);

// Edges by relation, each with its newest sentence; arrows point away from `centre`, or from the
// first end where it is empty. Names in `lang`; at most `limit` edges a relation, 0 for all.
std::string edges_text(const Graph& graph, const std::vector<const Edge*>& edges,
                       const std::string& centre, const std::string& lang, std::size_t limit);

std::string to_json(const StoredEntity& entity);
std::string to_json(const Edge& edge);
// The entities at the ends of these edges, each once, sorted by id.
std::string ends_to_json(const Graph& graph, const std::vector<const Edge*>& edges);
std::string to_json(const std::vector<const Edge*>& edges);

}  // namespace entente::cli
