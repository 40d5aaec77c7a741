// Writers of the graph for other programs. Streams; same graph, same bytes.
#pragma once

#include <ostream>
#include <string_view>

#include "entente/graph.h"

namespace entente {

// GraphML in the profile that Gephi, Gephi Lite, networkx, igraph and yEd read alike: directed,
// lower-case key ids, scalar types only, the relation as the edge's `label` attribute.
void write_graphml(const Graph& graph, std::ostream& out);

// GEXF 1.3, dynamic, with intervals from first to last statement, colours by type, sizes by degree.
void write_gexf(const Graph& graph, std::ostream& out);

}  // namespace entente
