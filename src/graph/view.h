// Folds what a store holds into nodes and edges.
#pragma once

#include <vector>

#include "entente/graph.h"

namespace entente {

// Edges under the filter, sorted by (relation, from, to), and the entities they join, sorted by id.
struct View {
    std::vector<Node> nodes;
    std::vector<Edge> edges;
};

View make_view(const Store& store, const Filter& filter);

}  // namespace entente
