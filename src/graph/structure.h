// The shapes of a graph that the measures and searches run on; vertices are positions in its nodes.
#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <cstddef>
#include <vector>

#include "entente/graph.h"

namespace entente {

// An edge knows its position in Graph::edges().
using Position = boost::property<boost::edge_index_t, std::size_t>;

// Every edge, in its direction.
using Multigraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS,
                                         boost::no_property, Position>;

// Two nodes that any edge joins are joined once, whatever its direction, by the edge with the most
// support (then the latest, then the first); no loops. What measures need: some of Boost's are
// wrong where edges are parallel.
using SimpleGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS,
                                          boost::no_property, Position>;

struct Structure {
    Multigraph all;
    SimpleGraph simple;
};

// Nodes sorted by id, and every end of an edge among them.
Structure make_structure(const std::vector<Node>& nodes, const std::vector<Edge>& edges);

// Position of an id; nodes.size() where there is none.
std::size_t position_of(const std::vector<Node>& nodes, std::string_view id);

}  // namespace entente
