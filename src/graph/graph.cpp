// A graph once made: what can be asked of it.
#include "entente/graph.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "graph/measures.h"
#include "graph/paths.h"
#include "graph/structure.h"
#include "graph/view.h"

namespace entente {

struct Graph::Impl {
    Impl(View view, Measures wanted)
        : nodes(std::move(view.nodes)),
          edges(std::move(view.edges)),
          structure(make_structure(nodes, edges)),
          measures(wanted) {
        measure_degree(nodes, structure);
        if (measures == Measures::none) return;
        measure_pagerank(nodes, edges, structure);
        measure_betweenness(nodes, structure);
        measure_community(nodes, structure);
    }

    // Positions of the edges that touch a node, each once.
    std::set<std::size_t> touching(std::size_t node) const {
        std::set<std::size_t> found;
        const Multigraph& graph = structure.all;
        for (auto e : boost::make_iterator_range(boost::out_edges(node, graph)))
            found.insert(boost::get(boost::edge_index, graph, e));
        for (auto e : boost::make_iterator_range(boost::in_edges(node, graph)))
            found.insert(boost::get(boost::edge_index, graph, e));
        return found;
    }

    std::vector<Node> nodes;
    std::vector<Edge> edges;
    Structure structure;
    Measures measures;
};

Graph::Graph(const Store& store, const Filter& filter, Measures measures)
    : impl_(std::make_unique<const Impl>(make_view(store, filter), measures)) {}
Graph::Graph(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
Graph::~Graph() = default;
Graph::Graph(Graph&&) noexcept = default;
Graph& Graph::operator=(Graph&&) noexcept = default;

const std::vector<Node>& Graph::nodes() const { return impl_->nodes; }

const std::vector<Edge>& Graph::edges() const { return impl_->edges; }

const Node* Graph::node(std::string_view id) const {
    std::size_t at = position_of(impl_->nodes, id);
    return at == impl_->nodes.size() ? nullptr : &impl_->nodes[at];
}

std::vector<const Edge*> Graph::around(std::string_view id) const {
    std::vector<const Edge*> found;
    std::size_t at = position_of(impl_->nodes, id);
    if (at == impl_->nodes.size()) return found;
    for (std::size_t e : impl_->touching(at)) found.push_back(&impl_->edges[e]);
    // Edges stand by (relation, from, to): that order is left among equals.
    std::stable_sort(found.begin(), found.end(), [](const Edge* a, const Edge* b) {
        return std::tie(a->relation, b->last_seen) < std::tie(b->relation, a->last_seen);
    });
    return found;
}

std::vector<const Edge*> Graph::between(std::string_view a, std::string_view b) const {
    std::vector<const Edge*> found = around(a);
    std::erase_if(found, [&](const Edge* e) { return (e->from == a ? e->to : e->from) != b; });
    return found;
}

std::vector<Path> Graph::paths(std::string_view a, std::string_view b, std::size_t k) const {
    std::size_t from = position_of(impl_->nodes, a), to = position_of(impl_->nodes, b);
    if (from == impl_->nodes.size() || to == impl_->nodes.size()) return {};
    return shortest_paths(impl_->structure.simple, from, to, k);
}

Graph Graph::neighbourhood(std::string_view id, std::size_t hops) const {
    View part;
    std::size_t at = position_of(impl_->nodes, id);
    if (at != impl_->nodes.size()) {
        std::vector<std::size_t> far = distances(impl_->structure.simple, at);
        for (std::size_t v = 0; v < far.size(); ++v)
            if (far[v] != unreachable && far[v] <= hops)
                part.nodes.emplace_back().entity = impl_->nodes[v].entity;
        for (const Edge& edge : impl_->edges)
            if (position_of(part.nodes, edge.from) < part.nodes.size() &&
                position_of(part.nodes, edge.to) < part.nodes.size())
                part.edges.push_back(edge);
    }
    return Graph(std::make_unique<const Impl>(std::move(part), impl_->measures));
}

}  // namespace entente
