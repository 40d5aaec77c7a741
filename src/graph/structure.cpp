// From nodes and edges to the shapes that Boost.Graph works on.
#include "graph/structure.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace entente {

std::size_t position_of(const std::vector<Node>& nodes, std::string_view id) {
    auto at = std::lower_bound(nodes.begin(), nodes.end(), id,
                               [](const Node& n, std::string_view i) { return n.entity.id < i; });
    if (at == nodes.end() || at->entity.id != id) return nodes.size();
    return static_cast<std::size_t>(at - nodes.begin());
}

Structure make_structure(const std::vector<Node>& nodes, const std::vector<Edge>& edges) {
    Structure made{Multigraph(nodes.size()), SimpleGraph(nodes.size())};
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> best;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        std::size_t from = position_of(nodes, edges[i].from);
        std::size_t to = position_of(nodes, edges[i].to);
        boost::add_edge(from, to, Position(i), made.all);
        if (from == to) continue;
        auto [at, fresh] = best.try_emplace(std::minmax(from, to), i);
        const Edge& old = edges[at->second];
        if (!fresh &&
            std::tie(edges[i].weight, edges[i].last_seen) > std::tie(old.weight, old.last_seen))
            at->second = i;
    }
    for (const auto& [ends, edge] : best)
        boost::add_edge(ends.first, ends.second, Position(edge), made.simple);
    return made;
}

}  // namespace entente
