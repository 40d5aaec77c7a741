// How much a node matters in its graph.
#pragma once

#include <vector>

#include "graph/structure.h"

namespace entente {

// Fill in the member of that name on every node.
void measure_degree(std::vector<Node>& nodes, const Structure& structure);
void measure_pagerank(std::vector<Node>& nodes, const std::vector<Edge>& edges,
                      const Structure& structure);
void measure_betweenness(std::vector<Node>& nodes, const Structure& structure);
void measure_community(std::vector<Node>& nodes, const Structure& structure);

}  // namespace entente
