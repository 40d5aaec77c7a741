// Shortest chains between two nodes.
#pragma once

#include <cstddef>
#include <vector>

#include "graph/structure.h"

namespace entente {

// Up to k loopless paths in the order (number of edges, then nodes); Yen 1971.
std::vector<Path> shortest_paths(const SimpleGraph& graph, std::size_t from, std::size_t to,
                                 std::size_t k);

// Edges on the shortest way from a node to every other; `unreachable` where there is none.
inline constexpr std::size_t unreachable = static_cast<std::size_t>(-1);
std::vector<std::size_t> distances(const SimpleGraph& graph, std::size_t from);

}  // namespace entente
