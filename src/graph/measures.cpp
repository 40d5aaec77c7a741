// How much a node matters in its graph.
#include "graph/measures.h"

#include <algorithm>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/connected_components.hpp>
#include <cmath>
#include <numeric>
#include <utility>

namespace entente {

namespace {

constexpr double damping = 0.85;
constexpr double tolerance = 1e-12;  // sum of changes in one round
constexpr int max_rounds = 500;

// Rank that flows over an edge: with its direction, and against it where the relation has none.
template <class Flow>
void each_flow(const std::vector<Edge>& edges, const Multigraph& graph, const Flow& flow) {
    for (auto e : boost::make_iterator_range(boost::edges(graph))) {
        std::size_t from = boost::source(e, graph), to = boost::target(e, graph);
        if (from == to) continue;
        const Edge& edge = edges[boost::get(boost::edge_index, graph, e)];
        double weight = static_cast<double>(edge.weight);
        flow(from, to, weight);
        if (edge.symmetric) flow(to, from, weight);
    }
}

}  // namespace

void measure_degree(std::vector<Node>& nodes, const Structure& structure) {
    const Multigraph& graph = structure.all;
    for (std::size_t v = 0; v < nodes.size(); ++v) {
        auto out = boost::make_iterator_range(boost::out_edges(v, graph));
        auto loops = std::count_if(out.begin(), out.end(),
                                   [&](auto e) { return boost::target(e, graph) == v; });
        nodes[v].degree = boost::out_degree(v, graph) + boost::in_degree(v, graph) -
                          static_cast<std::size_t>(loops);
    }
}

// Not Boost's: that one knows no weights and loses the rank of nodes that nothing leaves.
void measure_pagerank(std::vector<Node>& nodes, const std::vector<Edge>& edges,
                      const Structure& structure) {
    if (nodes.empty()) return;
    double even = 1.0 / static_cast<double>(nodes.size());
    std::vector<double> leaving(nodes.size(), 0), rank(nodes.size(), even), next(nodes.size());
    each_flow(edges, structure.all,
              [&](std::size_t from, std::size_t, double weight) { leaving[from] += weight; });
    for (int round = 0; round < max_rounds; ++round) {
        double stuck = 0;
        for (std::size_t v = 0; v < nodes.size(); ++v)
            if (leaving[v] == 0) stuck += rank[v];
        std::fill(next.begin(), next.end(), (1 - damping + damping * stuck) * even);
        each_flow(edges, structure.all, [&](std::size_t from, std::size_t to, double weight) {
            next[to] += damping * rank[from] * weight / leaving[from];
        });
        double change = 0;
        for (std::size_t v = 0; v < nodes.size(); ++v) change += std::fabs(next[v] - rank[v]);
        rank.swap(next);
        if (change < tolerance) break;
    }
    for (std::size_t v = 0; v < nodes.size(); ++v) nodes[v].pagerank = rank[v];
}

void measure_betweenness(std::vector<Node>& nodes, const Structure& structure) {
    std::vector<double> centrality(nodes.size(), 0);
    boost::brandes_betweenness_centrality(
        structure.simple,
        boost::make_iterator_property_map(centrality.begin(),
                                          boost::get(boost::vertex_index, structure.simple)));
    for (std::size_t v = 0; v < nodes.size(); ++v) nodes[v].betweenness = centrality[v];
}

void measure_community(std::vector<Node>& nodes, const Structure& structure) {
    std::vector<std::size_t> component(nodes.size());
    std::size_t count = boost::connected_components(structure.simple, component.data());
    std::vector<std::size_t> size(count, 0), order(count), number(count);
    for (std::size_t c : component) ++size[c];
    // Boost numbers components in the order of their first node, which settles equal sizes.
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return size[a] > size[b]; });
    for (std::size_t i = 0; i < count; ++i) number[order[i]] = i;
    for (std::size_t v = 0; v < nodes.size(); ++v) nodes[v].community = number[component[v]];
}

}  // namespace entente
